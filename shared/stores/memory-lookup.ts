import type { Locale } from '../document/locale.ts';
import { chooseTargets, compareMatches, type StoredUnit } from '../memory/choose-targets.ts';
import { type Comparable, toComparable } from '../memory/comparable.ts';
import type { Match } from '../memory/match.ts';
import type { LookupRequest, MemoryQuery } from '../memory/memory.ts';
import { type Scorer, type SourceScore, scorerOf, scoreSources } from '../memory/score.ts';
import type { Candidate, TmIndex } from '../memory/tm-index.ts';
import { formatSourceId, sourceIdOf } from '../memory/token-hash.ts';
import type { ReadSources, StoredSource } from './memory-sources.ts';

/** Candidates whose texts are read in the first round, per query; each further round reads four times more. */
const FIRST_ROUND = 8;

/** What a lookup reads from the store. */
export interface LookupStore {
  readonly index: TmIndex;
  readonly readSources: ReadSources;
  /** Units in `locale` per id; ids without any are missing. */
  readonly readUnits: (
    address: { readonly sourceLocale: Locale; readonly locale: Locale },
    sources: readonly StoredSource[],
  ) => Promise<ReadonlyMap<string, readonly (StoredUnit & { readonly line: number })[]>>;
}

/**
 * Looks up all queries of a request together, round by round.
 *
 * The index names candidates with upper bounds of their scores. Each round reads the best of them,
 * computes the real scores, and reads the targets of those that count. A query is done when its
 * `limit` best matches reach the bound of what is left, so nothing that belongs among them is missed.
 */
export async function lookUp(
  store: LookupStore,
  request: LookupRequest,
  unreviewedPenalty: number,
): Promise<readonly (readonly Match[])[]> {
  const { sourceLocale, minScore } = request;
  const comparables = request.queries.map(({ source }) => toComparable(source));
  const found = await store.index.candidates(sourceLocale, comparables, minScore);
  const searches = request.queries.map((query, at) => startSearch(query, comparables[at], found[at] ?? []));
  for (let size = FIRST_ROUND; ; size *= 4) {
    const open = searches.filter((search) => !isDone(search, request));
    if (open.length === 0) {
      return searches.map(({ matches }) => matches.slice(0, request.limit));
    }
    const rounds = open.map((search) => ({ search, batch: takeBatch(search, size) }));
    const ids = new Set(rounds.flatMap(({ batch }) => batch.map(({ id }) => id)));
    const sources = await store.readSources(sourceLocale, [...ids]);
    const hits = rounds.flatMap(({ search, batch }) => scoreBatch(search, batch, { sources, minScore }));
    await collectMatches(store, { request, unreviewedPenalty, hits });
  }
}

interface Search {
  readonly query: MemoryQuery;
  readonly scorer: Scorer;
  /** Best bound first. */
  readonly candidates: readonly Candidate[];
  next: number;
  /** Best first. */
  matches: readonly Match[];
}

/** A source text that is similar enough to a query. */
interface Hit {
  readonly search: Search;
  readonly source: StoredSource;
  readonly line: number;
  readonly score: SourceScore;
}

/** The query's own id comes first: under it is every text with the same words, whatever else differs. */
function startSearch(
  query: MemoryQuery,
  comparable: Comparable | undefined,
  found: readonly Candidate[],
): Search {
  const text = comparable ?? toComparable(query.source);
  const own = formatSourceId(sourceIdOf(text));
  const candidates = [{ id: own, bound: 102 }, ...found.filter(({ id }) => id !== own)];
  return {
    query,
    scorer: scorerOf(text),
    candidates: text.keys.length === 0 ? [] : candidates,
    next: 0,
    matches: [],
  };
}

function isDone({ candidates, next, matches }: Search, { limit }: LookupRequest): boolean {
  const open = candidates[next];
  const last = matches[limit - 1];
  return open === undefined || limit <= 0 || (last !== undefined && last.score >= open.bound);
}

function takeBatch(search: Search, size: number): readonly Candidate[] {
  const batch = search.candidates.slice(search.next, search.next + size);
  search.next += batch.length;
  return batch;
}

function scoreBatch(
  search: Search,
  batch: readonly Candidate[],
  { sources, minScore }: { readonly sources: ReadonlyMap<string, StoredSource>; readonly minScore: number },
): readonly Hit[] {
  return batch.flatMap(({ id }) => {
    const source = sources.get(id);
    if (source === undefined) {
      return []; // removed since it was indexed
    }
    return source.comparables.flatMap((comparable, line) => {
      const score = comparable === undefined ? undefined : scoreSources(search.scorer, comparable, minScore);
      return score === undefined ? [] : [{ search, source, line, score }];
    });
  });
}

async function collectMatches(
  store: LookupStore,
  {
    request,
    unreviewedPenalty,
    hits,
  }: { readonly request: LookupRequest; readonly unreviewedPenalty: number; readonly hits: readonly Hit[] },
): Promise<void> {
  const units = await store.readUnits(request, [...new Set(hits.map(({ source }) => source))]);
  for (const { search, source, line, score } of hits) {
    const ofLine = (units.get(source.id) ?? []).filter((stored) => stored.line === line);
    const matches = chooseTargets(ofLine, { source: score, place: search.query, unreviewedPenalty });
    search.matches = [...search.matches, ...matches.filter((match) => match.score >= request.minScore)];
  }
  for (const search of new Set(hits.map((hit) => hit.search))) {
    search.matches = search.matches.toSorted(compareMatches);
  }
}
