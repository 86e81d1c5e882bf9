import { z } from 'zod';
import { ArticleId } from './article.ts';
import { Block } from './block.ts';
import { Locale } from './locale.ts';
import { Diagnostic, Repair, TermHit, UndoneRepair } from './overlay.ts';
import { RepairRule } from './repair-rule.ts';
import { Segment } from './segment.ts';
import { DocumentTree } from './tree.ts';

/** One writer of the article: name as printed in normal case, and what they did. */
export const BylineName = z.object({ name: z.string(), role: z.string().optional() });
export type BylineName = Readonly<z.infer<typeof BylineName>>;

/** Where in an article a value of its metadata was read. */
const EVIDENCE_SOURCES = [
  'submitted',
  'front-matter',
  'member',
  'json-ld',
  'meta',
  'visible',
  'pattern',
] as const;
/**
 * `submitted`: the submission says so; `member`: of a JSON or ninjs article; `meta`: of the page's head;
 * `visible`: an element that says what it is; `pattern`: the form of the text or URL alone.
 */
export const EvidenceSource = z.enum(EVIDENCE_SOURCES);
export type EvidenceSource = z.infer<typeof EvidenceSource>;

/** Why a value of the metadata is believed. */
export const MetaEvidence = z.object({ from: EvidenceSource, confidence: z.number().min(0).max(1) });
export type MetaEvidence = Readonly<z.infer<typeof MetaEvidence>>;

export const DocumentMeta = z.object({
  headline: z.string().optional(),
  byline: z.array(BylineName).readonly(),
  agency: z.string().optional(),
  dateline: z.string().optional(),
  /** ISO 8601; absent means unknown, and then nothing is counted from it. */
  publishedAt: z.string().optional(),
  modifiedAt: z.string().optional(),
  description: z.string().optional(),
  section: z.string().optional(),
  keywords: z.array(z.string()).readonly().optional(),
  editorNote: z.string().optional(),
  canonicalUrl: z.string().optional(),
  /** By the name of the value; each value that is there has one. */
  evidence: z.record(z.string(), MetaEvidence).optional(),
});
export type DocumentMeta = Readonly<z.infer<typeof DocumentMeta>>;

/**
 * The normalized article: text that is never rewritten, and stand-off findings about it.
 *
 * Every segment belongs to one block, every `segment` node of the tree names a segment, and
 * segments are listed in reading order (alt texts and titles after the block that shows them).
 */
export const Document = z.object({
  id: ArticleId,
  externalId: z.string(),
  version: z.int().min(1),
  sourceLocale: Locale,
  meta: DocumentMeta,
  tree: DocumentTree,
  blocks: z.array(Block).readonly(),
  segments: z.array(Segment).readonly(),
  overlays: z.object({
    repairs: z.array(Repair).readonly(),
    /** Repairs that people took back; absent where there are none. */
    undone: z.array(UndoneRepair).readonly().optional(),
    /** The rules of these repairs and those that were switched off, by name; absent where there are none. */
    rules: z.array(RepairRule).readonly().optional(),
    terms: z.array(TermHit).readonly(),
    diagnostics: z.array(Diagnostic).readonly(),
  }),
});
export type Document = Readonly<z.infer<typeof Document>>;
