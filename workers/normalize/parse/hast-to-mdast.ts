import type { Element, Nodes as HastNodes } from 'hast';
import { defaultHandlers, type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { Emphasis, Nodes, Root, Strong } from 'mdast';
import type { FigureNode } from '../../../shared/document/figure-node.ts';
import { isParsedPhrasing } from '../../../shared/document/phrasing-to-coded-text.ts';
import { carryProtected, carrySpan, settleCarried } from './carried-node.ts';
import { completeContainers } from './complete-containers.ts';
import { flattenPhrasing, flattenTextParents } from './flatten-phrasing.ts';
import { stringProperty, textContent } from './hast-properties.ts';
import { limitEmptyRuns } from './limit-empty-runs.ts';
import { limitTables } from './limit-tables.ts';
import { walk } from './page/elements.ts';
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
    b: readEmphasis('strong'),
    em: readEmphasis('emphasis'),
    i: readEmphasis('emphasis'),
    strong: readEmphasis('strong'),
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
  limitEmptyRuns(tree);
  limitTables(tree);
  protectText(tree);
  const result: Nodes = toMdast(tree, {
    document: true,
    handlers: HANDLERS,
    nodeHandlers: { comment: () => undefined },
  });
  const root: Root = result.type === 'root' ? result : { type: 'root', children: [] };
  settleCarried(root);
  flattenTextParents(root);
  completeContainers(root);
  return root;
}

function readSpan(state: State, element: Element): Nodes | Nodes[] {
  const facts = spanFactsOf(element);
  const children: Nodes[] = state.all(element);
  if (!areInline(children)) {
    return stateLanguage(children, facts?.lang);
  }
  return facts === undefined ? children : carrySpan(facts, children);
}

/** Emphasis around blocks would make one line of them: the blocks stay, without it. */
function readEmphasis(type: 'emphasis' | 'strong'): Handle {
  return (state, element) => {
    const children: Nodes[] = state.all(element);
    if (!areInline(children)) {
      return children;
    }
    const node: Emphasis | Strong = { type, children: [] };
    const parent: { children: Nodes[] } = node;
    parent.children.push(...children);
    return node;
  };
}

function areInline(nodes: readonly Nodes[]): boolean {
  return nodes.every((node) => isParsedPhrasing(node) && (!('children' in node) || areInline(node.children)));
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
    return nodes.length > 0 && areInline(nodes)
      ? carrySpan({ tag: 'span', ...marks }, nodes)
      : stateLanguage(nodes, marks.lang);
  };
}

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'figure']);

/** Gives blocks the language that is stated for them; the innermost statement counts. */
function stateLanguage(nodes: Nodes[], locale: string | undefined): Nodes[] {
  if (locale === undefined) {
    return nodes;
  }
  for (const node of nodes) {
    if (BLOCKS.has(node.type)) {
      node.data = { locale, ...node.data };
    } else if ('children' in node) {
      stateLanguage(node.children, locale);
    }
  }
  return nodes;
}

/** A figure with one picture; anything else that is marked up so is read as its content. */
function readFigure(state: State, element: Element): Nodes | Nodes[] | undefined {
  const images: Element[] = [];
  let caption: Element | undefined;
  walk(element, (child) => {
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
  const credit = stringProperty(element, 'dataCredit');
  const figure: FigureNode = {
    type: 'figure',
    ...(url === undefined ? {} : { url }),
    ...(alt === undefined ? {} : { alt }),
    ...(credit === undefined ? {} : { credit: { role: 'photo', name: credit } }),
    children: caption === undefined ? [] : flattenPhrasing(state.all(caption)),
  };
  return figure;
}
