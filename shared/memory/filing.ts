import type { Comparable } from './comparable.ts';
import { elementsOf, orderElements } from './elements.ts';
import { familyOf } from './family.ts';
import type { FrequencyTable } from './frequency-table.ts';
import { bucketOf } from './index-growth.ts';
import { postingOf, relativeOf } from './posting.ts';
import { familySignature, storedSignatures } from './signatures.ts';

/** Where an index files sources. */
export interface FilingOptions {
  /** Of the sources, such as `en`. */
  readonly language: string;
  readonly table: FrequencyTable;
  /** Bits of a bucket's number. */
  readonly bits: number;
  /** Lowest score, 1..100, from which on the index is exact. */
  readonly floor: number;
}

/** A posting with the buckets that have it. */
export interface Filing {
  readonly posting: Uint32Array;
  readonly buckets: readonly number[];
}

/** What an index keeps of a source: one posting under each of its signatures, and one under its family. */
export function filingsOf(
  source: Comparable,
  { language, table, bits, floor }: FilingOptions,
): readonly Filing[] {
  const elements = elementsOf(source);
  const signatures = storedSignatures(orderElements(elements, table), floor);
  const own: Filing = {
    posting: postingOf(source, elements),
    buckets: [...new Set(signatures.map((signature) => bucketOf(signature, bits)))],
  };
  const family = familyOf(source.text, language);
  return family === undefined
    ? [own]
    : [own, { posting: relativeOf(source, family), buckets: [bucketOf(familySignature(family), bits)] }];
}
