import { groupBy } from '../../../shared/document/group-by.ts';
import { type Span, spansOverlap } from '../../../shared/document/span.ts';
import type { Candidate } from '../candidate.ts';
import type { PlacedFix } from './place-fixes.ts';

/** Candidates among which fixes hold, and the places at which they do. */
export interface HeldCandidates {
  /** In reading order, without overlaps. */
  readonly candidates: readonly Candidate[];
  readonly places: readonly PlacedFix[];
}

/** What a fix puts in its place, where it puts anything; `read` is what stands in the same span already. */
export type CandidateOf = (placed: PlacedFix, read: Candidate | undefined) => Candidate | undefined;

/**
 * Makes fixes hold among `candidates`, which do not overlap: what overlaps a place goes, and what the
 * fix says comes. A place that only has the same words as the one that was pointed at yields where a
 * longer name contains it.
 */
export function holdFixes(
  candidates: readonly Candidate[],
  placed: readonly PlacedFix[],
  candidateOf: CandidateOf,
): HeldCandidates {
  if (placed.length === 0) {
    return { candidates, places: [] };
  }
  const bySegment = groupBy(candidates, ({ segment }) => segment);
  const overlapping = (place: PlacedFix): readonly Candidate[] =>
    (bySegment.get(place.segment) ?? []).filter((each) => spansOverlap(each, place));
  const places = placed.filter(
    (place) => place.isOwn || !overlapping(place).some((each) => isLongerAround(each, place)),
  );
  const gone = new Set(places.flatMap(overlapping));
  const added = places.flatMap((place) => {
    const read = overlapping(place).find(({ start, end }) => start === place.start && end === place.end);
    return candidateOf(place, read) ?? [];
  });
  const kept = candidates.filter((each) => !gone.has(each));
  return {
    candidates: [...kept, ...added].toSorted((a, b) => a.segment - b.segment || a.start - b.start),
    places,
  };
}

function isLongerAround(a: Span, b: Span): boolean {
  return a.start <= b.start && a.end >= b.end && a.end - a.start > b.end - b.start;
}
