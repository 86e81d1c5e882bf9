import type { Locale } from '../document/locale.ts';
import { chooseTargets, compareMatches } from '../memory/choose-targets.ts';
import { type Comparable, toComparable } from '../memory/comparable.ts';
import type { Match } from '../memory/match.ts';
import type { LookupLocalesRequest, MemoryQuery } from '../memory/memory.ts';
import { type LookupPlan, MAIN_MEMORY } from '../memory/memory-settings.ts';
import {
  type Deduction,
  type Scorer,
  type SourceScore,
  scorerOf,
  scoreSources,
  totalOf,
} from '../memory/score.ts';
import type { StoredUnit } from '../memory/stored-unit.ts';
import type { Candidate } from '../memory/tm-index.ts';
import { formatSourceId } from '../memory/token-hash.ts';
import type { StoredSource } from './memory-sources.ts';

/** The units of one source in one locale, with the line of the text that each belongs to. */
export type UnitsOfSource = ReadonlyMap<Locale, readonly (StoredUnit & { readonly line: number })[]>;

/** A source with its units, which are unpacked when they are wanted. */
export interface StoredEntry {
  readonly source: StoredSource;
  units(this: void): UnitsOfSource;
}

/** One query on its way through a lookup. */
export interface Search {
  readonly query: MemoryQuery;
  readonly comparable: Comparable;
  /** The id under which every text with the same words is. */
  readonly ownId: string;
  readonly scorer: Scorer;
  /** Sources with other words, best bound first; undefined: the index was not asked. */
  candidates: readonly Candidate[] | undefined;
  /** Sources of the query's family, which may score less than is asked for. */
  relatives: readonly string[];
  /** The first candidate whose text was not read. */
  next: number;
  /** Texts that are similar enough and whose targets were not read, best first. */
  hits: Hit[];
  /** Best first, at most the limit; a locale without any has none. */
  readonly matches: Map<Locale, readonly Match[]>;
  /** What relatives offer, the same way; each scores less than is asked for. */
  readonly related: Map<Locale, readonly Match[]>;
}

/** A source text that is similar enough to a query. */
export interface Hit {
  readonly entry: StoredEntry;
  readonly line: number;
  readonly score: SourceScore;
}

/** A query without any token has nothing to search for. */
export function startSearch(query: MemoryQuery): Search {
  const comparable = toComparable(query.source);
  return {
    query,
    comparable,
    ownId: formatSourceId(comparable.id),
    scorer: scorerOf(comparable),
    candidates: comparable.weight === 0 ? [] : undefined,
    relatives: [],
    next: 0,
    hits: [],
    matches: new Map(),
    related: new Map(),
  };
}

/** Scores the texts of `entry` and keeps those that reach `minScore`. */
export function scoreEntry(search: Search, entry: StoredEntry, minScore: number): void {
  const { comparable: query, scorer } = search;
  const { source } = entry;
  let found = false;
  for (const [line, text] of source.texts.entries()) {
    const comparable =
      text?.text === query.text ? { ...query, codes: text.codes } : source.comparables()[line];
    const score = comparable === undefined ? undefined : scoreSources(scorer, comparable, minScore);
    if (score !== undefined) {
      search.hits.push({ entry, line, score });
      found = true;
    }
  }
  if (found && search.hits.length > 1) {
    search.hits.sort((a, b) => totalOf(b.score) - totalOf(a.score));
  }
}

/** Takes the best hits whose targets may still be among the best matches, at most `request.limit`. */
export function takeHits(search: Search, request: LookupLocalesRequest): readonly Hit[] {
  if (search.hits.length === 0) {
    return [];
  }
  const least = leastKept(search, request);
  const open = search.hits.findIndex(({ score }) => highestOf(score) <= least);
  const taken = search.hits.slice(0, open < 0 ? request.limit : Math.min(open, request.limit));
  search.hits = open === 0 ? [] : search.hits.slice(taken.length);
  return taken;
}

/** A request with what the settings say about it. */
export interface PlannedRequest extends LookupLocalesRequest {
  readonly unreviewedPenalty: number;
  /** For each of its locales. */
  readonly plans: ReadonlyMap<Locale, LookupPlan>;
}

/** Turns the units of one hit into matches. */
export function takeUnits(
  search: Search,
  { hit, units }: { readonly hit: Hit; readonly units: UnitsOfSource },
  request: PlannedRequest,
): void {
  for (const [locale, matches] of matchesOf(search, { hit, units }, request)) {
    const wanted = matches.filter(({ score }) => score >= request.minScore);
    keepBest(search.matches, locale, { matches: wanted, limit: request.limit });
  }
}

/** The texts of a relative that score less than is asked for: the others were found as they are. */
export function relativeHits(search: Search, entry: StoredEntry, minScore: number): readonly Hit[] {
  return entry.source.comparables().flatMap((comparable, line) => {
    const score = comparable === undefined ? undefined : scoreSources(search.scorer, comparable, 0);
    return score === undefined || totalOf(score) >= minScore ? [] : [{ entry, line, score }];
  });
}

/** Turns the units of one text of a relative into matches beside the others. */
export function takeRelated(
  search: Search,
  { hit, units }: { readonly hit: Hit; readonly units: UnitsOfSource },
  request: PlannedRequest,
): void {
  for (const [locale, matches] of matchesOf(search, { hit, units }, request)) {
    keepBest(search.related, locale, { matches, limit: request.limit });
  }
}

/** Per locale that has any. */
function matchesOf(
  { query }: Search,
  { hit, units }: { readonly hit: Hit; readonly units: UnitsOfSource },
  { plans, unreviewedPenalty }: PlannedRequest,
): readonly (readonly [Locale, readonly Match[]])[] {
  if (units.size === 0) {
    return [];
  }
  return Array.from(plans, ([locale, plan]) => {
    const ofLine = offeredUnits(units, hit.line, plan);
    return [locale, chooseTargets(ofLine, { source: hit.score, place: query, unreviewedPenalty })] as const;
  });
}

function keepBest(
  into: Map<Locale, readonly Match[]>,
  locale: Locale,
  { matches, limit }: { readonly matches: readonly Match[]; readonly limit: number },
): void {
  const all = [...(into.get(locale) ?? []), ...matches];
  into.set(locale, all.length < 2 ? all : all.toSorted(compareMatches).slice(0, limit));
}

/** The units of one text that serve a locale, with what each costs by its memory and its variant. */
function offeredUnits(
  units: UnitsOfSource,
  line: number,
  { locales, memories }: LookupPlan,
): readonly StoredUnit[] {
  const offered: StoredUnit[] = [];
  for (const { locale, penalty } of locales) {
    for (const stored of units.get(locale) ?? []) {
      const name = stored.unit.memory ?? MAIN_MEMORY;
      const choice = memories.get(name);
      if (stored.line === line && choice !== undefined) {
        const penalties = penaltiesOf(choice.penalty, penalty);
        const memory = memories.size === 1 ? {} : { memory: { name, order: choice.order } };
        offered.push({ ...stored, penalties, ...memory });
      }
    }
  }
  return offered;
}

const NO_PENALTIES: readonly Deduction[] = [];

function penaltiesOf(memory: number, variant: number): readonly Deduction[] {
  return memory === 0 && variant === 0
    ? NO_PENALTIES
    : [{ name: 'memory', points: memory } as const, { name: 'variant', points: variant } as const].filter(
        ({ points }) => points > 0,
      );
}

/** Takes the next candidates, as long as they may be among the best matches, at most `size`. */
export function takeCandidates(
  search: Search,
  size: number,
  request: LookupLocalesRequest,
): readonly string[] {
  if (search.candidates === undefined || search.next >= search.candidates.length) {
    return [];
  }
  const least = leastKept(search, request);
  const batch = search.candidates.slice(search.next, search.next + size);
  const useful = batch.filter(({ bound }) => bound > least);
  search.next = useful.length < batch.length ? Infinity : search.next + batch.length;
  return useful.map((candidate) => formatSourceId(candidate));
}

/** Tells whether the query need not be searched for similar texts. */
export function hasEnough({ matches }: Search, { locales, enough }: LookupLocalesRequest): boolean {
  return enough !== undefined && locales.every((locale) => (matches.get(locale)?.[0]?.score ?? -1) >= enough);
}

/** What a further match has to exceed to be reported in any of the locales. */
function leastKept({ matches }: Search, { locales, limit }: LookupLocalesRequest): number {
  let least = Infinity;
  for (const locale of locales) {
    least = Math.min(least, matches.get(locale)?.[limit - 1]?.score ?? -1);
  }
  return least;
}

/** Equal text in an equal place gains two points. */
function highestOf(score: SourceScore): number {
  const total = totalOf(score);
  return total === 100 ? 102 : total;
}
