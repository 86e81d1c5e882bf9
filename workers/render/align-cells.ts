import type { ElementContent } from 'hast';
import { visit } from 'unist-util-visit';

/** Markdown's columns by what the page's style sheet calls them: its right is the end of a line in any direction. */
const CLASSES: Readonly<Record<string, string>> = { right: 'to-end', center: 'to-center' };

/** Puts a class in the place of `align` on the cells of tables, which HTML no longer has. */
export function alignCells(content: readonly ElementContent[]): void {
  visit({ type: 'root', children: [...content] }, 'element', ({ tagName, properties }) => {
    if (tagName === 'td' || tagName === 'th') {
      const name = CLASSES[String(properties['align'])];
      delete properties['align'];
      if (name !== undefined) {
        properties['className'] = [name];
      }
    }
  });
}
