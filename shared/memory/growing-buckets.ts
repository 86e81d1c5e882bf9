import { filterPostings, filterRelatives, POSTING_WORDS, type PostingQuery } from './posting.ts';
import type { Candidate } from './tm-index.ts';
import type { SourceId } from './token-hash.ts';

/** Buckets of postings that are added one by one, each in an array that grows. */
export interface GrowingBuckets {
  /** Bytes that the postings take. */
  readonly bytes: number;
  file(bucket: number, posting: Uint32Array): void;
  has(bucket: number, posting: Uint32Array): boolean;
  /** Adds to `found` what `filterPostings` finds in a bucket. */
  filter(bucket: number, asked: PostingQuery, found: Candidate[]): void;
  /** Adds to `found` what `filterRelatives` finds in a bucket. */
  relatives(bucket: number, family: SourceId, found: Candidate[]): void;
}

interface Bucket {
  /** Words in use. */
  used: number;
  postings: Uint32Array;
}

export function createGrowingBuckets(): GrowingBuckets {
  const buckets = new Map<number, Bucket>();
  let bytes = 0;
  return {
    get bytes() {
      return bytes;
    },
    file(number, posting) {
      let bucket = buckets.get(number);
      if (bucket === undefined) {
        bucket = { used: 0, postings: new Uint32Array(2 * POSTING_WORDS) };
        buckets.set(number, bucket);
        bytes += bucket.postings.byteLength;
      }
      if (bucket.used === bucket.postings.length) {
        const grown = new Uint32Array(bucket.postings.length * 2);
        grown.set(bucket.postings);
        bytes += bucket.postings.byteLength;
        bucket.postings = grown;
      }
      bucket.postings.set(posting, bucket.used);
      bucket.used += POSTING_WORDS;
    },
    has(number, posting) {
      const bucket = buckets.get(number);
      return bucket !== undefined && hasPosting(bucket.postings, [0, bucket.used], posting);
    },
    filter(number, asked, found) {
      const bucket = buckets.get(number);
      if (bucket !== undefined) {
        filterPostings(bucket.postings, [0, bucket.used], asked, found);
      }
    },
    relatives(number, family, found) {
      const bucket = buckets.get(number);
      if (bucket !== undefined) {
        filterRelatives(bucket.postings, [0, bucket.used], family, found);
      }
    },
  };
}

/** Tells whether `posting` is among those that begin at `from` and end before `end`. */
export function hasPosting(
  postings: Uint32Array,
  [from, end]: readonly [number, number],
  posting: Uint32Array,
): boolean {
  for (let at = from; at < end; at += POSTING_WORDS) {
    let word = 0;
    while (word < POSTING_WORDS && postings[at + word] === posting[word]) {
      word += 1;
    }
    if (word === POSTING_WORDS) {
      return true;
    }
  }
  return false;
}
