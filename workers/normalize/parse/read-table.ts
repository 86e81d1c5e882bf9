import type { Element } from 'hast';
import { defaultHandlers, type State } from 'hast-util-to-mdast';
import type { Nodes, Paragraph } from 'mdast';
import { visit } from 'unist-util-visit';
import { flattenPhrasing } from './flatten-phrasing.ts';
import { stringProperty } from './hast-properties.ts';

/**
 * Reads a table, its caption as a paragraph before it. A table that only lays out a page gives the
 * content of its cells, one after the other.
 */
export function readTable(state: State, element: Element): Nodes[] {
  const caption = element.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'caption',
  );
  const lead = caption === undefined ? [] : captionOf(state, caption);
  if (isLayout(element)) {
    return [...lead, ...cellsOf(element).flatMap((cell) => state.toFlow(state.all(cell)))];
  }
  const table: Nodes = defaultHandlers.table(state, element);
  return [...lead, table];
}

function captionOf(state: State, caption: Element): Paragraph[] {
  const children = flattenPhrasing(state.all(caption));
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

const SECTIONS: ReadonlySet<string> = new Set([
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'article',
  'section',
]);

/** Sections, tables or several paragraphs in a cell are no data. */
function isLayout(table: Element): boolean {
  const role = stringProperty(table, 'role');
  if (role === 'presentation' || role === 'none') {
    return true;
  }
  return cellsOf(table).some((cell) => {
    let paragraphs = 0;
    let hasSection = false;
    visit(cell, 'element', (child) => {
      paragraphs += child.tagName === 'p' ? 1 : 0;
      hasSection ||= SECTIONS.has(child.tagName);
    });
    return hasSection || paragraphs > 1;
  });
}

/** The cells of a table, without those of tables inside them. */
function cellsOf(element: Element): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName === 'table') {
      return [];
    }
    return child.tagName === 'td' || child.tagName === 'th' ? [child] : cellsOf(child);
  });
}
