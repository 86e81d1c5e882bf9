import type { SourceArticle } from '../../shared/document/article.ts';
import type { Block } from '../../shared/document/block.ts';
import type { Document } from '../../shared/document/document.ts';
import type { InlineCode } from '../../shared/document/inline-code.ts';
import { isLocale } from '../../shared/document/locale.ts';
import type { Segment, SegmentId } from '../../shared/document/segment.ts';
import type { TreeNode } from '../../shared/document/tree.ts';
import type { Lexicon } from './case/lexicon.ts';
import type { DraftBlock, DraftNode, LocalizedDraft } from './draft/draft.ts';
import { leavesOf } from './draft/map-leaves.ts';
import { removeBlock } from './draft/remove-block.ts';
import type { Agencies } from './meta/agencies.ts';
import { resolveMeta } from './meta/resolve-meta.ts';
import { type DraftSegment, segmentBlock } from './segment/segment-block.ts';
import { createSegmentIds } from './segment/segment-id.ts';
import type { SentenceBreaker } from './segment/sentence-breaks.ts';

/**
 * Cuts the repaired draft into segments and puts the document together: tree, blocks, segments with
 * their neighbours, and overlays.
 */
export function assembleDocument(
  source: SourceArticle,
  draft: LocalizedDraft,
  context: {
    readonly lexicon: Lexicon;
    readonly agencies: Agencies;
    /** What cuts text of a language into sentences. */
    readonly sentenceBreaksOf: (locale: string) => SentenceBreaker;
  },
): Document {
  const meta = resolveMeta(source.meta, draft, context);
  const { shown, orphans } = partitionAsides(draft);
  const blocks = readingOrder(draft, shown, meta.description);
  const segmented = blocks.map((block) => ({
    block,
    segments: segmentBlock(block, context.sentenceBreaksOf(localeOfBlock(block, draft))),
  }));
  const ids = createSegmentIds();
  const idsOf = new Map<string, SegmentId[]>(
    segmented.map(({ block, segments }) => [
      block.id,
      segments.map((segment) => ids.next(segment, block.kind)),
    ]),
  );
  const segments = linkNeighbours(
    segmented.flatMap(({ block, segments: own }) =>
      own.map((segment, index) => toSegment(segment, block, idsOf, index)),
    ),
    new Set(shown.map((block) => block.id)),
  );
  return {
    id: source.articleId,
    externalId: source.externalId,
    version: source.version,
    sourceLocale: draft.sourceLocale,
    meta,
    tree: { type: 'root', children: toTree(draft.nodes, idsOf) },
    blocks: segmented
      .filter(({ segments: own }) => own.length > 0)
      .map(({ block }): Block => ({ id: block.id, kind: block.kind, segmentIds: idsOf.get(block.id) ?? [] })),
    segments,
    overlays: {
      repairs: [...blocks, ...draft.removed, ...orphans].flatMap((block) => block.repairs),
      terms: [],
      diagnostics: draft.diagnostics,
    },
  };
}

function localeOfBlock({ locale }: DraftBlock, { sourceLocale }: LocalizedDraft): string {
  return isLocale(locale) ? locale : sourceLocale;
}

/** Asides that a code or a figure still shows, and those whose image or link is gone, emptied. */
function partitionAsides(draft: LocalizedDraft): {
  readonly shown: readonly DraftBlock[];
  readonly orphans: readonly DraftBlock[];
} {
  const used = new Set(leavesOf(draft.nodes).flatMap((leaf) => asideIds(leaf)));
  return {
    shown: draft.asides.filter((block) => used.has(block.id)),
    orphans: draft.asides
      .filter((block) => !used.has(block.id))
      .map((block) => removeBlock(block, 'orphan-aside', 1)),
  };
}

function asideIds(leaf: Extract<DraftNode, { type: 'leaf' }>): string[] {
  const ids = leaf.block.codes.flatMap((code) => [
    ...('altSegment' in code ? [code.altSegment] : []),
    ...('titleSegment' in code ? [code.titleSegment] : []),
  ]);
  const figure = leaf.shape.type === 'figure' ? [leaf.shape.altBlock] : [];
  return [...ids, ...figure].filter((id) => id !== undefined);
}

/** Headline, description, then the body; alternative texts and titles after the block that shows them. */
function readingOrder(
  draft: LocalizedDraft,
  asides: readonly DraftBlock[],
  description: string | undefined,
): DraftBlock[] {
  const asideById = new Map(asides.map((block) => [block.id, block]));
  const order: DraftBlock[] = [];
  for (const leaf of leavesOf(draft.nodes)) {
    order.push(leaf.block, ...asideIds(leaf).flatMap((id) => asideById.get(id) ?? []));
  }
  if (description !== undefined) {
    const block: DraftBlock = {
      id: 'description',
      kind: 'description',
      text: description,
      codes: [],
      repairs: [],
    };
    order.splice(order[0]?.kind === 'headline' ? 1 : 0, 0, block);
  }
  return order;
}

function toSegment(
  segment: DraftSegment,
  block: DraftBlock,
  idsOf: ReadonlyMap<string, readonly SegmentId[]>,
  index: number,
): Segment {
  const id = idsOf.get(block.id)?.[index];
  if (id === undefined) {
    throw new Error(`segment ${index} of block ${block.id} has no id`);
  }
  return {
    id,
    blockId: block.id,
    text: segment.text,
    codes: segment.codes.map((code) => referToSegments(code, idsOf)),
    joinBefore: segment.joinBefore,
    ...(block.locale === undefined ? {} : { locale: block.locale }),
  };
}

/** Aside blocks have one segment, or none where nothing but space was in them. */
function referToSegments(code: InlineCode, idsOf: ReadonlyMap<string, readonly SegmentId[]>): InlineCode {
  switch (code.kind) {
    case 'link':
    case 'image':
    case 'span': {
      const { altSegment, titleSegment, ...rest } = { altSegment: undefined, ...code };
      const alt = altSegment === undefined ? undefined : idsOf.get(altSegment)?.[0];
      const title = titleSegment === undefined ? undefined : idsOf.get(titleSegment)?.[0];
      return {
        ...rest,
        ...(alt === undefined ? {} : { altSegment: alt }),
        ...(title === undefined ? {} : { titleSegment: title }),
      };
    }
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'code':
    case 'break':
    case 'footnote-reference':
    case 'protected':
      return code;
  }
}

/** Neighbours are those of the running text; an aside has the neighbours of its place. */
function linkNeighbours(segments: readonly Segment[], asideBlocks: ReadonlySet<string>): Segment[] {
  const before: (string | undefined)[] = [];
  const after: (string | undefined)[] = [];
  let last: string | undefined;
  for (const [index, segment] of segments.entries()) {
    before[index] = last;
    last = asideBlocks.has(segment.blockId) ? last : segment.text;
  }
  let next: string | undefined;
  for (const [index, segment] of [...segments.entries()].toReversed()) {
    after[index] = next;
    next = asideBlocks.has(segment.blockId) ? next : segment.text;
  }
  return segments.map((segment, index) => ({
    ...segment,
    ...(before[index] === undefined ? {} : { contextBefore: before[index] }),
    ...(after[index] === undefined ? {} : { contextAfter: after[index] }),
  }));
}

function toTree(nodes: readonly DraftNode[], idsOf: ReadonlyMap<string, readonly SegmentId[]>): TreeNode[] {
  return nodes.map((node): TreeNode => {
    switch (node.type) {
      case 'opaque':
        return node.node;
      case 'parent':
        return { ...node.shape, children: toTree(node.children, idsOf) };
      case 'leaf': {
        const children = (idsOf.get(node.block.id) ?? []).map((id): TreeNode => ({ type: 'segment', id }));
        if (node.shape.type !== 'figure') {
          return { ...node.shape, children };
        }
        const { altBlock, ...figure } = node.shape;
        const altSegment = altBlock === undefined ? undefined : idsOf.get(altBlock)?.[0];
        return { ...figure, ...(altSegment === undefined ? {} : { altSegment }), children };
      }
    }
  });
}
