import { z } from 'zod';
import { EntityFix } from './entity-fix.ts';
import { RepairKey } from './repair-key.ts';

/** Fixes that one article may have. */
export const MOST_FIXES = 1000;

/** What people decided about the repairs of an article version, and about what it names. */
export const SourceReview = z.object({
  /** Keys of repairs that are not to be made; sorted, each once. */
  undone: z.array(RepairKey).max(10_000).readonly(),
  /** Names of rules that are switched off for this article; sorted, each once. */
  disabledRules: z.array(z.string()).max(1000).readonly(),
  /** In the order in which they were made: of two that concern one place the later one holds. */
  fixes: z.array(EntityFix).max(MOST_FIXES).readonly().optional(),
});
export type SourceReview = Readonly<z.infer<typeof SourceReview>>;

/** What is asked for in one go; each list may be absent. */
export interface ReviewChange {
  readonly undo?: readonly string[] | undefined;
  readonly redo?: readonly string[] | undefined;
  readonly disableRules?: readonly string[] | undefined;
  readonly enableRules?: readonly string[] | undefined;
}

/** Nothing was decided: every rule runs and every repair is made. */
export const NO_REVIEW: SourceReview = { undone: [], disabledRules: [] };

/** A review after a change of its repairs; what is both taken back and asked for again is asked for again. */
export function changeReview(review: SourceReview, change: ReviewChange): SourceReview {
  return {
    ...review,
    undone: merged(review.undone, change.undo, change.redo),
    disabledRules: merged(review.disabledRules, change.disableRules, change.enableRules),
  };
}

/** Whether two reviews decide the same. */
export function isSameReview(a: SourceReview, b: SourceReview): boolean {
  return textOf(a) === textOf(b);
}

function textOf({ undone, disabledRules, fixes = [] }: SourceReview): string {
  return JSON.stringify([undone, disabledRules, fixes]);
}

function merged(
  known: readonly string[],
  added: readonly string[] = [],
  dropped: readonly string[] = [],
): readonly string[] {
  const gone = new Set(dropped);
  return [...new Set([...known, ...added])].filter((item) => !gone.has(item)).toSorted();
}
