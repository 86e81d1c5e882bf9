import type { Element, Nodes as HastNodes } from 'hast';
import { defaultHandlers, type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { FigureNode } from '../../../shared/document/figure-node.ts';
import { isParsedPhrasing } from '../phrasing-to-coded-text.ts';
import { carryProtected, carrySpan, settleCarried } from './carried-node.ts';
import { flattenPhrasing, flattenTextParents } from './flatten-phrasing.ts';
import { stringProperty, textContent } from './hast-properties.ts';
import { limitTables } from './limit-tables.ts';
import { PROTECTED_ELEMENT, protectText } from './protect-text.ts';
import { readRuby } from './read-ruby.ts';
import { readTable } from './read-table.ts';
import { languageMarksOf, spanFactsOf } from './span-facts.ts';

/** Elements that show no text of the article; their default handlers would invent some. */
const IGNORED = [
  'audio',
  'base',
  'button',
  'iframe',
  'input',
  'nav',
  'noscript',
  'select',
  'textarea',
  'title',
  'video',
];

const SPANS = 'abbr acronym bdi bdo cite dfn ins kbd mark rp rt small span sub sup time u'.split(' ');

const ignore: Handle = () => undefined;

const HANDLERS: Readonly<Record<string, Handle>> = Object.fromEntries(
  Object.entries<Handle>({
    ...defaultHandlers,
    ...Object.fromEntries(IGNORED.map((name) => [name, ignore])),
    ...Object.fromEntries(SPANS.map((name) => [name, readSpan])),
    menu: defaultHandlers.ul,
    figure: readFigure,
    ruby: readRuby,
    table: readTable,
    [PROTECTED_ELEMENT]: (_state: State, element: Element) => carryProtected(textContent(element)),
  }).map(([name, handle]) => [name, withLanguage(handle)]),
);

/**
 * Turns HTML into mdast without raw HTML: `figure` becomes a `FigureNode` with its caption, inline
 * elements that mean something become `span` nodes, text that is excluded from translation
 * `protected` ones, and blocks in a stated language have it as `data.locale`. Column and row spans
 * are cut, for each adds cells.
 */
export function hastToMdast(tree: HastNodes): Root {
  limitTables(tree);
  protectText(tree);
  const result: Nodes = toMdast(tree, { document: true, handlers: HANDLERS });
  const root: Root = result.type === 'root' ? result : { type: 'root', children: [] };
  settleCarried(root);
  flattenTextParents(root);
  return root;
}

function readSpan(state: State, element: Element): Nodes | Nodes[] {
  const facts = spanFactsOf(element);
  const children = state.all(element);
  return facts === undefined ? children : carrySpan(facts, children);
}

/** A page's own language is the document's, not a mark on all of its blocks. */
const ROOTS: ReadonlySet<string> = new Set(['html', 'body']);

/** Adds what an element states about the language of its content to what `handle` makes of it. */
function withLanguage(handle: Handle): Handle {
  return (state, element, parent) => {
    const result = handle(state, element, parent);
    const marks = ROOTS.has(element.tagName) ? undefined : languageMarksOf(element);
    if (marks === undefined || result === undefined || SPANS.includes(element.tagName)) {
      return result;
    }
    const nodes = Array.isArray(result) ? result : [result];
    if (nodes.length > 0 && nodes.every((node) => isParsedPhrasing(node))) {
      return [carrySpan({ tag: 'span', ...marks }, nodes)];
    }
    if (marks.lang !== undefined) {
      stateLanguage(nodes, marks.lang);
    }
    return result;
  };
}

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'figure']);

/** The innermost statement counts. */
function stateLanguage(nodes: readonly Nodes[], locale: string): void {
  for (const node of nodes) {
    if (BLOCKS.has(node.type)) {
      node.data = { locale, ...node.data };
    } else if ('children' in node) {
      stateLanguage(node.children, locale);
    }
  }
}

/** A figure with one picture; anything else that is marked up so is read as its content. */
function readFigure(state: State, element: Element): Nodes | Nodes[] | undefined {
  const images: Element[] = [];
  let caption: Element | undefined;
  visit(element, 'element', (child) => {
    if (child.tagName === 'img') {
      images.push(child);
    }
    if (child.tagName === 'figcaption') {
      caption ??= child;
    }
  });
  const image = images[0];
  if (image === undefined || images.length > 1) {
    return state.toFlow(state.all(element));
  }
  const url = stringProperty(image, 'src') ?? stringProperty(image, 'dataSrc');
  const alt = stringProperty(image, 'alt');
  const figure: FigureNode = {
    type: 'figure',
    ...(url === undefined ? {} : { url }),
    ...(alt === undefined ? {} : { alt }),
    children: caption === undefined ? [] : flattenPhrasing(state.all(caption)),
  };
  return figure;
}
