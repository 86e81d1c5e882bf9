import { z } from 'zod';

/** The key of a repair: survives edits elsewhere in the article, and other repairs taken back. */
export const RepairKey = z.string().regex(/^r[0-9a-z]{12}$/u);

/** What people decided about the repairs of an article version. */
export const SourceReview = z.object({
  /** Keys of repairs that are not to be made; sorted, each once. */
  undone: z.array(RepairKey).max(10_000).readonly(),
  /** Names of rules that are switched off for this article; sorted, each once. */
  disabledRules: z.array(z.string()).max(1000).readonly(),
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

/** A review after a change; what is both taken back and asked for again is asked for again. */
export function changeReview(review: SourceReview, change: ReviewChange): SourceReview {
  return {
    undone: merged(review.undone, change.undo, change.redo),
    disabledRules: merged(review.disabledRules, change.disableRules, change.enableRules),
  };
}

/** Whether two reviews decide the same. */
export function isSameReview(a: SourceReview, b: SourceReview): boolean {
  return a.undone.join(' ') === b.undone.join(' ') && a.disabledRules.join(' ') === b.disabledRules.join(' ');
}

function merged(
  known: readonly string[],
  added: readonly string[] = [],
  dropped: readonly string[] = [],
): readonly string[] {
  const gone = new Set(dropped);
  return [...new Set([...known, ...added])].filter((item) => !gone.has(item)).toSorted();
}
