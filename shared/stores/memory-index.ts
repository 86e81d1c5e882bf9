import type { Locale } from '../document/locale.ts';
import type { Comparable } from '../memory/comparable.ts';
import { elementsOf, orderElements } from '../memory/elements.ts';
import { bucketOf } from '../memory/index-growth.ts';
import {
  askPostings,
  filterPostings,
  POSTING_BYTES,
  type PostingQuery,
  rankCandidates,
} from '../memory/posting.ts';
import { querySignatures } from '../memory/signatures.ts';
import type { Candidate, CandidateRequest, TmIndex } from '../memory/tm-index.ts';
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
      const { sourceLocale, queries, minScore } = request;
      for (let view = await states.view(sourceLocale); ; view = await states.reload(sourceLocale)) {
        const found =
          minScore < view.current.layout.floor
            ? await everySource(client, sourceLocale, queries)
            : await search(reads, view, request);
        if (found !== undefined) {
          return found;
        }
      }
    },
  };
}

/** Answers undefined when the state has changed. */
async function search(
  reads: MemoryReads,
  view: MemoryView,
  { sourceLocale, queries, minScore }: CandidateRequest,
): Promise<readonly (readonly Candidate[])[] | undefined> {
  const { layout, table } = view.current;
  const prefix = memoryKeys.postings(sourceLocale, layout.epoch);
  const probes = queries.map((query): Probe => {
    const elements = elementsOf(query);
    const keys = querySignatures(orderElements(elements, table), minScore).map(
      (signature) => prefix + bucketOf(signature, layout.bits).toString(16),
    );
    return { keys, asked: askPostings(query, elements, minScore) };
  });
  const stateKey = memoryKeys.state(sourceLocale);
  const answers = await Promise.all(
    groupsOf(probes, QUERIES_PER_READ).map(async (group) => {
      const keys = group.flatMap((probe) => probe.keys);
      const replies = await reads.get(sourceLocale, [stateKey, ...keys]);
      return replies[0]?.toString() === view.raw ? filterGroup(group, replies) : undefined;
    }),
  );
  const found = answers.filter((answer) => answer !== undefined);
  return found.length < answers.length ? undefined : found.flat();
}

/** The buckets of a group follow the state in the order of its probes. */
function filterGroup(
  group: readonly Probe[],
  replies: readonly (Buffer | null)[],
): readonly (readonly Candidate[])[] {
  let end = 1;
  return group.map(({ keys, asked }) => {
    end += keys.length;
    return filterBuckets(replies, [end - keys.length, end], asked);
  });
}

interface Probe {
  readonly keys: readonly string[];
  readonly asked: PostingQuery;
}

/** Replies are not aligned to words, so their bytes are copied to where they are. */
let arena = new Uint32Array(65_536);
let arenaBytes = new Uint8Array(arena.buffer);

function filterBuckets(
  replies: readonly (Buffer | null)[],
  [first, last]: readonly [number, number],
  asked: Probe['asked'],
): readonly Candidate[] {
  let end = 0;
  for (let at = first; at < last; at += 1) {
    const bucket = replies[at] ?? undefined;
    if (bucket !== undefined) {
      reserve(end + bucket.length);
      arenaBytes.set(bucket, end);
      end += bucket.length - (bucket.length % POSTING_BYTES);
    }
  }
  const found: Candidate[] = [];
  filterPostings(arena, [0, end / 4], asked, found);
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
async function everySource(
  client: RedisClient,
  sourceLocale: Locale,
  queries: readonly Comparable[],
): Promise<readonly (readonly Candidate[])[]> {
  const candidates: Candidate[] = [];
  for await (const ids of readLoggedIds(client, sourceLocale)) {
    for (const id of ids) {
      const [high, low] = [id.slice(0, 8), id.slice(8)].map((half) => Number.parseInt(half, 16));
      candidates.push({ high: high ?? 0, low: low ?? 0, bound: 99 });
    }
  }
  const ranked = rankCandidates(candidates);
  return queries.map(({ id }) => ranked.filter(({ high, low }) => high !== id.high || low !== id.low));
}

function groupsOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
