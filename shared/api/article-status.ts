import { z } from 'zod';
import { PubStatus } from '../document/article.ts';
import { Locale } from '../document/locale.ts';
import { Leverage } from '../memory/match.ts';
import type { StageName } from '../queue/contract.ts';

/** Where one stage of one article (and locale) stands. */
export const StageProgress = z.object({
  state: z.enum(['waiting', 'running', 'done', 'failed', 'skipped']),
  /** Milliseconds since the epoch of the last change. */
  at: z.int(),
  /** Run time of the last attempt in milliseconds; absent before it ended. */
  ms: z.number().optional(),
  /** Attempts made so far. */
  attempts: z.int().optional(),
  /** Why it failed or was skipped: a catalog code and a sentence for a person. */
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});
export type StageProgress = Readonly<z.infer<typeof StageProgress>>;

/** The state of an article version as a whole. */
export const ArticleState = z.enum([
  'running',
  'done',
  'partial',
  'failed',
  'canceled',
  'superseded',
  'killed',
]);
export type ArticleState = z.infer<typeof ArticleState>;

/** What a locale's rendition holds, once it is there. */
export const LocaleCounts = z.object({
  segments: z.int(),
  translated: z.int(),
  approved: z.int(),
  reviewed: z.int().optional(),
  machine: z.int().optional(),
  source: z.int(),
  leverage: Leverage.optional(),
});
export type LocaleCounts = Readonly<z.infer<typeof LocaleCounts>>;

/** One article version with its locale x stage matrix. */
export const ArticleStatus = z.object({
  articleId: z.string(),
  externalId: z.string(),
  version: z.int(),
  tenant: z.string(),
  state: ArticleState,
  pubStatus: PubStatus,
  embargoedUntil: z.string().optional(),
  headline: z.string().optional(),
  sourceLocale: z.string().optional(),
  urgency: z.int(),
  /** Milliseconds since the epoch. */
  submittedAt: z.int(),
  closedAt: z.int().optional(),
  /** Times it was put on the queue again after a failure. */
  run: z.int(),
  /** Repairs that normalization made; absent before it ended. */
  repairs: z.int().optional(),
  stages: z.object({ normalize: StageProgress, 'tag-entities': StageProgress }),
  locales: z.record(
    z.string(),
    z.object({
      'tm-lookup': StageProgress,
      render: StageProgress,
      counts: LocaleCounts.optional(),
    }),
  ),
});
export type ArticleStatus = Readonly<z.infer<typeof ArticleStatus>>;

/** A page of articles, most recently changed first. */
export const ArticlePage = z.object({
  items: z.array(ArticleStatus).readonly(),
  /** Cursor of the next page; absent on the last. */
  next: z.string().optional(),
});
export type ArticlePage = z.infer<typeof ArticlePage>;

/** Percent of an article's stage runs that have ended, 0..100, per locale. */
export function localePercent(status: ArticleStatus, locale: string): number {
  const perLocale = status.locales[locale];
  const steps = [
    status.stages.normalize,
    status.stages['tag-entities'],
    perLocale?.['tm-lookup'],
    perLocale?.render,
  ];
  const ended = steps.filter((step) => step?.state === 'done').length;
  return Math.round((100 * ended) / steps.length);
}

/** One stage run of an article version, as a flat row. */
export interface StageRun {
  readonly stage: StageName;
  readonly locale?: Locale;
  readonly progress: StageProgress;
}

/** Every stage run of an article version, in the order in which they come about. */
export function stageRuns(status: ArticleStatus): readonly StageRun[] {
  const rows: StageRun[] = [
    { stage: 'normalize', progress: status.stages.normalize },
    { stage: 'tag-entities', progress: status.stages['tag-entities'] },
  ];
  for (const [tag, perLocale] of Object.entries(status.locales)) {
    const locale = Locale.parse(tag);
    rows.push({ stage: 'tm-lookup', locale, progress: perLocale['tm-lookup'] });
    rows.push({ stage: 'render', locale, progress: perLocale.render });
  }
  return rows;
}

/**
 * Where work goes on: the first stage that is not done, once for the article or once for each
 * locale; empty when everything is done.
 */
export function nextRuns(status: ArticleStatus): readonly StageRun[] {
  const open = stageRuns(status).filter(({ progress }) => progress.state !== 'done');
  const forArticle = open.find(({ locale }) => locale === undefined);
  if (forArticle !== undefined) {
    return [forArticle];
  }
  const firstOfLocale = new Map<Locale | undefined, StageRun>();
  for (const run of open) {
    if (!firstOfLocale.has(run.locale)) {
      firstOfLocale.set(run.locale, run);
    }
  }
  return [...firstOfLocale.values()];
}
