import { spansOverlap } from '../../../shared/document/span.ts';
import type { Candidate } from '../candidate.ts';
import type { DocumentView } from '../document-view.ts';
import { mergeCandidates } from '../merge-candidates.ts';
import { findAcronyms } from './find-acronyms.ts';
import { findRepeatedNames } from './find-repeated-names.ts';
import { findShortMentions } from './find-short-mentions.ts';

/**
 * Joins short mentions to full names: what the article itself says about a form outweighs what the
 * gazetteer or the shape of the words suggests.
 */
export function resolveNames(view: DocumentView, candidates: readonly Candidate[]): readonly Candidate[] {
  const found = withoutParts(
    [
      ...findShortMentions(view, candidates),
      ...findAcronyms(view, candidates),
      ...findRepeatedNames(view, candidates),
    ],
    candidates,
  );
  const settled = candidates.filter(
    (candidate) => !(isTentative(candidate) && found.some((other) => sameSpan(other, candidate))),
  );
  return mergeCandidates(view, [...settled, ...found]);
}

/** A surname inside its own full name is no mention of its own. */
function withoutParts(found: readonly Candidate[], known: readonly Candidate[]): readonly Candidate[] {
  const bySegment = new Map<number, Candidate[]>();
  for (const each of known) {
    const bucket = bySegment.get(each.segment) ?? [];
    bucket.push(each);
    bySegment.set(each.segment, bucket);
  }
  return found.filter((each) =>
    (bySegment.get(each.segment) ?? []).every((other) => !spansOverlap(each, other) || sameSpan(each, other)),
  );
}

/** A short gazetteer form ("Trump") or an acronym by shape yields to the article's own use. */
function isTentative({ reading, confidence }: Candidate): boolean {
  return (reading.kind === 'entry' && reading.short) || confidence < 0.7;
}

function sameSpan(a: Candidate, b: Candidate): boolean {
  return a.segment === b.segment && a.start === b.start && a.end === b.end;
}
