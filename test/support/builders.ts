import { createHash } from 'node:crypto';
import { ArticleId } from '../../shared/document/article.ts';
import type { Block, BlockKind } from '../../shared/document/block.ts';
import type { Document, DocumentMeta } from '../../shared/document/document.ts';
import type { InlineCode } from '../../shared/document/inline-code.ts';
import { Locale } from '../../shared/document/locale.ts';
import { type Segment, SegmentId } from '../../shared/document/segment.ts';
import type { TreeNode } from '../../shared/document/tree.ts';

/** One sentence: its text, and codes where the test is about them. */
type SentenceSpec = string | { readonly text: string; readonly codes: readonly InlineCode[] };

/**
 * One block: a string is a paragraph that is split at sentence ends, a list is a paragraph's
 * sentences as they are, an object names the kind too.
 */
export type BlockSpec =
  | string
  | readonly SentenceSpec[]
  | { readonly kind: BlockKind; readonly sentences: readonly SentenceSpec[] };

export interface DocumentOptions {
  /** `en` unless given. */
  readonly sourceLocale?: string;
  /** ISO date; absent, as in a document whose date is not known. */
  readonly publishedAt?: string;
  /** Adds a headline block in front. */
  readonly headline?: string;
  readonly meta?: Partial<DocumentMeta>;
  readonly externalId?: string;
  readonly version?: number;
}

/**
 * Builds a valid document of paragraphs as normalize would: segments in reading order with stable
 * ids and contexts, a tree that refers to them, no overlays.
 *
 * @example documentOf(['One sentence. Another one.', 'A second paragraph.'], { publishedAt: '2026-01-13' })
 */
export function documentOf(paragraphs: readonly BlockSpec[], options: DocumentOptions = {}): Document {
  const { headline, externalId = 'test-article', version = 1, publishedAt } = options;
  const specs: readonly BlockSpec[] =
    headline === undefined ? paragraphs : [{ kind: 'headline', sentences: [headline] }, ...paragraphs];
  const built = specs.map((spec, index) => buildBlock(spec, index));
  const blocks = built.map(({ block }) => block);
  return {
    id: articleIdOf(externalId),
    externalId,
    version,
    sourceLocale: Locale.parse(options.sourceLocale ?? 'en'),
    meta: {
      byline: [],
      ...(headline === undefined ? {} : { headline }),
      ...(publishedAt === undefined ? {} : { publishedAt }),
      ...options.meta,
    },
    tree: { type: 'root', children: blocks.map((block) => nodeOf(block)) },
    blocks,
    segments: withContexts(built.flatMap(({ segments }) => segments)),
    overlays: { repairs: [], terms: [], diagnostics: [] },
  };
}

/** A valid article id that depends on `seed` alone. */
export function articleIdOf(seed: string): ArticleId {
  return ArticleId.parse(`a${digest(seed).slice(0, 20)}`);
}

function buildBlock(spec: BlockSpec, index: number): { block: Block; segments: readonly Segment[] } {
  const { kind, sentences } = sentencesOf(spec);
  const blockId = `b${index + 1}`;
  const segments = sentences.map((sentence, at): Segment => {
    const { text, codes } = typeof sentence === 'string' ? { text: sentence, codes: [] } : sentence;
    const id = SegmentId.parse(`s${digest(`${kind}|${index}|${at}|${text}`).slice(0, 12)}`);
    return { id, blockId, text, codes, joinBefore: at === 0 ? '' : ' ' };
  });
  return { block: { id: blockId, kind, segmentIds: segments.map(({ id }) => id) }, segments };
}

function sentencesOf(spec: BlockSpec): { kind: BlockKind; sentences: readonly SentenceSpec[] } {
  if (typeof spec === 'string') {
    return { kind: 'paragraph', sentences: spec.split(/(?<=[.!?]["”]?) +(?=["“]?[\p{Lu}\p{Lo}])/u) };
  }
  return 'kind' in spec ? spec : { kind: 'paragraph', sentences: spec };
}

function nodeOf(block: Block): TreeNode {
  const children: TreeNode[] = block.segmentIds.map((id) => ({ type: 'segment', id }));
  switch (block.kind) {
    case 'headline':
      return { type: 'heading', depth: 1, role: 'headline', children };
    case 'heading':
      return { type: 'heading', depth: 2, children };
    case 'caption':
      return { type: 'figure', children };
    case 'quote':
      return { type: 'blockquote', children: [{ type: 'paragraph', children }] };
    case 'list-item':
      return {
        type: 'list',
        ordered: false,
        spread: false,
        children: [{ type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] }],
      };
    case 'table-cell':
      return {
        type: 'table',
        align: [null],
        children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }],
      };
    case 'paragraph':
    case 'description':
    case 'alt':
    case 'title':
      return { type: 'paragraph', children };
    default:
      return block.kind satisfies never;
  }
}

function withContexts(segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment, index) => {
    const before = segments[index - 1]?.text;
    const after = segments[index + 1]?.text;
    return {
      ...segment,
      ...(before === undefined ? {} : { contextBefore: before }),
      ...(after === undefined ? {} : { contextAfter: after }),
    };
  });
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
