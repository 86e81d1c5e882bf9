import type { Data, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import type { BlockKind } from '../../../shared/document/block.ts';
import type { FigureNode } from '../../../shared/document/figure-node.ts';
import { isParsedPhrasing, phrasingToCodedText } from '../../../shared/document/phrasing-to-coded-text.ts';
import type { ParsedArticle } from '../parse/parsed-article.ts';
import { sanitizeUrls } from '../parse/sanitize-urls.ts';
import type { Draft, DraftBlock, DraftNode, LeafShape } from './draft.ts';

/**
 * Reads mdast as a draft: every run of phrasing content becomes a block with coded text, alternative
 * texts and titles become aside blocks. A leading heading of depth 1 is the headline.
 *
 * What a document must not hold ends here, whichever parser let it through: nodes of unknown kinds,
 * raw HTML among them, and addresses of other schemes than a reader may follow.
 */
export function readDraft(parsed: ParsedArticle): Draft {
  const diagnostics = [...parsed.diagnostics];
  sanitizeUrls(parsed.root, diagnostics);
  const reading: Reading = { count: 0, asides: [] };
  const first = parsed.root.children.find((node) => node.type !== 'footnoteDefinition');
  const nodes = parsed.root.children.flatMap((node) =>
    node === first && node.type === 'heading' && node.depth === 1
      ? readLeaf(node, { type: 'heading', depth: 1, role: 'headline' }, 'headline', reading)
      : readFlow(node, 'paragraph', reading),
  );
  return { nodes, asides: reading.asides, removed: [], found: parsed.found, diagnostics };
}

interface Reading {
  count: number;
  readonly asides: DraftBlock[];
}

const FLOW_TYPES = [
  'heading',
  'paragraph',
  'figure',
  'blockquote',
  'list',
  'table',
  'code',
  'thematicBreak',
  'footnoteDefinition',
] as const;

type Flow = Extract<RootContent, { type: (typeof FLOW_TYPES)[number] }>;

const FLOW: ReadonlySet<string> = new Set(FLOW_TYPES);

function isFlow(node: RootContent): node is Flow {
  return FLOW.has(node.type);
}

/** Bare phrasing content is a paragraph; what the parser resolved, such as definitions, gives nothing. */
function readFlow(node: RootContent, kind: BlockKind, reading: Reading): DraftNode[] {
  if (isFlow(node)) {
    return readFlowNode(node, kind, reading);
  }
  if (isParsedPhrasing(node)) {
    return readLeaf({ children: [node] }, { type: 'paragraph' }, kind, reading);
  }
  return readStray(node, kind, reading);
}

/** Parts of a list or table that stand alone, as in raw HTML that Markdown cuts into pieces. */
function readStray(node: RootContent, kind: BlockKind, reading: Reading): DraftNode[] {
  if (node.type === 'listItem') {
    return readFlowNode({ type: 'list', children: [node] }, kind, reading);
  }
  const cells = node.type === 'tableRow' ? node.children : node.type === 'tableCell' ? [node] : [];
  return cells.flatMap((cell) => readLeaf(cell, { type: 'paragraph' }, kind, reading));
}

function readFlowNode(node: Flow, kind: BlockKind, reading: Reading): DraftNode[] {
  switch (node.type) {
    case 'heading':
      return readLeaf(node, { type: 'heading', depth: node.depth }, 'heading', reading);
    case 'paragraph':
      return readLeaf(node, { type: 'paragraph' }, kind, reading);
    case 'figure':
      return readFigure(node, reading);
    case 'blockquote':
      return [
        {
          type: 'parent',
          shape: { type: 'blockquote' },
          children: node.children.flatMap((child) => readFlow(child, 'quote', reading)),
        },
      ];
    case 'list': {
      const { ordered, start, spread, children } = node;
      return [
        {
          type: 'parent',
          shape: {
            type: 'list',
            ordered: ordered ?? false,
            ...optional('start', start),
            spread: (spread ?? false) || children.some((item) => isLoose(item)),
          },
          children: children.map((item) => readItem(item, reading)),
        },
      ];
    }
    case 'table':
      return [readTable(node, reading)];
    case 'code':
      return [
        {
          type: 'opaque',
          node: {
            type: 'code',
            ...optional('lang', node.lang),
            ...optional('meta', node.meta),
            value: node.value,
          },
        },
      ];
    case 'thematicBreak':
      return [{ type: 'opaque', node: { type: 'thematicBreak' } }];
    case 'footnoteDefinition':
      return [
        {
          type: 'parent',
          shape: { type: 'footnoteDefinition', identifier: node.label ?? node.identifier },
          children: node.children.flatMap((child) => readFlow(child, 'paragraph', reading)),
        },
      ];
  }
}

/** A node whose content is one run of text. */
interface TextParent {
  readonly children: readonly PhrasingContent[];
  readonly data?: Data | undefined;
}

function readLeaf(content: TextParent, shape: LeafShape, kind: BlockKind, reading: Reading): DraftNode[] {
  return [{ type: 'leaf', shape, block: readBlock(content, kind, reading) }];
}

function readBlock({ children, data }: TextParent, kind: BlockKind, reading: Reading): DraftBlock {
  const id = nextId(reading);
  const coded = phrasingToCodedText(children, (aside, text) => addAside(aside, text, reading));
  return { id, kind, ...coded, repairs: [], ...optional('locale', data?.locale) };
}

function addAside(kind: 'alt' | 'title', text: string, reading: Reading): string {
  const id = nextId(reading);
  reading.asides.push({
    id,
    kind,
    ...phrasingToCodedText([{ type: 'text', value: text }], () => id),
    repairs: [],
  });
  return id;
}

function readFigure(node: FigureNode, reading: Reading): DraftNode[] {
  const block = readBlock(node, 'caption', reading);
  const altBlock = node.alt === undefined ? undefined : addAside('alt', node.alt, reading);
  return [
    {
      type: 'leaf',
      shape: {
        type: 'figure',
        ...optional('url', node.url),
        ...optional('altBlock', altBlock),
        ...optional('credit', node.credit),
      },
      block,
    },
  ];
}

/** An item of one block can be loose only by its list: what made it so, such as a definition, is gone. */
function isLoose({ spread, children }: ListItem): boolean {
  return spread === true && children.length < 2;
}

function readItem(node: ListItem, reading: Reading): DraftNode {
  return {
    type: 'parent',
    shape: { type: 'listItem', spread: node.spread ?? false, ...optional('checked', node.checked) },
    children: node.children.flatMap((child) => readFlow(child, 'list-item', reading)),
  };
}

function readTable(node: Table, reading: Reading): DraftNode {
  const width = node.children[0]?.children.length ?? 0;
  return {
    type: 'parent',
    shape: {
      type: 'table',
      align: Array.from({ length: width }, (_, column) => node.align?.[column] ?? null),
    },
    children: node.children.map((row) => ({
      type: 'parent',
      shape: { type: 'tableRow' },
      children: row.children.flatMap((cell) => readLeaf(cell, { type: 'tableCell' }, 'table-cell', reading)),
    })),
  };
}

function nextId(reading: Reading): string {
  reading.count += 1;
  return `b${reading.count}`;
}

type Optional<Key extends string, Value> = { readonly [Name in Key]?: Value };

function optional<Key extends string, Value>(
  key: Key,
  value: Value | null | undefined,
): Optional<Key, Value> {
  const result: { [Name in Key]?: Value } = {};
  if (value !== null && value !== undefined) {
    result[key] = value;
  }
  return result;
}
