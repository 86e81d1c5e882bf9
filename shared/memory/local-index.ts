import type { Comparable } from './comparable.ts';
import { elementsOf, orderElements } from './elements.ts';
import { EMPTY_TABLE, type FrequencyTable, packFrequencies, readFrequencies } from './frequency-table.ts';
import { createGrowingBuckets, type GrowingBuckets } from './growing-buckets.ts';
import { bucketBits, bucketOf, isOutgrown } from './index-growth.ts';
import { askPostings, postingOf, rankCandidates } from './posting.ts';
import { querySignatures, storedSignatures } from './signatures.ts';
import type { Candidate } from './tm-index.ts';

/**
 * The index of one source language inside a process: the signatures and postings of the one in
 * Redis, in typed arrays. For one process at a time, and for tests; nothing is kept when it ends.
 */
export interface LocalIndex {
  /** Sources it holds. */
  readonly size: number;
  add(source: Comparable): void;
  /** What `TmIndex.candidates` promises, for one query, from `minScore` of the index's floor on. */
  candidates(query: Comparable, minScore: number): readonly Candidate[];
}

/** Makes an empty index for queries at `floor` (1..100) and above. */
export function createLocalIndex(floor: number): LocalIndex {
  const sources: Source[] = [];
  let built = buildIndex([], floor);

  return {
    get size() {
      return sources.length;
    },
    add(comparable) {
      const elements = elementsOf(comparable);
      const source = { elements, posting: postingOf(comparable, elements) };
      sources.push(source);
      if (isOutgrown(sources.length, built.sources)) {
        built = buildIndex(sources, floor);
      } else {
        file(built, source, floor);
      }
    },
    candidates(query, minScore) {
      if (minScore < floor) {
        throw new RangeError(`the index is exact from ${floor} on; it was asked for ${minScore}`);
      }
      const elements = elementsOf(query);
      const asked = askPostings(query, elements, minScore);
      const found: Candidate[] = [];
      for (const signature of querySignatures(orderElements(elements, built.table), minScore)) {
        built.buckets.filter(bucketOf(signature, built.bits), asked, found);
      }
      return rankCandidates(found);
    },
  };
}

interface Source {
  readonly elements: Uint32Array;
  readonly posting: Uint32Array;
}

interface BuiltIndex {
  /** How many sources there were when it was built. */
  readonly sources: number;
  readonly table: FrequencyTable;
  readonly bits: number;
  readonly buckets: GrowingBuckets;
}

function buildIndex(sources: readonly Source[], floor: number): BuiltIndex {
  const size = sources.length;
  const built: BuiltIndex = {
    sources: size,
    table: size === 0 ? EMPTY_TABLE : tableOf(sources),
    bits: bucketBits(size),
    buckets: createGrowingBuckets(),
  };
  for (const source of sources) {
    file(built, source, floor);
  }
  return built;
}

function tableOf(sources: readonly Source[]): FrequencyTable {
  const counts = new Map<number, number>();
  for (const { elements } of sources) {
    for (const element of elements) {
      counts.set(element, (counts.get(element) ?? 0) + 1);
    }
  }
  const size = sources.length;
  return readFrequencies(packFrequencies(counts, { sampled: size, sources: size }), size);
}

function file({ table, bits, buckets }: BuiltIndex, { elements, posting }: Source, floor: number): void {
  for (const signature of storedSignatures(orderElements(elements, table), floor)) {
    buckets.file(bucketOf(signature, bits), posting);
  }
}
