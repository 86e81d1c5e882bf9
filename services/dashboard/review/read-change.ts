import type { Document } from '../../../shared/document/document.ts';
import type { ReviewChange, SourceReview } from '../../../shared/document/source-review.ts';

/** What the boxes of the review form say: those that are checked, of all that were shown. */
export interface CheckedBoxes {
  /** Keys of repairs to take back. */
  readonly undo: readonly string[];
  /** Rules to leave out. */
  readonly off: readonly string[];
  /** The rule that the form was filtered by; absent: all were shown. */
  readonly rule: string | undefined;
}

/**
 * What changes when the boxes hold: a decision whose box was shown and is no longer checked is
 * dropped, one that the filter hid stays.
 */
export function readChange(document: Document, review: SourceReview, boxes: CheckedBoxes): ReviewChange {
  const { undone = [] } = document.overlays;
  const isShown = (rule: string): boolean => boxes.rule === undefined || boxes.rule === rule;
  const shownKeys = new Set(undone.filter(({ rule }) => isShown(rule)).map(({ key }) => key));
  const decided = new Set(review.undone);
  const isOff = new Set(review.disabledRules);
  return {
    undo: boxes.undo.filter((key) => !decided.has(key)),
    redo: review.undone.filter((key) => shownKeys.has(key) && !boxes.undo.includes(key)),
    disableRules: boxes.off.filter((rule) => !isOff.has(rule)),
    enableRules: review.disabledRules.filter((rule) => isShown(rule) && !boxes.off.includes(rule)),
  };
}
