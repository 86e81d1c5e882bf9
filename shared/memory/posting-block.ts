import { hasPosting } from './growing-buckets.ts';
import {
  countedWeight,
  filterPostings,
  filterRelatives,
  POSTING_BYTES,
  POSTING_WORDS,
  type PostingQuery,
} from './posting.ts';
import { sortNumbers } from './sort-numbers.ts';
import type { Candidate } from './tm-index.ts';
import type { SourceId } from './token-hash.ts';

/** The postings of consecutive buckets, side by side, those of a bucket by their weight. */
export interface PostingBlock {
  /** Bytes that it takes. */
  readonly bytes: number;
  has(bucket: number, posting: Uint32Array): boolean;
  /** Adds to `found` what `filterPostings` finds in a bucket, without looking at what is too light or too heavy. */
  filter(bucket: number, asked: PostingQuery, found: Candidate[]): void;
  /** Adds to `found` what `filterRelatives` finds in a bucket. */
  relatives(bucket: number, family: SourceId, found: Candidate[]): void;
}

/** Room for the places of a bucket's postings in a number that is sorted by weight. */
const PLACES = 0x1_00_00_00;

/** Packs buckets as they are stored; null: an empty one. They are numbered from 0 in their order. */
export function packBlock(buckets: readonly (Uint8Array | null)[]): PostingBlock {
  const starts = new Uint32Array(buckets.length + 1);
  for (const [at, bucket] of buckets.entries()) {
    starts[at + 1] = (starts[at] ?? 0) + Math.floor((bucket?.length ?? 0) / POSTING_BYTES);
  }
  const postings = new Uint32Array((starts[buckets.length] ?? 0) * POSTING_WORDS);
  const weights = new Uint8Array(starts[buckets.length] ?? 0);
  for (const [at, bucket] of buckets.entries()) {
    if (bucket !== null) {
      putByWeight(bucket, { postings, weights, place: starts[at] ?? 0 });
    }
  }
  return {
    bytes: postings.byteLength + weights.byteLength + starts.byteLength,
    has(bucket, posting) {
      const [from, end] = [starts[bucket] ?? 0, starts[bucket + 1] ?? 0];
      return hasPosting(postings, [from * POSTING_WORDS, end * POSTING_WORDS], posting);
    },
    filter(bucket, asked, found) {
      const end = starts[bucket + 1] ?? 0;
      const first = firstFrom(weights, starts[bucket] ?? 0, end, asked.lightest);
      const last = firstFrom(weights, first, end, asked.heaviest + 1);
      filterPostings(postings, [first * POSTING_WORDS, last * POSTING_WORDS], asked, found);
    },
    relatives(bucket, family, found) {
      const from = starts[bucket] ?? 0;
      const end = firstFrom(weights, from, starts[bucket + 1] ?? 0, 1); // they come first, without weight
      filterRelatives(postings, [from * POSTING_WORDS, end * POSTING_WORDS], family, found);
    },
  };
}

/** The first place, of those from `low` to `high`, from which on weights are `weight` or more. */
function firstFrom(weights: Uint8Array, from: number, end: number, weight: number): number {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((weights[middle] ?? 0) < weight) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Puts the postings of a stored bucket from `place` on, the lightest first. */
function putByWeight(
  bucket: Uint8Array,
  {
    postings,
    weights,
    place,
  }: { readonly postings: Uint32Array; readonly weights: Uint8Array; readonly place: number },
): void {
  const size = Math.floor(bucket.length / POSTING_BYTES);
  const words = new Uint32Array(size * POSTING_WORDS);
  new Uint8Array(words.buffer).set(bucket.subarray(0, size * POSTING_BYTES)); // stored bytes are not aligned
  const order = new Float64Array(size);
  for (let at = 0; at < size; at += 1) {
    order[at] = countedWeight(words, at * POSTING_WORDS) * PLACES + at;
  }
  sortNumbers(order);
  for (let at = 0; at < size; at += 1) {
    const from = ((order[at] ?? 0) % PLACES) * POSTING_WORDS;
    const to = (place + at) * POSTING_WORDS;
    for (let word = 0; word < POSTING_WORDS; word += 1) {
      postings[to + word] = words[from + word] ?? 0;
    }
    weights[place + at] = countedWeight(words, from);
  }
}
