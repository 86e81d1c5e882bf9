import { z } from 'zod';
import type { Locale } from '../../document/locale.ts';
import { Span } from '../../document/span.ts';
import type { StoredUnit } from '../stored-unit.ts';

/** What maintenance looks for, in the order in which it is listed. */
export const FINDING_KINDS = [
  'duplicate',
  'contradiction',
  'mismatch',
  'same-as-source',
  'untranslated-fragment',
] as const;
export const FindingKind = z.enum(FINDING_KINDS);
export type FindingKind = z.infer<typeof FindingKind>;

/** What a person may do about a finding. */
export const FindingAction = z.enum(['keep', 'set-aside', 'leave']);
export type FindingAction = z.infer<typeof FindingAction>;

/** One fact that speaks for a finding, with the words it is about. */
export const FindingReason = z.object({
  rule: z.string(),
  message: z.string(),
  /** Unit whose text is meant; absent: the finding as a whole. */
  unitId: z.string().optional(),
  /** In the unit's target. */
  span: Span.optional(),
});
export type FindingReason = Readonly<z.infer<typeof FindingReason>>;

/** Something in the memory that a person should look at. Nothing is changed by it. */
export interface Finding {
  readonly kind: FindingKind;
  /** Of one source, locale and memory. Of several, the first is the one to keep. */
  readonly units: readonly StoredUnit[];
  readonly why: readonly FindingReason[];
  /** `keep`: the first unit stays, the others are set aside. */
  readonly proposal: Exclude<FindingAction, 'leave'>;
}

/**
 * Looks at the served units of one source id in one locale and one memory: their sources have the same
 * words and may differ in the rest. Pure, and the same units give the same findings.
 */
export type Finder = (units: readonly StoredUnit[], locales: FinderLocales) => readonly Finding[];

export interface FinderLocales {
  readonly sourceLocale: Locale;
  readonly locale: Locale;
}
