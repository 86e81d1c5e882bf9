import type { FixPlace } from './entity-fix.ts';
import type { Span } from './span.ts';

/** A stretch of the text of one segment. */
export interface TextPlace extends Span {
  /** Position of the segment in the document. */
  readonly segment: number;
}

interface SegmentText {
  readonly id: string;
  readonly text: string;
}

/** Code units that are remembered on either side. */
const AROUND = 32;
/** Of what was remembered, this much has to stand there still. */
const LEAST_ALIKE = 8;
const EDGES = { start: '\u0002', end: '\u0003' } as const;

/** Describes a place of a segment so that `findPlace` finds it again. */
export function placeAt({ id, text }: SegmentText, span: Span): FixPlace {
  return { segmentId: id, start: span.start, text: text.slice(span.start, span.end), ...around(text, span) };
}

/**
 * Finds a place again: in the same segment, whose text is the same then, else where the same words
 * stand in the surroundings most like those remembered. Undefined where no place is like enough.
 */
export function findPlace(segments: readonly SegmentText[], place: FixPlace): TextPlace | undefined {
  const end = place.start + place.text.length;
  const same = segments.findIndex(({ id }) => id === place.segmentId);
  if (segments[same]?.text.slice(place.start, end) === place.text) {
    return { segment: same, start: place.start, end };
  }
  const least = Math.min(LEAST_ALIKE, place.before.length + place.after.length);
  let best: TextPlace | undefined;
  let bestLikeness = least - 1;
  for (const found of occurrencesOf(segments, place.text)) {
    const likeness = likenessOf(around(segments[found.segment]?.text ?? '', found), place);
    if (likeness > bestLikeness) {
      best = found;
      bestLikeness = likeness;
    }
  }
  return best;
}

/** The place as it is described in these segments, so that it is found after their next change too. */
export function placeAgain(segments: readonly SegmentText[], place: FixPlace): FixPlace {
  const found = findPlace(segments, place);
  const segment = segments[found?.segment ?? -1];
  return found === undefined || segment === undefined ? place : placeAt(segment, found);
}

/** Every place where `text` stands as whole words, in reading order, without overlaps. */
export function wholeOccurrences(segments: readonly SegmentText[], text: string): readonly TextPlace[] {
  let last: TextPlace | undefined;
  return occurrencesOf(segments, text).filter((place) => {
    const isApart = last?.segment !== place.segment || last.end <= place.start;
    const isTaken = isApart && isWhole(segments[place.segment]?.text ?? '', place);
    last = isTaken ? place : last;
    return isTaken;
  });
}

/** Every place of `wanted` in a text, also those that overlap; none for an empty one. */
export function spansOf(text: string, wanted: string): readonly Span[] {
  const spans: Span[] = [];
  let start = wanted === '' ? -1 : text.indexOf(wanted);
  while (start !== -1) {
    spans.push({ start, end: start + wanted.length });
    start = text.indexOf(wanted, start + 1);
  }
  return spans;
}

function occurrencesOf(segments: readonly SegmentText[], wanted: string): readonly TextPlace[] {
  return segments.flatMap(({ text }, segment) => spansOf(text, wanted).map((span) => ({ segment, ...span })));
}

function around(text: string, { start, end }: Span): Pick<FixPlace, 'before' | 'after'> {
  return {
    before: (EDGES.start + text.slice(0, start)).slice(-AROUND),
    after: (text.slice(end) + EDGES.end).slice(0, AROUND),
  };
}

type Surroundings = Pick<FixPlace, 'before' | 'after'>;

/** Code units that agree from the place outwards, on both sides. */
function likenessOf(a: Surroundings, b: Surroundings): number {
  let before = 0;
  while (
    before < Math.min(a.before.length, b.before.length) &&
    a.before.at(-1 - before) === b.before.at(-1 - before)
  ) {
    before += 1;
  }
  let after = 0;
  while (after < Math.min(a.after.length, b.after.length) && a.after[after] === b.after[after]) {
    after += 1;
  }
  return before + after;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** Scripts that set no spaces: any place may be the edge of a word. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

function isWhole(text: string, { start, end }: Span): boolean {
  const [before, first] = [lastOf(text.slice(0, start)), firstOf(text.slice(start, end))];
  const [last, after] = [lastOf(text.slice(start, end)), firstOf(text.slice(end))];
  return !isInside(before, first) && !isInside(last, after);
}

function isInside(left: string, right: string): boolean {
  return LETTER.test(left) && LETTER.test(right) && !UNSPACED.test(left) && !UNSPACED.test(right);
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0x20);
}

function lastOf(text: string): string {
  return /[\uD800-\uDBFF]?[\s\S]$/.exec(text)?.[0] ?? ' ';
}
