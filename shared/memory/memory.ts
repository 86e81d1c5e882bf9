import type { CodedText } from '../document/inline-code.ts';
import type { Locale } from '../document/locale.ts';
import type { Match } from './match.ts';
import type { TranslationUnit } from './translation-unit.ts';

/** A segment as the memory needs to see it. */
export interface MemoryQuery {
  readonly source: CodedText;
  readonly contextBefore?: string | undefined;
  readonly contextAfter?: string | undefined;
  readonly key?: string | undefined;
}

export interface LookupRequest {
  readonly sourceLocale: Locale;
  readonly locale: Locale;
  readonly queries: readonly MemoryQuery[];
  /** Lowest score to report, 0..100. */
  readonly minScore: number;
  /** Most matches to report per query. */
  readonly limit: number;
  /**
   * A query that has a match of this score in every wanted locale is not searched for similar texts;
   * equal words are always found. Absent: every query is.
   */
  readonly enough?: number | undefined;
  /**
   * Adds, after the others and at most `limit`, units whose source differs from the query in values and
   * names alone though it scores less than `minScore`: for who can exchange those. Default false.
   */
  readonly related?: boolean | undefined;
  /** Whose memories are looked into; absent: those of every tenant. */
  readonly tenant?: string | undefined;
}

/** A request for several target locales at once: the search is done once for all of them. */
export type LookupLocalesRequest = Omit<LookupRequest, 'locale'> & { readonly locales: readonly Locale[] };

export interface AddOptions {
  /**
   * For imports, which it makes several times faster: what is added is found by equal words at once,
   * by similarity once `settle` was called. Default false.
   */
  readonly bulk?: boolean;
}

/** What became of the units of one write. `created + merged + kept + refused` is what was offered. */
export interface MemoryLedger {
  readonly created: number;
  /** Replaced an older target of the same source and locale. */
  readonly merged: number;
  /** Already there, unchanged. */
  readonly kept: number;
  readonly refused: readonly { readonly index: number; readonly reason: string }[];
}

/** Which units to take out: those of one source text with its codes, in one locale or in all. */
export interface RemoveFilter {
  readonly sourceLocale: Locale;
  readonly source: CodedText;
  readonly locale?: Locale;
}

/** The translation memory: a port. What is added is found by the next lookup of any process. */
export interface TranslationMemory {
  /**
   * Finds the units that can serve each query, best first, at most `limit` each, in query order.
   * Exact: no unit at or above `minScore` is missed.
   *
   * @throws {PipelineError} `TM_STORE_UNAVAILABLE`, retryable.
   */
  lookup(request: LookupRequest): Promise<readonly (readonly Match[])[]>;
  /**
   * As `lookup`, in several locales: the lists of matches per locale.
   *
   * @throws {PipelineError} `TM_STORE_UNAVAILABLE`, retryable.
   */
  lookupLocales(request: LookupLocalesRequest): Promise<ReadonlyMap<Locale, readonly (readonly Match[])[]>>;
  /**
   * Files units, each one whole or not at all; adding the same again changes nothing.
   *
   * Units with the same source, locale and place (neighbours and key) replace each other: approved
   * before reviewed before the rest, then the newest, then the last one written.
   *
   * @throws {PipelineError} `TM_STORE_UNAVAILABLE`, retryable.
   */
  add(units: readonly TranslationUnit[], options?: AddOptions): Promise<MemoryLedger>;
  /**
   * Makes everything that was added in bulk findable by similarity: once at the end of an import.
   *
   * @throws {PipelineError} `TM_STORE_UNAVAILABLE`, retryable.
   */
  settle(): Promise<void>;
  /**
   * Takes units out and tells how many they were.
   *
   * @throws {PipelineError} `TM_STORE_UNAVAILABLE`, retryable.
   */
  remove(filter: RemoveFilter): Promise<number>;
  /** All units of a pair, in a stable order: as their sources were added first, then by locale. */
  units(filter: { readonly sourceLocale?: Locale; readonly locale?: Locale }): AsyncIterable<TranslationUnit>;
  /** Number of distinct sources per source locale. */
  size(): Promise<Readonly<Record<string, number>>>;
}
