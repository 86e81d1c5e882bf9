import { z } from 'zod';
import { CodedText } from '../document/inline-code.ts';
import { Locale } from '../document/locale.ts';
import { Origin, Review } from '../document/rendition.ts';
import { DiffPart } from '../text/diff-words.ts';
import { Folding } from './find-foldings.ts';
import { TermUse } from './terms/term.ts';

/** Version of the score formula; it changes whenever the same pair could score otherwise. */
export const SCORE_FORMULA = 'polywire-2';

/** A value of a stored target that was exchanged: what stood in both texts, and what stands there now. */
export const Repair = z.object({
  kind: z.enum(['number', 'date', 'time', 'name', 'literal']),
  sourceBefore: z.string(),
  sourceAfter: z.string(),
  targetBefore: z.string(),
  targetAfter: z.string(),
});
export type Repair = Readonly<z.infer<typeof Repair>>;

/** Words that turn a meaning round and stand in one of the two sources alone. */
export const Alarm = z.object({
  kind: z.enum(['negation', 'quantity', 'direction', 'sign']),
  /** In the text that is looked up, in the case in which they are written. */
  wanted: z.array(z.string()).readonly(),
  /** In the unit's source. */
  stored: z.array(z.string()).readonly(),
});
export type Alarm = Readonly<z.infer<typeof Alarm>>;

/**
 * One unit that can serve a segment. `score` is an integer: 102 and 101 context, 100 equal text,
 * 99 and below fuzzy or reduced by a named deduction; `previous-version` is a fuzzy one.
 */
export const Match = z.object({
  kind: z.enum(['context', 'exact', 'repaired', 'previous-version', 'fuzzy']),
  score: z.int().min(0).max(102),
  unitId: z.string(),
  source: CodedText,
  target: CodedText,
  parts: z.object({
    /** Score of the words before deductions. */
    base: z.int().min(0).max(100),
    /** Named, in points; the sum explains `score`. */
    deductions: z.array(z.object({ name: z.string(), points: z.int() })).readonly(),
    formula: z.string(),
  }),
  /** Where the target comes from: see `TranslationUnit`. */
  origin: Origin.optional(),
  review: Review,
  changedAt: z.string().optional(),
  changedBy: z.string().optional(),
  articleId: z.string().optional(),
  version: z.int().optional(),
  file: z.string().optional(),
  /** The memory and its place in their order, from 0; absent where there is only one. */
  memory: z.object({ name: z.string(), order: z.int() }).optional(),
  /** The target's locale, where it is another variant of the one that was asked for. */
  locale: Locale.optional(),
  /** Unit with another target that was approved later for the same text in the same place. */
  staleBy: z.string().optional(),
  /** It is what this sentence was in the version before: which that is, and what changed since. */
  previous: z.object({ version: z.int(), diff: z.array(DiffPart).readonly() }).optional(),
  /** What was exchanged to make the target fit; `target` has it in it. */
  repairs: z.array(Repair).readonly().optional(),
  /** `target` has the inline codes of the text that was looked up: nothing but codes differs. */
  codesPlaced: z.boolean().optional(),
  /** What differs though the words are the same: where, and how the source has it. */
  foldings: z.array(Folding).readonly().optional(),
  /** Why values that alone differ were not exchanged. */
  refusal: z.object({ value: z.string(), reason: z.string() }).optional(),
  /** A match with an alarm is never served by itself, whatever its score. */
  alarms: z.array(Alarm).readonly().optional(),
});
export type Match = Readonly<z.infer<typeof Match>>;

/** The bands in which leverage is counted, best first. */
export const LEVERAGE_BANDS = ['102', '101', '100', '99', '95-98', '85-94', '75-84', '70-74', 'new'] as const;
export type LeverageBand = (typeof LEVERAGE_BANDS)[number];

export const Leverage = z.record(z.enum(LEVERAGE_BANDS), z.object({ segments: z.int(), words: z.int() }));
export type Leverage = Readonly<z.infer<typeof Leverage>>;

/** What tm-lookup delivers for one locale: at most a few matches per segment, best first. */
export const LocaleMatches = z.object({
  locale: Locale,
  /** In the document's segment order; segments without a match have an empty list. */
  segments: z.array(z.object({ segmentId: z.string(), matches: z.array(Match).readonly() })).readonly(),
  leverage: Leverage,
  /** Terms of the glossary in the segments, by segment and place. Absent: there is no glossary. */
  terms: z.array(TermUse).readonly().optional(),
});
export type LocaleMatches = Readonly<z.infer<typeof LocaleMatches>>;
