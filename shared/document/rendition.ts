import { z } from 'zod';
import { CodedText } from './inline-code.ts';
import { Locale } from './locale.ts';
import { StoredFormat } from './output-format.ts';
import { Span } from './span.ts';

/** Where a target came from. */
export const Origin = z.enum([
  'context-match',
  'exact',
  'repaired',
  'fuzzy',
  'previous-version',
  'mt',
  'human',
  'source-copy',
  'none',
]);
export type Origin = z.infer<typeof Origin>;

/** How far a person has taken it. Machine output never counts as reviewed. */
export const Review = z.enum(['empty', 'draft', 'translated', 'reviewed', 'approved', 'rejected']);
export type Review = z.infer<typeof Review>;

/** One finding of a quality check. Errors block approval, warnings can be acknowledged. */
export const QaFinding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  /** In the target's text. */
  span: Span.optional(),
});
export type QaFinding = Readonly<z.infer<typeof QaFinding>>;

/** One segment in one locale: four separate facts, and a machine-readable reason for each flag. */
export const SegmentState = z.object({
  segmentId: z.string(),
  /** Absent: the source text stands in for it, marked. */
  target: CodedText.optional(),
  origin: Origin,
  review: Review,
  freshness: z.enum(['current', 'outdated']),
  qa: z.array(QaFinding).readonly(),
  /** 0..102 of the match the target was taken from. */
  score: z.int().min(0).max(102).optional(),
  /** Translation unit the target was taken from. */
  unitId: z.string().optional(),
  /** Such as `no-match`, `fuzzy-below-threshold`, `codes-mismatch`, `unreviewed`. */
  reasons: z.array(z.string()).readonly(),
});
export type SegmentState = Readonly<z.infer<typeof SegmentState>>;

/** One document in one locale: a state per segment, in the document's order. */
export const Rendition = z.object({
  articleId: z.string(),
  version: z.int().min(1),
  locale: Locale,
  segments: z.array(SegmentState).readonly(),
  counts: z.object({
    segments: z.int().min(0),
    /** Served in the locale's language. */
    translated: z.int().min(0),
    /** Approved by a person; machine output never counts, here nor below. */
    approved: z.int().min(0),
    /** Reviewed by a person, but not approved yet; absent in renditions that were made before it was counted. */
    reviewed: z.int().min(0).optional(),
    /** Machine output, whatever is said of it; absent as above. */
    machine: z.int().min(0).optional(),
    /** Served in the source language, marked. */
    source: z.int().min(0),
    /** Left out, where the reader wants nothing in the source language; absent: none. */
    omitted: z.int().min(0).optional(),
  }),
});
export type Rendition = Readonly<z.infer<typeof Rendition>>;

/** What render delivers: the rendition and its bytes per stored format. The same inputs give the same bytes. */
export const RenderedLocale = z.object({
  rendition: Rendition,
  outputs: z.record(StoredFormat, z.string()),
});
export type RenderedLocale = Readonly<z.infer<typeof RenderedLocale>>;
