import type { Locale } from '../document/locale.ts';
import type { Match } from '../memory/match.ts';
import type { LookupLocalesRequest } from '../memory/memory.ts';
import type { Candidate, CandidateRequest, TmIndex } from '../memory/tm-index.ts';
import { formatSourceId } from '../memory/token-hash.ts';
import {
  hasEnough,
  type PlannedRequest,
  relativeHits,
  type Search,
  type StoredEntry,
  scoreEntry,
  startSearch,
  takeCandidates,
  takeHits,
  takeRelated,
  takeUnits,
  type UnitsOfSource,
} from './memory-search.ts';

/** Candidates that are read in the first round, per query; each further round reads four times more. */
const FIRST_ROUND = 16;

/** What a lookup reads from the store. */
export interface LookupStore {
  readonly index: TmIndex;
  /** The sources of ids with their units in those of the locales that have any; an id without is missing. */
  readonly readEntries: (
    address: { readonly sourceLocale: Locale; readonly locales: readonly Locale[] },
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, StoredEntry>>;
  /** The units of entries, in their order, but for those that must not be served. */
  readonly unitsOf: (entries: readonly StoredEntry[]) => Promise<readonly UnitsOfSource[]>;
}

interface Lookup {
  readonly store: LookupStore;
  readonly request: PlannedRequest;
  /** Those of the plans, each once. */
  readonly locales: readonly Locale[];
  /** What was read so far, by id; undefined: there is none. */
  readonly entries: Map<string, StoredEntry | undefined>;
}

/**
 * Looks up all queries of a request together, round by round.
 *
 * First the texts with the same words are read, by the query's own id, while the index names candidates
 * with upper bounds of their scores; those that it can expect to name are read in the same turn.
 * Then rounds read the best of these and compute the real scores. A query is done when its `limit`
 * best matches in every locale reach the bound of what is left, so nothing that belongs among them is
 * missed.
 */
export async function lookUp(
  store: LookupStore,
  request: PlannedRequest,
): Promise<ReadonlyMap<Locale, readonly (readonly Match[])[]>> {
  const planned = Array.from(request.plans.values(), (plan) => plan.locales.map(({ locale }) => locale));
  const lookup: Lookup = { store, request, locales: [...new Set(planned.flat())], entries: new Map() };
  const searches =
    request.limit < 1 || lookup.locales.length === 0
      ? []
      : request.queries.map((query) => startSearch(query));
  await readEqualWords(lookup, searches);
  await askIndex(lookup, searches);
  for (let size = FIRST_ROUND; ; size *= 4) {
    const taken = new Map(searches.map((search) => [search, takeCandidates(search, size, request)]));
    if (!(await readRound(lookup, taken))) {
      break;
    }
  }
  await readRelatives(lookup, searches);
  return collect(searches, request);
}

/** The first turn; asks the index as well, unless what is found may spare the question. */
async function readEqualWords(lookup: Lookup, searches: readonly Search[]): Promise<void> {
  const { store, request } = lookup;
  const question = questionOf(searches, request);
  const expected = question && store.index.expected?.(question);
  const answer =
    question !== undefined && (expected !== undefined || request.enough === undefined)
      ? store.index.candidates(question)
      : undefined;
  const ahead = expected?.flatMap((found) => found.slice(0, FIRST_ROUND).map(formatSourceId)) ?? [];
  const [found] = await Promise.all([
    answer,
    readEntries(lookup, [...searches.map(({ ownId }) => ownId), ...ahead]),
  ]);
  await readRound(lookup, new Map(searches.map((search) => [search, [search.ownId]])));
  takeAnswer(question, found);
}

/** Asks for those queries for which the index was not asked and may have something to say. */
async function askIndex({ store, request }: Lookup, searches: readonly Search[]): Promise<void> {
  for (const search of searches.filter((each) => hasEnough(each, request))) {
    search.candidates = [];
  }
  const question = questionOf(searches, request);
  takeAnswer(question, question && (await store.index.candidates(question)));
}

interface Question extends CandidateRequest {
  readonly searches: readonly Search[];
}

/** Only equal text scores 100 and more: then the index has nothing to say. */
function questionOf(
  searches: readonly Search[],
  { sourceLocale, minScore, related = false }: PlannedRequest,
): Question | undefined {
  const open = searches.filter(({ candidates }) => candidates === undefined);
  return open.length === 0 || minScore >= 100
    ? undefined
    : {
        sourceLocale,
        minScore,
        families: related,
        searches: open,
        queries: open.map(({ comparable }) => comparable),
      };
}

function takeAnswer(
  question: Question | undefined,
  found: readonly (readonly Candidate[])[] | undefined,
): void {
  if (question !== undefined && found !== undefined) {
    for (const [at, search] of question.searches.entries()) {
      const own = found[at] ?? [];
      const isRelated = question.families === true && own.some((each) => each.isRelated === true);
      search.candidates = isRelated ? own.filter((each) => each.isRelated !== true) : own;
      search.relatives = isRelated
        ? own.filter((each) => each.isRelated === true).map((each) => formatSourceId(each))
        : [];
    }
  }
}

/** Reads, scores and takes the units of the ids of each search; answers whether there were any ids. */
async function readRound(lookup: Lookup, ids: ReadonlyMap<Search, readonly string[]>): Promise<boolean> {
  const { request, entries } = lookup;
  await readEntries(lookup, Array.from(ids.values()).flat());
  for (const [search, own] of ids) {
    for (const id of own) {
      const entry = entries.get(id); // none: it was removed since it was indexed
      if (entry !== undefined) {
        scoreEntry(search, entry, request.minScore);
      }
    }
  }
  await takeTargets(lookup, [...ids.keys()]);
  return Array.from(ids.values()).some((own) => own.length > 0);
}

/** Reads the sources of the queries' families and takes the units of those that score less than is asked for. */
async function readRelatives(lookup: Lookup, searches: readonly Search[]): Promise<void> {
  const { store, request, entries } = lookup;
  const wanted = searches.filter((search) => search.relatives.length > 0 && !hasEnough(search, request));
  if (wanted.length === 0) {
    return;
  }
  await readEntries(
    lookup,
    wanted.flatMap(({ relatives }) => relatives),
  );
  const hits = wanted.flatMap((search) =>
    search.relatives.flatMap((id) => {
      const entry = id === search.ownId ? undefined : entries.get(id);
      const found = entry === undefined ? [] : relativeHits(search, entry, request.minScore);
      return found.map((hit) => ({ search, hit }));
    }),
  );
  const units = await store.unitsOf(hits.map(({ hit }) => hit.entry));
  for (const [at, { search, hit }] of hits.entries()) {
    takeRelated(search, { hit, units: units[at] ?? new Map() }, request);
  }
}

/** Reads what was not read before. */
async function readEntries(
  { store, request, locales, entries }: Lookup,
  ids: readonly string[],
): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => !entries.has(id));
  if (missing.length > 0) {
    const found = await store.readEntries({ sourceLocale: request.sourceLocale, locales }, missing);
    for (const id of missing) {
      entries.set(id, found.get(id));
    }
  }
}

/** Takes units until none of the hits can add to the best matches. */
async function takeTargets({ store, request }: Lookup, searches: readonly Search[]): Promise<void> {
  for (;;) {
    const taken = searches.flatMap((search) => takeHits(search, request).map((hit) => ({ search, hit })));
    if (taken.length === 0) {
      return;
    }
    const units = await store.unitsOf(taken.map(({ hit }) => hit.entry));
    for (const [at, { search, hit }] of taken.entries()) {
      takeUnits(search, { hit, units: units[at] ?? new Map() }, request);
    }
  }
}

function collect(
  searches: readonly Search[],
  { locales, queries }: LookupLocalesRequest,
): ReadonlyMap<Locale, readonly (readonly Match[])[]> {
  return new Map(
    locales.map((locale) => [
      locale,
      queries.map((_, at) => {
        const { matches, related } = searches[at] ?? {};
        return [...(matches?.get(locale) ?? []), ...(related?.get(locale) ?? [])];
      }),
    ]),
  );
}
