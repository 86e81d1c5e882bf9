import { z } from 'zod';
import { LEVERAGE_RATES } from '../../../config/rates.ts';
import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { type Locale, toLocale } from '../../../shared/document/locale.ts';
import {
  LEVERAGE_FORMATS,
  leverageToCsv,
  leverageToTrados,
} from '../../../shared/memory/leverage-formats.ts';
import {
  type CountedArticle,
  LeverageReport,
  leverageReportOf,
} from '../../../shared/memory/leverage-report.ts';
import type { ScoreProfile } from '../../../shared/memory/profiles/score-profiles.ts';
import type { VersionRecord } from '../../../shared/stores/article-store.ts';
import { readFindings, readMatches } from '../../../shared/stores/output-store.ts';
import type { RedisClient } from '../../../shared/stores/redis.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { findArticle } from '../find-article.ts';
import { invalid } from '../invalid.ts';
import { notReady } from '../outputs/not-ready.ts';
import { readArticleStatus } from '../read-article-status.ts';
import { PROFILES_HELP, readProfiles } from '../read-profiles.ts';
import { jsonOf, PROBLEMS } from '../schemas.ts';

const MAX_ARTICLES = 200;

const LeverageBody = z.strictObject({
  articles: z
    .array(z.string().min(1).max(400))
    .min(1)
    .max(MAX_ARTICLES)
    .describe(
      'Ids of the articles, in the order in which repetitions are counted; each in its newest version',
    ),
  locales: z.array(z.string()).min(1).optional().describe('Absent: those of the first article'),
});
const LeverageQuery = z.strictObject({
  format: z
    .enum(LEVERAGE_FORMATS)
    .default('json')
    .describe('`trados`: an analysis file as Trados Studio writes it, for one locale'),
  profiles: z.string().optional().describe(PROFILES_HELP),
});
const CONTENT_TYPES = { csv: 'text/csv; charset=utf-8', trados: 'application/xml; charset=utf-8' } as const;

/** `POST /v1/leverage`: what the memory saves for a batch of articles, per locale. */
export function leverageRoute(app: Api, { client }: Pick<ApiDeps, 'client'>): void {
  app.post(
    '/v1/leverage',
    {
      config: { access: ['outputs:read', 'ops:read'] },
      schema: {
        operationId: 'countLeverage',
        summary: 'Count a batch of articles by the bands of the translation memory',
        description:
          'Segments, words and characters by band, repetitions inside the batch, words weighted by the rates of `config/rates.ts`.',
        tags: ['memory'],
        querystring: LeverageQuery,
        body: LeverageBody,
        response: {
          200: {
            description: 'The reports',
            content: {
              ...jsonOf('The reports', z.object({ reports: z.array(LeverageReport) })).content,
              'text/csv': { schema: z.string() },
              'application/xml': { schema: z.string() },
            },
          },
          ...PROBLEMS,
        },
      },
    },
    async (request, reply) => {
      const { tenant } = principalOf(request);
      const { format } = request.query;
      const profiles = readProfiles(request.query.profiles);
      const names = request.body.articles.map((externalId) => ({ tenant, externalId }));
      const records = await Promise.all(names.map(async (name) => findArticle(client, name)));
      const batch = await Promise.all(names.map(async (name) => readArticleStatus(client, name)));
      const locales = localesOf(request.body.locales, batch);
      const reports = await Promise.all(
        locales.map(async (locale) => reportOf(client, records, { locale, profiles })),
      );
      if (format === 'json') {
        return { reports };
      }
      const [only, more] = reports;
      if (format === 'trados' && (only === undefined || more !== undefined)) {
        const detail = `An analysis file has one locale; ${reports.length} were asked for`;
        throw invalid('/body/locales', detail);
      }
      const text = format === 'csv' || only === undefined ? leverageToCsv(reports) : leverageToTrados(only);
      return reply.header('content-type', CONTENT_TYPES[format]).send(text);
    },
  );
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

async function reportOf(
  client: RedisClient,
  records: readonly VersionRecord[],
  { locale, profiles }: { readonly locale: Locale; readonly profiles: readonly ScoreProfile[] },
): Promise<LeverageReport> {
  const articles = await Promise.all(records.map(async (record) => countedArticle(client, record, locale)));
  return leverageReportOf(articles, { locale, rates: LEVERAGE_RATES, profiles });
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
  const best = new Map(matches.segments.map(({ segmentId, matches: found }) => [segmentId, found[0]]));
  const segments = document.segments.map(({ id, text }) => ({
    text,
    score: best.get(id)?.score,
    repaired: best.get(id)?.repairs !== undefined,
    stored: best.get(id)?.source.text,
  }));
  return { externalId, segments };
}
