import type { Comparable } from './comparable.ts';
import { type FilingOptions, filingsOf } from './filing.ts';
import { POSTING_WORDS } from './posting.ts';

/** Postings of many sources, to be written bucket by bucket. */
export interface PostingBatch {
  /** Postings it holds. */
  readonly size: number;
  add(source: Comparable): void;
  /**
   * Gives back what it holds, sorted by bucket, and empties it: pieces of about `bytes` bytes, each
   * of records of bucket, number of postings (32 bits each, in the machine's byte order) and the postings.
   */
  drain(bytes: number): Iterable<Buffer>;
}

/** Words before the postings of a bucket. */
const HEAD_WORDS = 2;

/** Makes an empty batch for an index. */
export function createPostingBatch(options: FilingOptions): PostingBatch {
  const buckets = createGrowing();
  const sources = createGrowing();
  const postings = createGrowing();
  return {
    get size() {
      return buckets.length;
    },
    add(source) {
      for (const filing of filingsOf(source, options)) {
        const at = postings.length / POSTING_WORDS;
        for (const word of filing.posting) {
          postings.push(word);
        }
        for (const bucket of filing.buckets) {
          buckets.push(bucket);
          sources.push(at);
        }
      }
    },
    *drain(bytes) {
      const filed = { buckets: buckets.values(), sources: sources.values(), postings: postings.values() };
      const order = sortByBucket(filed.buckets, options.bits);
      for (let at = 0; at < order.length; ) {
        const end = endOfPiece(order, at, { buckets: filed.buckets, words: bytes / 4 });
        yield packPiece(order.subarray(at, end), filed);
        at = end;
      }
      for (const list of [buckets, sources, postings]) {
        list.clear();
      }
    },
  };
}

/** Where a piece of about `words` words ends that begins at `from`: at the end of a bucket. */
function endOfPiece(
  order: Uint32Array,
  from: number,
  { buckets, words }: { readonly buckets: Uint32Array; readonly words: number },
): number {
  let size = 0;
  let bucket = -1;
  for (let at = from; at < order.length; at += 1) {
    const next = buckets[order[at] ?? 0] ?? 0;
    if (next !== bucket && size >= words) {
      return at;
    }
    size += POSTING_WORDS + (next === bucket ? 0 : HEAD_WORDS);
    bucket = next;
  }
  return order.length;
}

interface Filed {
  /** Per place a bucket, and the number of its posting. */
  readonly buckets: Uint32Array;
  readonly sources: Uint32Array;
  readonly postings: Uint32Array;
}

/** Packs the postings of the given places, which are in the order of their buckets. */
function packPiece(places: Uint32Array, { buckets, sources, postings }: Filed): Buffer {
  const piece = new Uint32Array(places.length * (HEAD_WORDS + POSTING_WORDS));
  let used = 0;
  let head = 0;
  let bucket = -1;
  for (const place of places) {
    const next = buckets[place] ?? 0;
    if (next !== bucket) {
      bucket = next;
      head = used;
      piece[head] = bucket;
      used += HEAD_WORDS;
    }
    piece[head + 1] = (piece[head + 1] ?? 0) + 1;
    const from = (sources[place] ?? 0) * POSTING_WORDS;
    for (let word = 0; word < POSTING_WORDS; word += 1) {
      piece[used] = postings[from + word] ?? 0;
      used += 1;
    }
  }
  return Buffer.from(piece.buffer, 0, used * 4);
}

/** The places of a list of buckets, in the order of the buckets (counting sort). */
function sortByBucket(buckets: Uint32Array, bits: number): Uint32Array {
  const starts = new Uint32Array(2 ** bits + 1);
  for (const bucket of buckets) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket += 1) {
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  }
  const order = new Uint32Array(buckets.length);
  for (let at = 0; at < buckets.length; at += 1) {
    const bucket = buckets[at] ?? 0;
    const place = starts[bucket] ?? 0;
    order[place] = at;
    starts[bucket] = place + 1;
  }
  return order;
}

interface Growing {
  readonly length: number;
  push(value: number): void;
  values(): Uint32Array;
  clear(): void;
}

function createGrowing(): Growing {
  let values = new Uint32Array(4096);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const grown = new Uint32Array(values.length * 2);
        grown.set(values);
        values = grown;
      }
      values[length] = value;
      length += 1;
    },
    values: () => values.subarray(0, length),
    clear() {
      length = 0;
    },
  };
}
