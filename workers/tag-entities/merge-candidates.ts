import { PLACEHOLDER } from '../../shared/document/inline-code.ts';
import type { Candidate } from './candidate.ts';
import type { DocumentView } from './document-view.ts';

/**
 * Leaves of candidates that overlap the one of higher rank, then the longer, then the listed or the surer one,
 * and returns them in reading order. Spans that are empty, outside their segment, inside a
 * surrogate pair or over an inline code are dropped, whoever proposed them.
 */
export function mergeCandidates(view: DocumentView, candidates: readonly Candidate[]): readonly Candidate[] {
  const { offsets, taken } = emptyPlaces(view);
  const kept: Candidate[] = [];
  for (const candidate of candidates.filter((each) => isSound(view, each)).toSorted(byWeight)) {
    const offset = offsets[candidate.segment] ?? 0;
    const start = offset + candidate.start;
    const end = offset + candidate.end;
    if (isFree(taken, start, end)) {
      taken.fill(1, start, end);
      kept.push(candidate);
    }
  }
  return kept.toSorted(byReadingOrder);
}

interface Places {
  /** Where each segment begins in `taken`. */
  readonly offsets: Int32Array;
  /** By code unit of the document: 1 where a candidate was kept. */
  readonly taken: Uint8Array;
}

function emptyPlaces({ segments }: DocumentView): Places {
  const offsets = new Int32Array(segments.length);
  let size = 0;
  for (const [segment, { text }] of segments.entries()) {
    offsets[segment] = size;
    size += text.length;
  }
  return { offsets, taken: new Uint8Array(size) };
}

function isFree(taken: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (taken[at] === 1) {
      return false;
    }
  }
  return true;
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
  return (text.charCodeAt(at - 1) & 0xfc_00) === 0xd8_00 && (text.charCodeAt(at) & 0xfc_00) === 0xdc_00;
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
