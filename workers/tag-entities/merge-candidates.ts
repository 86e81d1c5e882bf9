import { PLACEHOLDER } from '../../shared/document/inline-code.ts';
import type { Candidate } from './candidate.ts';
import type { DocumentView } from './document-view.ts';

/**
 * Leaves of candidates that overlap the one of higher rank, then the longer, then the listed or the surer one,
 * and returns them in reading order. Spans that are empty, outside their segment, inside a
 * surrogate pair or over an inline code are dropped, whoever proposed them.
 */
export function mergeCandidates(view: DocumentView, candidates: readonly Candidate[]): readonly Candidate[] {
  const taken = view.segments.map(({ text }) => new Uint8Array(text.length));
  const kept: Candidate[] = [];
  for (const candidate of candidates.filter((each) => isSound(view, each)).toSorted(byWeight)) {
    const { segment, start, end } = candidate;
    if (taken[segment]?.subarray(start, end).includes(1) === false) {
      taken[segment].fill(1, start, end);
      kept.push(candidate);
    }
  }
  return kept.toSorted(byReadingOrder);
}

function isSound(view: DocumentView, { segment, start, end }: Candidate): boolean {
  const text = view.segments[segment]?.text;
  if (text === undefined || start < 0 || end <= start || end > text.length) {
    return false;
  }
  const slice = text.slice(start, end);
  return !slice.includes(PLACEHOLDER) && !splitsPair(text, start) && !splitsPair(text, end);
}

function splitsPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at - 1, at + 1));
}

function byWeight(a: Candidate, b: Candidate): number {
  return (
    b.rank - a.rank ||
    b.end - b.start - (a.end - a.start) ||
    Number(isListed(b)) - Number(isListed(a)) ||
    b.confidence - a.confidence ||
    byReadingOrder(a, b)
  );
}

/** Of two that found the same span, the one that knows what it denotes. */
function isListed({ reading }: Candidate): boolean {
  return reading.kind === 'entry' && !reading.short;
}

function byReadingOrder(a: Candidate, b: Candidate): number {
  return a.segment - b.segment || a.start - b.start;
}
