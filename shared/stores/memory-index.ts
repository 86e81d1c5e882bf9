import { languageOf } from '../document/locale.ts';
import { elementsOf, orderElements } from '../memory/elements.ts';
import { familyOf } from '../memory/family.ts';
import { bucketOf } from '../memory/index-growth.ts';
import {
  askPostings,
  filterPostings,
  filterRelatives,
  POSTING_BYTES,
  type PostingQuery,
  rankCandidates,
} from '../memory/posting.ts';
import { familySignature, querySignatures } from '../memory/signatures.ts';
import type { Candidate, CandidateRequest, TmIndex } from '../memory/tm-index.ts';
import type { SourceId } from '../memory/token-hash.ts';
import { memoryKeys } from './memory-keys.ts';
import { readLoggedIds } from './memory-log.ts';
import type { MemoryReads } from './memory-reads.ts';
import type { MemoryStates, MemoryView } from './memory-state.ts';
import type { RedisClient } from './redis.ts';

/** Queries whose buckets one MGET reads: about half a millisecond of the server's time. */
const QUERIES_PER_READ = 16;

/**
 * The index in Redis: buckets of postings, which are read by name and filtered here. The process
 * keeps the state and its table of frequencies alone; every read brings the state along, and one
 * that is outdated is repeated.
 */
export function createRedisIndex(client: RedisClient, states: MemoryStates, reads: MemoryReads): TmIndex {
  return {
    async candidates(request) {
      const { sourceLocale, minScore } = request;
      for (let view = await states.view(sourceLocale); ; view = await states.reload(sourceLocale)) {
        const { floor } = view.current.layout;
        const found = await search(reads, view, { ...request, minScore: Math.max(floor, minScore) });
        if (found !== undefined) {
          return minScore < floor ? withEverySource(client, request, found) : found;
        }
      }
    },
  };
}

/** Answers undefined when the state has changed. */
async function search(
  reads: MemoryReads,
  view: MemoryView,
  { sourceLocale, queries, minScore, families = false }: CandidateRequest,
): Promise<readonly (readonly Candidate[])[] | undefined> {
  const { layout, table } = view.current;
  const prefix = memoryKeys.postings(sourceLocale, layout.epoch);
  const keyOf = (signature: number): string => prefix + bucketOf(signature, layout.bits).toString(16);
  const probes = queries.map((query): Probe => {
    const elements = elementsOf(query);
    const keys = querySignatures(orderElements(elements, table), minScore).map(keyOf);
    const asked = askPostings(query, elements, minScore);
    const family = families ? familyOf(query.text, languageOf(sourceLocale)) : undefined;
    return family === undefined
      ? { keys, asked, family }
      : { keys: [...keys, keyOf(familySignature(family))], asked, family };
  });
  const heads = [memoryKeys.state(sourceLocale), memoryKeys.recent(sourceLocale)];
  const answers = await Promise.all(
    groupsOf(probes, QUERIES_PER_READ).map(async (group) => {
      const keys = group.flatMap((probe) => probe.keys);
      const [state, recent, ...buckets] = await reads.get(sourceLocale, [...heads, ...keys]);
      return state?.toString() === view.raw ? filterGroup(group, buckets, recent ?? null) : undefined;
    }),
  );
  const found = answers.filter((answer) => answer !== undefined);
  return found.length < answers.length ? undefined : found.flat();
}

/** The buckets of a group come in the order of its probes; the recent postings are looked at for each. */
function filterGroup(
  group: readonly Probe[],
  buckets: readonly (Buffer | null)[],
  recent: Buffer | null,
): readonly (readonly Candidate[])[] {
  let end = 0;
  return group.map((probe) => {
    const first = end;
    end += probe.keys.length;
    return filterBuckets([...buckets.slice(first, end), recent], probe);
  });
}

interface Probe {
  /** Of buckets; the last one is that of the family, where there is one. */
  readonly keys: readonly string[];
  readonly asked: PostingQuery;
  readonly family: SourceId | undefined;
}

/** Replies are not aligned to words, so their bytes are copied to where they are. */
let arena = new Uint32Array(65_536);
let arenaBytes = new Uint8Array(arena.buffer);

function filterBuckets(buckets: readonly (Buffer | null)[], { asked, family }: Probe): readonly Candidate[] {
  let end = 0;
  for (const bucket of buckets) {
    if (bucket !== null) {
      reserve(end + bucket.length);
      arenaBytes.set(bucket, end);
      end += bucket.length - (bucket.length % POSTING_BYTES);
    }
  }
  const found: Candidate[] = [];
  filterPostings(arena, [0, end / 4], asked, found);
  if (family !== undefined) {
    filterRelatives(arena, [0, end / 4], family, found);
  }
  return rankCandidates(found);
}

function reserve(bytes: number): void {
  if (bytes > arenaBytes.length) {
    const before = arenaBytes;
    arena = new Uint32Array(Math.ceil(bytes / 2));
    arenaBytes = new Uint8Array(arena.buffer);
    arenaBytes.set(before);
  }
}

/** Below the index's floor every source is a candidate: exact, and as slow as reading all of them. */
async function withEverySource(
  client: RedisClient,
  { sourceLocale, queries }: CandidateRequest,
  found: readonly (readonly Candidate[])[],
): Promise<readonly (readonly Candidate[])[]> {
  const candidates: Candidate[] = [];
  for await (const ids of readLoggedIds(client, sourceLocale)) {
    for (const id of ids) {
      const [high, low] = [id.slice(0, 8), id.slice(8)].map((half) => Number.parseInt(half, 16));
      candidates.push({ high: high ?? 0, low: low ?? 0, bound: 99 });
    }
  }
  const ranked = rankCandidates(candidates);
  return queries.map(({ id }, at) => [
    ...ranked.filter(({ high, low }) => high !== id.high || low !== id.low),
    ...(found[at] ?? []).filter(({ isRelated }) => isRelated),
  ]);
}

function groupsOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
