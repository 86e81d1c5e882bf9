import { z } from 'zod';
import { isLocale, type Locale } from '../document/locale.ts';
import type { Span } from '../document/span.ts';
import { PipelineError } from '../errors/errors.ts';
import { type ConcordanceMode, findWords } from '../memory/concordance.ts';
import type { MemorySettings } from '../memory/memory-settings.ts';
import { type ConcordanceFilter, type ConcordanceHit, searchConcordance } from './memory-concordance.ts';
import { readSourceLocales } from './memory-state.ts';
import type { RedisClient } from './redis.ts';

/** What one search of the memory may take: of a pattern's time, and in all. */
const REGEX_BUDGET_MS = 1000;
const SEARCH_BUDGET_MS = 2500;

export interface SearchPorts {
  readonly client: RedisClient;
  readonly settings: MemorySettings;
  /** Finds a pattern where it can hold nobody up: `findByRegex`. */
  readonly findByRegex: (
    pattern: string,
    budgetMs: number,
  ) => AsyncDisposable & {
    readonly find: (texts: readonly string[]) => Promise<readonly (readonly Span[])[]>;
  };
}

export interface MemorySearch {
  readonly text: string;
  readonly mode: ConcordanceMode;
  readonly filter: ConcordanceFilter;
  /** Absent: every source locale, one after the other. */
  readonly sourceLocale?: Locale | undefined;
  readonly tenant: string;
  readonly limit: number;
  /** `next` of the answer before. */
  readonly cursor?: string | undefined;
}

export interface MemorySearchAnswer {
  /** In the order in which the memory was filled. */
  readonly hits: readonly ConcordanceHit[];
  /** Where to go on; undefined: everything was searched. */
  readonly next: string | undefined;
  /** Share of the source locale's memory that was searched so far, 0..1. */
  readonly searched: number;
}

/**
 * Searches the memory for words, a phrase or a pattern. Answers what it found when there is enough of
 * it, or after some seconds, with where to go on.
 *
 * @throws {PipelineError} `REQUEST_INVALID` for a pattern that is none or takes too long, or a cursor
 *   that is none of ours.
 */
export async function searchMemory(ports: SearchPorts, search: MemorySearch): Promise<MemorySearchAnswer> {
  const { client, settings } = ports;
  const deadline = performance.now() + SEARCH_BUDGET_MS;
  await using finder = openFinder(ports, search);
  const place = readCursor(search.cursor);
  const locales = await localesFrom(client, search, place?.sourceLocale);
  const hits: ConcordanceHit[] = [];
  for (const [at, sourceLocale] of locales.entries()) {
    const answer = await searchConcordance(client, {
      ...search,
      sourceLocale,
      settings,
      find: finder.find,
      limit: search.limit - hits.length,
      from: at === 0 ? (place?.from ?? 0) : 0,
      deadline,
    });
    hits.push(...answer.hits);
    const following = locales[at + 1];
    const next = answer.next === undefined ? following && `${following}:0` : `${sourceLocale}:${answer.next}`;
    if (next === undefined || hits.length >= search.limit || performance.now() >= deadline) {
      return { hits, next, searched: answer.searched };
    }
  }
  return { hits, next: undefined, searched: 1 };
}

function openFinder(
  { findByRegex }: SearchPorts,
  { text, mode }: MemorySearch,
): ReturnType<SearchPorts['findByRegex']> {
  if (mode === 'regex') {
    return findByRegex(text, REGEX_BUDGET_MS);
  }
  const find = findWords(text, mode);
  return { find: async (texts) => find(texts), [Symbol.asyncDispose]: async () => {} };
}

async function localesFrom(
  client: RedisClient,
  { sourceLocale }: MemorySearch,
  first: Locale | undefined,
): Promise<readonly Locale[]> {
  const stored = await readSourceLocales(client);
  return stored.filter(
    (tag) => (sourceLocale === undefined || tag === sourceLocale) && (first === undefined || tag >= first),
  );
}

const Place = z.tuple([z.string().refine((tag) => isLocale(tag)), z.coerce.number().int().min(0)]);

function readCursor(
  cursor: string | undefined,
): { readonly sourceLocale: Locale; readonly from: number } | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const place = Place.safeParse(cursor.split(':'));
  const [sourceLocale, from] = place.data ?? [];
  if (from === undefined || !isLocale(sourceLocale)) {
    throw new PipelineError(
      'REQUEST_INVALID',
      `"${cursor}" is not a cursor of this search; send the "next" of an answer`,
    );
  }
  return { sourceLocale, from };
}
