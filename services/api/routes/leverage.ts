import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { PIPELINE } from '../../../config/pipeline.ts';
import { LEVERAGE_RATES } from '../../../config/rates.ts';
import { SubmissionBody } from '../../../shared/api/submission.ts';
import {
  LEVERAGE_FORMATS,
  leverageToCsv,
  leverageToTrados,
} from '../../../shared/memory/leverage-formats.ts';
import { LeverageReport, leverageReportOf } from '../../../shared/memory/leverage-report.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { countArticles } from '../drafts/count-articles.ts';
import { countDrafts } from '../drafts/count-drafts.ts';
import { invalid } from '../invalid.ts';
import { PROFILES_HELP, readProfiles } from '../read-profiles.ts';
import { jsonOf, PROBLEMS } from '../schemas.ts';

const MAX_ARTICLES = 200;
const MAX_DRAFTS = 20;
/** Several of the largest articles at once. */
const BODY_LIMIT = 8 * PIPELINE.maxArticleBytes;
const DRY_RUN_TIMEOUT_MS = 5 * 60_000;

const Draft = SubmissionBody.pick({
  format: true,
  content: true,
  contentEncoding: true,
  charset: true,
  sourceLocale: true,
  meta: true,
}).extend({ name: z.string().min(1).max(400).describe('What the report calls it') });

const locales = z.array(z.string()).min(1).max(100);
const LeverageBody = z.union([
  z.strictObject({
    articles: z
      .array(z.string().min(1).max(400))
      .min(1)
      .max(MAX_ARTICLES)
      .describe(
        'Ids of the articles, in the order in which repetitions are counted; each in its newest version',
      ),
    locales: locales.optional().describe('Absent: those of the first article'),
  }),
  z.strictObject({
    drafts: z
      .array(Draft)
      .min(1)
      .max(MAX_DRAFTS)
      .describe('Articles that are not submitted: they are looked up, and nothing is kept'),
    locales,
  }),
]);
const LeverageQuery = z.strictObject({
  format: z
    .enum(LEVERAGE_FORMATS)
    .default('json')
    .describe('`trados`: an analysis file as Trados Studio writes it, for one locale'),
  profiles: z.string().optional().describe(PROFILES_HELP),
});
const CONTENT_TYPES = { csv: 'text/csv; charset=utf-8', trados: 'application/xml; charset=utf-8' } as const;

/** `POST /v1/leverage`: what the memory saves for a batch of articles, per locale. */
export function leverageRoute(app: Api, { client, drafts }: Pick<ApiDeps, 'client' | 'drafts'>): void {
  app.post(
    '/v1/leverage',
    {
      bodyLimit: BODY_LIMIT,
      handlerTimeout: DRY_RUN_TIMEOUT_MS,
      config: { access: ['outputs:read', 'ops:read'] },
      schema: {
        operationId: 'countLeverage',
        summary: 'Count a batch of articles by the bands of the translation memory',
        description:
          'Segments, words and characters by band, repetitions inside the batch, words weighted by the rates of `config/rates.ts`. Of articles as they were looked up, or of drafts as they would be now: what the memory has for them is found as for articles, but nothing is queued or kept.',
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
      const counted =
        'drafts' in request.body
          ? await countDrafts(drafts, { ...request.body, tenant, signal: closingOf(reply) })
          : await countArticles(client, { ...request.body, tenant });
      const reports = Array.from(counted, ([locale, articles]) =>
        leverageReportOf(articles, { locale, rates: LEVERAGE_RATES, profiles }),
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

/** Aborted when whoever asked is gone. */
function closingOf({ raw }: FastifyReply): AbortSignal {
  const closing = new AbortController();
  raw.once('close', () => closing.abort());
  return closing.signal;
}
