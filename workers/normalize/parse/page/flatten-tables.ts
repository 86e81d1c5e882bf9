import type { Element, Root } from 'hast';
import { stringProperty } from '../hast-properties.ts';
import { elementsOf, findElement, findElements, lineOf, walk } from './elements.ts';

const PARTS = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th']);

/**
 * Makes boxes of tables that only lay a page out, so that their text reads as text. A table of data
 * has header cells, a caption, or cells of words and numbers in rows of equal length.
 */
export function flattenTables(root: Root | Element): void {
  walk(root, (element) => {
    if (element.tagName === 'table' && isLayout(element)) {
      flatten(element);
    }
  });
}

function isLayout(table: Element): boolean {
  if (stringProperty(table, 'role') === 'presentation') {
    return true;
  }
  const cells = findElements(table, ({ tagName }) => tagName === 'td' || tagName === 'th');
  if (cells.length <= 1 || holds(table, (inner) => inner !== table && inner.tagName === 'table')) {
    return true;
  }
  if (holds(table, ({ tagName }) => tagName === 'th' || tagName === 'caption')) {
    return false;
  }
  const flowing = cells.filter(
    (cell) => elementsOf(cell).filter(({ tagName }) => FLOW.has(tagName)).length > 1,
  );
  const longest = cells.reduce((most, cell) => Math.max(most, lineOf(cell).length), 0);
  return flowing.length > 0 && (longest > 0.7 * lineOf(table).length || flowing.length === cells.length);
}

const FLOW = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'blockquote',
  'form',
  'article',
  'section',
]);

function holds(element: Element, fits: (inner: Element) => boolean): boolean {
  return findElement(element, fits) !== undefined;
}

/** The table's own parts become boxes; tables inside it are looked at for themselves. */
function flatten(part: Element): void {
  part.tagName = 'div';
  for (const child of elementsOf(part)) {
    if (PARTS.has(child.tagName) && child.tagName !== 'table') {
      flatten(child);
    } else if (child.tagName === 'caption') {
      child.tagName = 'p';
    }
  }
}
