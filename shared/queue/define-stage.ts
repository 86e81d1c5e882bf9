import type { z } from 'zod';
import type { LocaleCounts } from '../api/article-status.ts';
import type { SourceArticle } from '../document/article.ts';
import type { Document } from '../document/document.ts';
import type { EntityOverlay } from '../document/entity-mention.ts';
import type { Locale } from '../document/locale.ts';
import type { RenderedLocale } from '../document/rendition.ts';
import type { Leverage, LocaleMatches } from '../memory/match.ts';
import type { StageName } from './contract.ts';

/** What each stage leaves for the ones after it; `source` is what was submitted. */
export interface StageResults {
  readonly source: SourceArticle;
  readonly normalize: Document;
  readonly 'tag-entities': EntityOverlay;
  readonly 'tm-lookup': LocaleMatches;
  readonly render: RenderedLocale;
}

/** Small facts of a result that lists and boards show without reading the result. */
export interface StageSummary {
  readonly headline?: string | undefined;
  readonly sourceLocale?: string | undefined;
  readonly repairs?: number | undefined;
  readonly leverage?: Leverage | undefined;
  readonly counts?: Omit<LocaleCounts, 'leverage'> | undefined;
}

/** A locale's own stages also know the article's other locales. */
type LocaleOf<Scope> = Scope extends 'locale'
  ? { readonly locale: Locale; readonly targets: readonly Locale[] }
  : unknown;

/** The earlier results that a stage asked for, whose article it is, and its locale where it runs once per locale. */
export type StageInput<Needs extends keyof StageResults, Scope> = Pick<StageResults, Needs> &
  LocaleOf<Scope> & { readonly tenant?: string };

/** A stage as data and a function. `run` knows no job, no queue and no Redis. */
export interface StageDefinition<
  Name extends StageName,
  Needs extends keyof StageResults,
  Scope extends 'article' | 'locale',
  Deps,
> {
  readonly name: Name;
  /** `article`: once per article; `locale`: once per target locale. */
  readonly scope: Scope;
  /** Results that `run` is given. */
  readonly needs: readonly Needs[];
  /** Checked before the result is stored. */
  readonly output: z.ZodType<StageResults[Name]>;
  readonly summary?: (output: StageResults[Name]) => StageSummary;
  /** Stage that gets a job when this one has ended; the last has none. */
  readonly next?: StageName;
  /**
   * Turns the input into the result. Pure apart from the ports in `deps`: the same input and port
   * answers give the same result, byte by byte.
   *
   * @throws {PipelineError} not retryable for content that can never pass.
   */
  readonly run: (
    input: StageInput<Needs, Scope>,
    deps: Deps,
    signal: AbortSignal,
  ) => StageResults[Name] | Promise<StageResults[Name]>;
}

/** Declares a stage; the types of `run` follow from `name`, `needs` and `scope`. */
export function defineStage<
  Name extends StageName,
  Needs extends keyof StageResults,
  Scope extends 'article' | 'locale',
  Deps,
>(definition: StageDefinition<Name, Needs, Scope, Deps>): StageDefinition<Name, Needs, Scope, Deps> {
  return definition;
}
