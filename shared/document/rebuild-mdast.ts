import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  PhrasingContent,
  Root,
  TableCell,
  TableRow,
} from 'mdast';
import { codedTextToPhrasing } from './coded-text-to-phrasing.ts';
import type { Document } from './document.ts';
import type { FigureNode } from './figure-node.ts';
import type { CodedText } from './inline-code.ts';
import type { Segment } from './segment.ts';
import type { TreeNode } from './tree.ts';

declare module 'mdast' {
  interface HeadingData {
    /** Set on the one heading that is the article's headline. */
    role?: 'headline';
  }
}

export interface RebuildOptions {
  /** What stands for a segment: its own text and codes, or a target's. */
  readonly contentOf: (segment: Segment) => CodedText;
  /** What stands before a segment in its block; absent: its `joinBefore`. */
  readonly joinOf?: (segment: Segment) => string;
  /** Encloses a segment's content, such as a fallback in a `lang` span; absent: left as it is. */
  readonly enclose?: (segment: Segment, content: PhrasingContent[]) => PhrasingContent[];
}

/**
 * Puts content back in place of the segment references, so that the tree can be serialized.
 *
 * A headline is a heading with
 * `data.role === 'headline'`; figures are `FigureNode`s, which the caller's serializer handles.
 * References to segments that do not exist give nothing.
 */
export function rebuildMdast(document: Document, options: RebuildOptions): Root {
  const segments = new Map<string, Segment>(document.segments.map((segment) => [segment.id, segment]));
  const rebuild: Rebuild = {
    phrasing: (nodes) => rebuildPhrasing(nodes, segments, options),
    aside: (id) => asideText(id, segments, options),
  };
  return { type: 'root', children: flow(document.tree.children, rebuild) };
}

interface Rebuild {
  readonly phrasing: (nodes: readonly TreeNode[]) => PhrasingContent[];
  readonly aside: (segmentId: string) => string | undefined;
}

function flow(nodes: readonly TreeNode[], rebuild: Rebuild): (BlockContent | DefinitionContent)[] {
  return nodes.flatMap((node) => rebuildFlow(node, rebuild) ?? []);
}

function rebuildFlow(node: TreeNode, rebuild: Rebuild): BlockContent | DefinitionContent | undefined {
  switch (node.type) {
    case 'heading':
      return {
        type: 'heading',
        depth: headingDepth(node.depth),
        children: rebuild.phrasing(node.children),
        ...(node.role === undefined ? {} : { data: { role: node.role } }),
      };
    case 'paragraph':
      return { type: 'paragraph', children: rebuild.phrasing(node.children) };
    case 'blockquote':
      return { type: 'blockquote', children: flow(node.children, rebuild) };
    case 'list':
      return {
        type: 'list',
        ordered: node.ordered,
        start: node.start ?? null,
        spread: node.spread,
        children: node.children.flatMap((item) => rebuildItem(item, rebuild)),
      };
    case 'table':
      return {
        type: 'table',
        align: [...node.align],
        children: node.children.flatMap((row) => rebuildRow(row, rebuild)),
      };
    case 'code':
      return { type: 'code', lang: node.lang ?? null, meta: node.meta ?? null, value: node.value };
    case 'thematicBreak':
      return { type: 'thematicBreak' };
    case 'footnoteDefinition':
      return {
        type: 'footnoteDefinition',
        identifier: node.identifier.toLowerCase(),
        label: node.identifier,
        children: flow(node.children, rebuild),
      };
    case 'figure':
      return rebuildFigure(node, rebuild);
    case 'segment':
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
      return undefined; // only valid inside their own parents, which read them
  }
}

function rebuildItem(node: TreeNode, rebuild: Rebuild): ListItem[] {
  if (node.type !== 'listItem') {
    return [];
  }
  const children = flow(node.children, rebuild);
  return [{ type: 'listItem', spread: node.spread, checked: node.checked ?? null, children }];
}

function rebuildRow(node: TreeNode, rebuild: Rebuild): TableRow[] {
  if (node.type !== 'tableRow') {
    return [];
  }
  return [{ type: 'tableRow', children: node.children.flatMap((cell) => rebuildCell(cell, rebuild)) }];
}

function rebuildCell(node: TreeNode, rebuild: Rebuild): TableCell[] {
  return node.type === 'tableCell' ? [{ type: 'tableCell', children: rebuild.phrasing(node.children) }] : [];
}

function rebuildFigure(node: Extract<TreeNode, { type: 'figure' }>, rebuild: Rebuild): FigureNode {
  const alt = node.altSegment === undefined ? undefined : rebuild.aside(node.altSegment);
  return {
    type: 'figure',
    ...(node.url === undefined ? {} : { url: node.url }),
    ...(alt === undefined ? {} : { alt }),
    ...(node.credit === undefined ? {} : { credit: node.credit }),
    children: rebuild.phrasing(node.children),
  };
}

function rebuildPhrasing(
  nodes: readonly TreeNode[],
  segments: ReadonlyMap<string, Segment>,
  options: RebuildOptions,
): PhrasingContent[] {
  const content: PhrasingContent[] = [];
  for (const node of nodes) {
    const segment = node.type === 'segment' ? segments.get(node.id) : undefined;
    if (segment === undefined) {
      continue;
    }
    const own = codedTextToPhrasing(options.contentOf(segment), (id) => asideText(id, segments, options));
    const enclosed = options.enclose === undefined ? own : options.enclose(segment, own);
    const join = options.joinOf === undefined ? segment.joinBefore : options.joinOf(segment);
    if (join !== '') {
      appendPhrasing(content, [{ type: 'text', value: join }]);
    }
    appendPhrasing(content, enclosed);
  }
  return content;
}

/** Adds nodes, neighbouring texts as one: serializers escape by what surrounds a text. */
function appendPhrasing(content: PhrasingContent[], added: readonly PhrasingContent[]): void {
  for (const node of added) {
    const last = content.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      content[content.length - 1] = { type: 'text', value: last.value + node.value };
    } else {
      content.push(node);
    }
  }
}

function asideText(
  id: string,
  segments: ReadonlyMap<string, Segment>,
  options: RebuildOptions,
): string | undefined {
  const segment = segments.get(id);
  return segment === undefined ? undefined : options.contentOf(segment).text;
}

function headingDepth(depth: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return depth === 1 || depth === 2 || depth === 3 || depth === 4 || depth === 5 ? depth : 6;
}
