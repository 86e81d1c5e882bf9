import { type Comparable, isWordToken } from './comparable.ts';
import { baseScore, largestDistance } from './score.ts';
import type { Candidate } from './tm-index.ts';
import { formatSourceId } from './token-hash.ts';

/**
 * What the index keeps of a source under each of its signatures: five 32-bit words, in the machine's
 * byte order. Id high and low; 80 bits for words, one per distinct element; 8 bits for marks; the
 * weight in 8 bits.
 */
export const POSTING_WORDS = 5;
export const POSTING_BYTES = 4 * POSTING_WORDS;

/** The weight of a source that weighs this much or more. */
const HEAVIEST_COUNTED = 255;

const WORD_BITS = 80;
const MARK_BITS = 8;
const MARKS = 0xff_00;

/** Sums up a source with its elements. */
export function postingOf({ id, weight }: Comparable, elements: Uint32Array): Uint32Array {
  const posting = new Uint32Array(POSTING_WORDS);
  posting[0] = id.high;
  posting[1] = id.low;
  posting[4] = Math.min(weight, HEAVIEST_COUNTED);
  for (const element of elements) {
    const bit = isWordToken(element) ? (element >>> 1) % WORD_BITS : -1 - ((element >>> 1) % MARK_BITS);
    if (bit < 0) {
      posting[4] |= 1 << (7 - bit);
    } else if (bit < 64) {
      posting[2 + (bit >>> 5)] = (posting[2 + (bit >>> 5)] ?? 0) | (1 << (bit & 31));
    } else {
      posting[4] |= 1 << (bit - 48);
    }
  }
  return posting;
}

/** A posting that passed the filter. */
export interface FoundPosting {
  readonly high: number;
  readonly low: number;
  /** 0..100. */
  readonly bound: number;
}

/** What a query asks of postings. */
export interface PostingQuery {
  readonly posting: Uint32Array;
  readonly weight: number;
  readonly minScore: number;
}

/**
 * Adds to `found` what may score `minScore` or more among the postings that begin at `from` and end
 * before `end`.
 *
 * A bit that one side alone has stands for at least one element that the other lacks: weight 2 in
 * the part for words, 1 in the part for marks. So each side has at most its weight less those in
 * common with the other, which bounds the score from above.
 */
export function filterPostings(
  postings: Uint32Array,
  [from, end]: readonly [number, number],
  { posting, weight, minScore }: PostingQuery,
  found: FoundPosting[],
): void {
  const [high = 0, low = 0, first = 0, second = 0, third = 0] = posting;
  const lightest = weight - largestDistance(weight, minScore);
  for (let at = from; at < end; at += POSTING_WORDS) {
    const last = postings[at + 4] ?? 0;
    const otherWeight = last & 0xff;
    if (otherWeight < lightest && otherWeight < HEAVIEST_COUNTED) {
      continue;
    }
    const heavier = Math.max(weight, otherWeight);
    const needed = heavier - largestDistance(heavier, minScore);
    const a = postings[at + 2] ?? 0;
    const b = postings[at + 3] ?? 0;
    const shared = weight - onlyWeight(first & ~a, second & ~b, third & ~last);
    if (shared < needed) {
      continue;
    }
    const others =
      otherWeight === HEAVIEST_COUNTED
        ? shared
        : otherWeight - onlyWeight(a & ~first, b & ~second, last & ~third);
    const common = Math.min(shared, others);
    if (common >= needed && (postings[at] !== high || postings[at + 1] !== low)) {
      const distance = Math.max(1, heavier - common); // other words: only equal ids have equal words
      found.push({
        high: postings[at] ?? 0,
        low: postings[at + 1] ?? 0,
        bound: baseScore(heavier, heavier, distance),
      });
    }
  }
}

/** Best bound first, each id once, with its highest bound. */
export function rankCandidates(found: FoundPosting[]): readonly Candidate[] {
  found.sort((a, b) => b.bound - a.bound);
  const bounds = new Map<string, number>();
  for (const posting of found) {
    const id = formatSourceId(posting);
    if (!bounds.has(id)) {
      bounds.set(id, posting.bound);
    }
  }
  return Array.from(bounds, ([id, bound]) => ({ id, bound }));
}

function onlyWeight(first: number, second: number, third: number): number {
  return 2 * (countBits(first) + countBits(second) + countBits(third >>> 16)) + countBits(third & MARKS);
}

/** Number of bits set in a 32-bit word. */
function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55_55_55_55);
  bits = (bits & 0x33_33_33_33) + ((bits >>> 2) & 0x33_33_33_33);
  return Math.imul((bits + (bits >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}
