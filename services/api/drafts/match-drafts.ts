import type { SourceArticle } from '../../../shared/document/article.ts';
import type { Document } from '../../../shared/document/document.ts';
import type { Locale } from '../../../shared/document/locale.ts';
import type { LocaleMatches } from '../../../shared/memory/match.ts';
import type { TranslationMemory } from '../../../shared/memory/memory.ts';
import type { NormalizeThreadsOptions } from '../../../workers/normalize/thread/normalize-in-threads.ts';
import type { Normalizer } from '../../../workers/normalize/thread/normalizer.ts';
import type { TmLookupDeps } from '../../../workers/tm-lookup/deps.ts';
import type { findMatches } from '../../../workers/tm-lookup/find-matches.ts';

export interface DraftOptions {
  readonly memory: TranslationMemory;
  /** Lowest score that counts, 0..100. */
  readonly minScore: number;
  /** As the normalize stage has them; one thread is started. */
  readonly normalize: Omit<NormalizeThreadsOptions, 'threads'>;
}

/** An article that was not submitted, with what the memory has for it. */
export interface MatchedDraft {
  readonly document: Document;
  readonly matches: ReadonlyMap<Locale, LocaleMatches['segments']>;
}

/**
 * Does to articles what the stages up to tm-lookup would, and keeps nothing: no job, no result. Its
 * thread and tables are loaded with the first one.
 */
export interface DraftMatcher extends AsyncDisposable {
  /** @throws {PipelineError} as the stages do, for content that cannot be read. */
  readonly match: (
    source: SourceArticle,
    locales: readonly Locale[],
    signal: AbortSignal,
  ) => Promise<MatchedDraft>;
}

/** Makes a matcher; nothing is loaded yet. */
export function createDraftMatcher(options: DraftOptions): DraftMatcher {
  let loading: Promise<Stages> | undefined;
  return {
    match: async (source, locales, signal) => {
      loading ??= loadStages(options);
      const { normalizer, find, deps } = await loading;
      const document = await normalizer.normalize(source, signal);
      const matches = new Map<Locale, LocaleMatches['segments']>();
      for (const locale of locales) {
        matches.set(locale, await find(document, { locale, tenant: source.tenant }, deps));
      }
      return { document, matches };
    },
    [Symbol.asyncDispose]: async () => {
      const loaded = await loading?.catch(() => undefined);
      await loaded?.normalizer[Symbol.asyncDispose]();
    },
  };
}

interface Stages {
  readonly normalizer: Normalizer & AsyncDisposable;
  readonly find: typeof findMatches;
  readonly deps: TmLookupDeps;
}

async function loadStages({ memory, minScore, normalize }: DraftOptions): Promise<Stages> {
  const [{ normalizeInThreads }, { findMatches: find }, { loadImprovements }, { createTmLookupDeps }] =
    await Promise.all([
      import('../../../workers/normalize/thread/normalize-in-threads.ts'),
      import('../../../workers/tm-lookup/find-matches.ts'),
      import('../../../workers/tm-lookup/load-improvements.ts'),
      import('../../../workers/tm-lookup/deps.ts'),
    ]);
  const improve = await loadImprovements();
  const deps = createTmLookupDeps({ memory, minScore, limit: 1, improve });
  return { normalizer: await normalizeInThreads({ ...normalize, threads: 1 }), find, deps };
}
