import type { Comparable } from './comparable.ts';
import { type FilingOptions, filingsOf } from './filing.ts';
import { POSTING_BYTES, POSTING_WORDS } from './posting.ts';

/** Postings of many sources, to be written bucket by bucket. */
export interface PostingBatch {
  /** Postings it holds. */
  readonly size: number;
  add(source: Comparable): void;
  /**
   * Gives back what it holds, sorted by bucket, and empties it: pieces of about `bytes` bytes, each
   * of records of bucket, number of postings (32 bits each, little-endian) and the postings.
   */
  drain(bytes: number): Iterable<Buffer>;
}

const RECORD_HEAD_BYTES = 8;

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
      const order = sortByBucket(buckets.values(), options.bits);
      const words = postings.values();
      let piece = Buffer.allocUnsafe(2 * bytes);
      let used = 0;
      for (let at = 0; at < order.length; ) {
        const bucket = buckets.values()[order[at] ?? 0] ?? 0;
        let end = at + 1;
        while (end < order.length && buckets.values()[order[end] ?? 0] === bucket) {
          end += 1;
        }
        const size = RECORD_HEAD_BYTES + (end - at) * POSTING_BYTES;
        if (used > 0 && used + size > bytes) {
          yield piece.subarray(0, used);
          piece = Buffer.allocUnsafe(Math.max(2 * bytes, size));
          used = 0;
        }
        piece = piece.length - used < size ? Buffer.allocUnsafe(size) : piece;
        used = piece.writeUInt32LE(bucket, used);
        used = piece.writeUInt32LE(end - at, used);
        for (; at < end; at += 1) {
          const from = (sources.values()[order[at] ?? 0] ?? 0) * POSTING_WORDS;
          const posting = words.subarray(from, from + POSTING_WORDS);
          piece.set(new Uint8Array(posting.buffer, posting.byteOffset, POSTING_BYTES), used);
          used += POSTING_BYTES;
        }
      }
      if (used > 0) {
        yield piece.subarray(0, used);
      }
      for (const list of [buckets, sources, postings]) {
        list.clear();
      }
    },
  };
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
