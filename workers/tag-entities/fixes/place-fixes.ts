import type { Document } from '../../../shared/document/document.ts';
import { findPlace, type TextPlace, wholeOccurrences } from '../../../shared/document/fix-place.ts';
import { spansOverlap } from '../../../shared/document/span.ts';
import type { SettledFix } from './settle-fixes.ts';

/** A place of the document at which a fix holds. */
export interface PlacedFix extends TextPlace {
  readonly settled: SettledFix;
  /** The place that was pointed at; others have the same words, and yield to longer names around them. */
  readonly isOwn: boolean;
}

/**
 * Finds where each fix holds, in no order, without overlaps. Of two that were pointed at one place the
 * later one holds, and what was pointed at a place outweighs what holds everywhere.
 */
export function placeFixes({ segments }: Document, fixes: readonly SettledFix[]): readonly PlacedFix[] {
  const newestFirst = fixes.toReversed();
  const taken = new Map<number, PlacedFix[]>();
  const take = (placed: PlacedFix): void => {
    const others = taken.get(placed.segment) ?? [];
    if (!others.some((other) => spansOverlap(other, placed))) {
      taken.set(placed.segment, [...others, placed]);
    }
  };
  for (const settled of newestFirst) {
    const found = findPlace(segments, settled.fix.place);
    if (found !== undefined) {
      take({ ...found, settled, isOwn: true });
    }
  }
  for (const settled of newestFirst.filter(({ fix }) => fix.everywhere === true)) {
    for (const found of wholeOccurrences(segments, settled.fix.place.text)) {
      take({ ...found, settled, isOwn: false });
    }
  }
  return [...taken.values()].flat();
}
