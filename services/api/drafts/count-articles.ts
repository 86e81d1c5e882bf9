import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { type Locale, toLocale } from '../../../shared/document/locale.ts';
import type { CountedArticle } from '../../../shared/memory/leverage-report.ts';
import type { VersionRecord } from '../../../shared/stores/article-store.ts';
import { readFindings, readMatches } from '../../../shared/stores/output-store.ts';
import type { RedisClient } from '../../../shared/stores/redis.ts';
import { findArticle } from '../find-article.ts';
import { invalid } from '../invalid.ts';
import { notReady } from '../outputs/not-ready.ts';
import { readArticleStatus } from '../read-article-status.ts';
import { countedOf } from './counted-of.ts';

export interface ArticleBatch {
  readonly tenant: string;
  /** External ids. */
  readonly articles: readonly string[];
  /** Absent: those of the first article. */
  readonly locales?: readonly string[] | undefined;
}

/**
 * Reads what the memory had for articles, per locale.
 *
 * @throws {PipelineError} `ARTICLE_NOT_FOUND`, `OUTPUT_NOT_READY`, `REQUEST_INVALID`.
 */
export async function countArticles(
  client: RedisClient,
  { tenant, articles, locales }: ArticleBatch,
): Promise<ReadonlyMap<Locale, readonly CountedArticle[]>> {
  const names = articles.map((externalId) => ({ tenant, externalId }));
  const records = await Promise.all(names.map(async (name) => findArticle(client, name)));
  const batch = await Promise.all(names.map(async (name) => readArticleStatus(client, name)));
  const counted = new Map<Locale, readonly CountedArticle[]>();
  for (const locale of localesOf(locales, batch)) {
    counted.set(
      locale,
      await Promise.all(records.map(async (record) => countedArticle(client, record, locale))),
    );
  }
  return counted;
}

/** @throws {PipelineError} `REQUEST_INVALID` where an article has not that locale. */
function localesOf(
  wanted: readonly string[] | undefined,
  batch: readonly ArticleStatus[],
): readonly Locale[] {
  const own = Object.keys(batch[0]?.locales ?? {});
  return (wanted ?? own).map((text, at) => {
    const locale = toLocale(text);
    const without = batch.find(({ locales }) => locale === undefined || locales[locale] === undefined);
    if (locale === undefined || without !== undefined) {
      const name = without === undefined ? 'No article' : `Article "${without.externalId}"`;
      throw invalid(
        `/body/locales/${at}`,
        `${name} is not translated into "${text}"; expected one of ${own.join(', ')}`,
      );
    }
    return locale;
  });
}

async function countedArticle(
  client: RedisClient,
  record: VersionRecord,
  locale: Locale,
): Promise<CountedArticle> {
  const { tenant, externalId, version } = record;
  const [{ document }, matches] = await Promise.all([
    readFindings(client, record),
    readMatches(client, record, locale),
  ]);
  if (document === undefined || matches === undefined) {
    throw notReady(await readArticleStatus(client, { tenant, externalId, version }), locale);
  }
  return countedOf(externalId, document, matches.segments);
}
