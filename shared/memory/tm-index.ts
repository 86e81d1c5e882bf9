import type { Locale } from '../document/locale.ts';
import type { Comparable } from './comparable.ts';
import type { SourceId } from './token-hash.ts';

/** A source, by the halves of its id, that may reach `bound` and no more. */
export interface Candidate extends SourceId {
  /** 0..100. */
  readonly bound: number;
  /** It is of the query's family, and may score less than was asked for; its bound is 0. */
  readonly isRelated?: true;
}

/** What an index is asked. */
export interface CandidateRequest {
  readonly sourceLocale: Locale;
  readonly queries: readonly Comparable[];
  /** Adds the sources of the query's family, whatever they score, after the others. */
  readonly families?: boolean;
  /** 0..100. */
  readonly minScore: number;
}

/**
 * Finds which stored sources may be similar to a text, without reading them. One index per source
 * language serves every target locale.
 */
export interface TmIndex {
  /**
   * Per query the sources with other words that may score `minScore` or more, highest bound first,
   * each id once; the query's own id, under which equal words are, is not among them. Exact: none
   * that does is missing; some that do not are in it. What was added before the call, by whatever
   * process, is found.
   *
   * @throws {PipelineError} `TM_STORE_UNAVAILABLE`, retryable.
   */
  candidates(request: CandidateRequest): Promise<readonly (readonly Candidate[])[]>;
  /**
   * What `candidates` of the same request will answer if nothing was added meanwhile, for whoever wants to
   * read ahead. Undefined: that cannot be told without asking.
   */
  expected?(request: CandidateRequest): readonly (readonly Candidate[])[] | undefined;
}
