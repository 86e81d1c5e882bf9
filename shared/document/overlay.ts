import { z } from 'zod';
import { RepairKey } from './repair-key.ts';
import { Span } from './span.ts';

/**
 * One change that normalization made, so that it can be shown and taken back.
 *
 * `span` lies in the block's repaired text and covers `after`; putting `before` there instead, last
 * repair of the block first, gives the text as it was submitted. Repairs of one block are listed in
 * the order in which they were applied.
 */
export const Repair = z.object({
  /** Stable name of the rule, such as `month-case` or `caption-table`. */
  rule: z.string(),
  blockId: z.string(),
  span: Span,
  before: z.string(),
  after: z.string(),
  /** 0..1; below the rule's threshold a finding is a diagnostic, not a repair. */
  confidence: z.number().min(0).max(1),
  /** Names the repair when it is taken back; absent where the document cannot do without it. */
  key: RepairKey.optional(),
});
export type Repair = Readonly<z.infer<typeof Repair>>;

/**
 * A repair that was not made because a person took it back. `span` covers `before`, which stands in
 * the block's text as it was submitted, but for white space at the ends of the block.
 */
export const UndoneRepair = Repair.extend({ key: RepairKey });
export type UndoneRepair = Readonly<z.infer<typeof UndoneRepair>>;

/** A problem of the content: data about the article, never thrown. */
export const Diagnostic = z.object({
  /** Stable code, such as `source-locale-guessed` or `case-uncertain`. */
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  /** One sentence for the submitter that names the value and what was expected. */
  message: z.string(),
  blockId: z.string().optional(),
  span: Span.optional(),
});
export type Diagnostic = Readonly<z.infer<typeof Diagnostic>>;

/** A term of a glossary found in a segment. */
export const TermHit = z.object({
  segmentId: z.string(),
  span: Span,
  termId: z.string(),
  status: z.enum(['preferred', 'admitted', 'forbidden', 'do-not-translate']),
});
export type TermHit = Readonly<z.infer<typeof TermHit>>;
