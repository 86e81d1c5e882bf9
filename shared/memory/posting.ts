import { type Comparable, isWordToken } from './comparable.ts';
import { baseScore, largestDistance } from './score.ts';
import type { Candidate } from './tm-index.ts';
import type { SourceId } from './token-hash.ts';

/**
 * What the index keeps of a source under each of its signatures: five 32-bit words, in the machine's
 * byte order. Id high and low; 80 bits for words, one per distinct element; 8 bits for marks; the
 * weight in 8 bits.
 */
export const POSTING_WORDS = 5;
export const POSTING_BYTES = 4 * POSTING_WORDS;

/** A recent source has its own posting and one for its family, or zeros for that. */
export const RECENT_BYTES = 2 * POSTING_BYTES;

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

/** The weight that the posting at `at` keeps of its source: it, or the heaviest that is counted. */
export function countedWeight(postings: Uint32Array, at: number): number {
  return (postings[at + 4] ?? 0) & 0xff;
}

/** The weight of what is filed under a family: no text weighs as little. */
const NO_WEIGHT = 0;

/** What the index keeps of a source under its family: both ids, and no weight. */
export function relativeOf({ id }: Pick<Comparable, 'id'>, family: SourceId): Uint32Array {
  return Uint32Array.of(id.high, id.low, family.high, family.low, NO_WEIGHT);
}

/** Adds to `found` the sources that are filed under a family, those that were filed last first. */
export function filterRelatives(
  postings: Uint32Array,
  [from, end]: readonly [number, number],
  family: SourceId,
  found: Candidate[],
): void {
  let left = MOST_RELATIVES;
  for (let at = end - POSTING_WORDS; at >= from && left > 0; at -= POSTING_WORDS) {
    if (
      postings[at + 4] === NO_WEIGHT &&
      postings[at + 2] === family.high &&
      postings[at + 3] === family.low
    ) {
      found.push({ high: postings[at] ?? 0, low: postings[at + 1] ?? 0, bound: 0, isRelated: true });
      left -= 1;
    }
  }
}

/** Sources of one family that are looked at in one bucket. */
const MOST_RELATIVES = 8;

/** What a query asks of postings. */
export interface PostingQuery {
  readonly posting: Uint32Array;
  readonly weight: number;
  /** The lightest and the heaviest counted weight with which a source may score enough. */
  readonly lightest: number;
  readonly heaviest: number;
  /** The weight that it must have in common with a lighter source, and with a heavier one by the weight of that. */
  readonly needed: number;
  readonly neededBy: Uint8Array;
}

/** Asks for what may score `minScore` (1..100) or more against a query with these elements. */
export function askPostings(query: Comparable, elements: Uint32Array, minScore: number): PostingQuery {
  const { weight } = query;
  const needed = weight - largestDistance(weight, minScore);
  return {
    posting: postingOf(query, elements),
    weight,
    lightest: Math.min(HEAVIEST_COUNTED, needed),
    heaviest: Math.min(HEAVIEST_COUNTED, Math.floor((100 * weight) / minScore)),
    needed,
    neededBy: neededWeights(minScore),
  };
}

/**
 * Adds to `found` what may score enough among the postings that begin at `from` and end before `end`.
 *
 * A bit that one side alone has stands for at least one element that the other lacks: weight 2 in
 * the part for words, 1 in the part for marks. So each side has at most its weight less those in
 * common with the other, which bounds the score from above.
 */
export function filterPostings(
  postings: Uint32Array,
  [from, end]: readonly [number, number],
  { posting, weight, lightest, heaviest, needed, neededBy }: PostingQuery,
  found: Candidate[],
): void {
  const high = posting[0] ?? 0;
  const low = posting[1] ?? 0;
  const first = (posting[2] ?? 0) | 0;
  const second = (posting[3] ?? 0) | 0;
  const third = (posting[4] ?? 0) | 0;
  for (let at = from; at < end; at += POSTING_WORDS) {
    const last = (postings[at + 4] ?? 0) | 0;
    const otherWeight = last & 0xff;
    if (otherWeight > heaviest || otherWeight < lightest) {
      continue;
    }
    const required = weight > otherWeight ? needed : (neededBy[otherWeight] ?? 0);
    const a = (postings[at + 2] ?? 0) | 0;
    const b = (postings[at + 3] ?? 0) | 0;
    const shared = weight - onlyWeight(first & ~a, second & ~b, third & ~last);
    if (shared < required) {
      continue;
    }
    const others =
      otherWeight === HEAVIEST_COUNTED
        ? shared
        : otherWeight - onlyWeight(a & ~first, b & ~second, last & ~third);
    const common = Math.min(shared, others);
    if (common >= required && (postings[at] !== high || postings[at + 1] !== low)) {
      const heavier = Math.max(weight, otherWeight);
      const distance = Math.max(1, heavier - common); // other words: only equal ids have equal words
      found.push({
        high: postings[at] ?? 0,
        low: postings[at + 1] ?? 0,
        bound: baseScore(heavier, heavier, distance),
      });
    }
  }
}

/** The weight that two texts have in common at least, by the weight of the heavier one up to what is counted. */
function neededWeights(minScore: number): Uint8Array {
  const known = NEEDED.get(minScore);
  if (known !== undefined) {
    return known;
  }
  const made = Uint8Array.from(
    { length: HEAVIEST_COUNTED + 1 },
    (_, weight) => weight - largestDistance(weight, minScore),
  );
  NEEDED.set(minScore, made);
  return made;
}

/** At most 100 scores. */
const NEEDED = new Map<number, Uint8Array>();

/** Best bound first, each id once, with its highest bound. */
export function rankCandidates(found: Candidate[]): readonly Candidate[] {
  if (found.length < 2) {
    return found;
  }
  found.sort((a, b) => a.high - b.high || a.low - b.low || b.bound - a.bound);
  const once = found.filter(({ high, low }, at) => {
    const before = found[at - 1];
    return before === undefined || before.low !== low || before.high !== high;
  });
  return once.sort((a, b) => b.bound - a.bound);
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
