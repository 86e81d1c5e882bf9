import type { ElementContent } from 'hast';

/** Markdown's columns by what the page's style sheet calls them: its right is the end of a line in any direction. */
const CLASSES: Readonly<Record<string, string>> = { right: 'to-end', center: 'to-center' };

/** Puts a class in the place of `align` on the cells of tables, which HTML no longer has. */
export function alignCells(content: readonly ElementContent[]): void {
  for (const node of content) {
    if (node.type !== 'element') {
      continue;
    }
    const { tagName, properties } = node;
    if (tagName === 'td' || tagName === 'th') {
      const name = CLASSES[String(properties['align'])];
      delete properties['align'];
      if (name !== undefined) {
        properties['className'] = [name];
      }
    }
    alignCells(node.children);
  }
}
