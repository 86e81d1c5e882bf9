import type { Locale } from '../document/locale.ts';
import type { Match } from '../memory/match.ts';
import type { LookupLocalesRequest } from '../memory/memory.ts';
import type { TmIndex } from '../memory/tm-index.ts';
import {
  isServed,
  type PlannedRequest,
  type Search,
  scoreSource,
  startSearch,
  takeCandidates,
  takeHits,
  takeUnits,
  type UnitsOfSource,
} from './memory-search.ts';
import type { ReadSources, StoredSource } from './memory-sources.ts';

/** Candidates whose texts are read in the first round, per query; each further round reads four times more. */
const FIRST_ROUND = 16;

/** What a lookup reads from the store. */
export interface LookupStore {
  readonly index: TmIndex;
  readonly readSources: ReadSources;
  /** Units per id in those of the locales that have any. */
  readonly readUnits: (
    address: { readonly sourceLocale: Locale; readonly locales: readonly Locale[] },
    sources: readonly StoredSource[],
  ) => Promise<ReadonlyMap<string, UnitsOfSource>>;
}

interface Lookup {
  readonly store: LookupStore;
  readonly request: PlannedRequest;
  /** Those of the plans, each once. */
  readonly locales: readonly Locale[];
}

/**
 * Looks up all queries of a request together, round by round.
 *
 * First the texts with the same words are read, by the query's own id, while the index names candidates
 * with upper bounds of their scores. Then rounds read the best of these, compute the real scores, and
 * read the targets of those that count; the first of them reads the targets of equal words meanwhile.
 * A query is done when its `limit` best matches in every locale reach the bound of what is left, so
 * nothing that belongs among them is missed.
 */
export async function lookUp(
  store: LookupStore,
  request: PlannedRequest,
): Promise<ReadonlyMap<Locale, readonly (readonly Match[])[]>> {
  const planned = Array.from(request.plans.values(), (plan) => plan.locales.map(({ locale }) => locale));
  const lookup: Lookup = { store, request, locales: [...new Set(planned.flat())] };
  const searches = request.limit < 1 ? [] : request.queries.map((query) => startSearch(query));
  await Promise.all([
    readTexts(lookup, searches, ({ ownId }) => [ownId]),
    request.enough === undefined ? askIndex(lookup, searches) : undefined,
  ]);
  if (request.enough !== undefined) {
    await readTargets(lookup, searches);
    await askIndex(lookup, searches);
  }
  const readNext = async (size: number): Promise<number> =>
    readTexts(lookup, searches, (search) => takeCandidates(search, size, request));
  let [found] = await Promise.all([readNext(FIRST_ROUND), readTargets(lookup, searches)]);
  for (let size = 4 * FIRST_ROUND; found > 0; size *= 4) {
    await readTargets(lookup, searches);
    found = await readNext(size);
  }
  return collect(searches, request);
}

/** Only equal text scores 100 and more: then the index has nothing to say. */
async function askIndex({ store, request }: Lookup, searches: readonly Search[]): Promise<void> {
  const { sourceLocale, minScore } = request;
  const open = searches.filter((search) => !isServed(search, request));
  if (open.length === 0 || minScore >= 100) {
    return;
  }
  const queries = open.map(({ comparable }) => comparable);
  const found = await store.index.candidates(sourceLocale, queries, minScore);
  for (const [at, search] of open.entries()) {
    search.candidates = found[at] ?? [];
  }
}

/** Reads and scores the texts that `idsOf` names; answers how many ids were named. */
async function readTexts(
  { store, request }: Lookup,
  searches: readonly Search[],
  idsOf: (search: Search) => readonly string[],
): Promise<number> {
  const wanted = searches.map((search) => ({ search, ids: idsOf(search) }));
  const ids = new Set(wanted.flatMap((each) => each.ids));
  const sources = await store.readSources(request.sourceLocale, [...ids]);
  for (const { search, ids: own } of wanted) {
    for (const id of own) {
      const source = sources.get(id);
      if (source !== undefined) {
        scoreSource(search, source, request.minScore); // else it was removed since it was indexed
      }
    }
  }
  return ids.size;
}

/** Reads targets until none of the hits can add to the best matches. */
async function readTargets({ store, request, locales }: Lookup, searches: readonly Search[]): Promise<void> {
  for (;;) {
    const taken = searches.flatMap((search) => takeHits(search, request).map((hit) => ({ search, hit })));
    if (taken.length === 0) {
      return;
    }
    const address = { sourceLocale: request.sourceLocale, locales };
    const units = await store.readUnits(address, [...new Set(taken.map(({ hit }) => hit.source))]);
    for (const { search, hit } of taken) {
      takeUnits(search, { hit, units: units.get(hit.source.id) ?? new Map() }, request);
    }
  }
}

function collect(
  searches: readonly Search[],
  { locales, queries }: LookupLocalesRequest,
): ReadonlyMap<Locale, readonly (readonly Match[])[]> {
  return new Map(
    locales.map((locale) => [locale, queries.map((_, at) => searches[at]?.matches.get(locale) ?? [])]),
  );
}
