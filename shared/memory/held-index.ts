import type { Comparable } from './comparable.ts';
import { elementsOf, orderElements } from './elements.ts';
import { familyOf } from './family.ts';
import { type FilingOptions, filingsOf } from './filing.ts';
import { createGrowingBuckets } from './growing-buckets.ts';
import { bucketOf } from './index-growth.ts';
import { askPostings, rankCandidates } from './posting.ts';
import type { PostingBlock } from './posting-block.ts';
import { familySignature, querySignatures } from './signatures.ts';
import type { Candidate } from './tm-index.ts';

/** A copy of an index inside a process: its buckets as they were copied, and what was added since. */
export interface HeldIndex {
  /** Bytes of postings that were added since the copy was made. */
  readonly addedBytes: number;
  /** Files a source; one that is there already changes nothing. */
  add(source: Comparable): void;
  /** What `TmIndex.candidates` promises, for one query, from `minScore` of the index's floor on. */
  candidates(query: Comparable, minScore: number, withFamily: boolean): readonly Candidate[];
}

export interface HeldIndexOptions extends FilingOptions {
  /** All buckets, as many in each block. */
  readonly blocks: readonly PostingBlock[];
}

/** Makes the index whose buckets are in `blocks`, one or a power of two of them. */
export function createHeldIndex({ language, table, bits, floor, blocks }: HeldIndexOptions): HeldIndex {
  const blockBits = bits - Math.log2(blocks.length);
  const added = createGrowingBuckets();
  const blockOf = (bucket: number): PostingBlock | undefined => blocks[bucket >>> blockBits];
  const placeOf = (bucket: number): number => bucket & (2 ** blockBits - 1);
  return {
    get addedBytes() {
      return added.bytes;
    },
    add(source) {
      for (const { posting, buckets } of filingsOf(source, { language, table, bits, floor })) {
        for (const bucket of buckets) {
          if (blockOf(bucket)?.has(placeOf(bucket), posting) !== true && !added.has(bucket, posting)) {
            added.file(bucket, posting);
          }
        }
      }
    },
    candidates(query, minScore, withFamily) {
      const elements = elementsOf(query);
      const asked = askPostings(query, elements, minScore);
      const found: Candidate[] = [];
      for (const signature of querySignatures(orderElements(elements, table), minScore)) {
        const bucket = bucketOf(signature, bits);
        blockOf(bucket)?.filter(placeOf(bucket), asked, found);
        added.filter(bucket, asked, found);
      }
      const family = withFamily ? familyOf(query.text, language) : undefined;
      if (family !== undefined) {
        const bucket = bucketOf(familySignature(family), bits);
        blockOf(bucket)?.relatives(placeOf(bucket), family, found);
        added.relatives(bucket, family, found);
      }
      return rankCandidates(found);
    },
  };
}
