import type { Comparable } from './comparable.ts';
import { elementsOf, orderElements } from './elements.ts';
import type { FrequencyTable } from './frequency-table.ts';
import { createGrowingBuckets } from './growing-buckets.ts';
import { bucketOf } from './index-growth.ts';
import { askPostings, postingOf, rankCandidates } from './posting.ts';
import type { PostingBlock } from './posting-block.ts';
import { querySignatures, storedSignatures } from './signatures.ts';
import type { Candidate } from './tm-index.ts';

/** A copy of an index inside a process: its buckets as they were copied, and what was added since. */
export interface HeldIndex {
  /** Bytes of postings that were added since the copy was made. */
  readonly addedBytes: number;
  /** Files a source; one that is there already changes nothing. */
  add(source: Comparable): void;
  /** What `TmIndex.candidates` promises, for one query, from `minScore` of the index's floor on. */
  candidates(query: Comparable, minScore: number): readonly Candidate[];
}

export interface HeldIndexOptions {
  readonly table: FrequencyTable;
  /** Bits of a bucket's number. */
  readonly bits: number;
  readonly floor: number;
  /** All buckets, as many in each block. */
  readonly blocks: readonly PostingBlock[];
}

/** Makes the index whose buckets are in `blocks`, one or a power of two of them. */
export function createHeldIndex({ table, bits, floor, blocks }: HeldIndexOptions): HeldIndex {
  const blockBits = bits - Math.log2(blocks.length);
  const added = createGrowingBuckets();
  const blockOf = (bucket: number): PostingBlock | undefined => blocks[bucket >>> blockBits];
  const placeOf = (bucket: number): number => bucket & (2 ** blockBits - 1);
  return {
    get addedBytes() {
      return added.bytes;
    },
    add(source) {
      const elements = elementsOf(source);
      const posting = postingOf(source, elements);
      const ordered = orderElements(elements, table);
      for (const bucket of new Set(storedSignatures(ordered, floor).map((each) => bucketOf(each, bits)))) {
        if (blockOf(bucket)?.has(placeOf(bucket), posting) !== true && !added.has(bucket, posting)) {
          added.file(bucket, posting);
        }
      }
    },
    candidates(query, minScore) {
      const elements = elementsOf(query);
      const asked = askPostings(query, elements, minScore);
      const found: Candidate[] = [];
      for (const signature of querySignatures(orderElements(elements, table), minScore)) {
        const bucket = bucketOf(signature, bits);
        blockOf(bucket)?.filter(placeOf(bucket), asked, found);
        added.filter(bucket, asked, found);
      }
      return rankCandidates(found);
    },
  };
}
