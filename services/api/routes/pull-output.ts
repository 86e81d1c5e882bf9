import { z } from 'zod';
import { LOCALES } from '../../../config/locales.ts';
import { type Locale, toLocale } from '../../../shared/document/locale.ts';
import { OUTPUT_FACTS, OutputFormat } from '../../../shared/document/output-format.ts';
import type { Rendition } from '../../../shared/document/rendition.ts';
import { translationState } from '../../../shared/document/translation-state.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import type { VersionRecord } from '../../../shared/stores/article-store.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { etagOf, matchesEtag } from '../etag.ts';
import { findArticle } from '../find-article.ts';
import { checkServed } from '../outputs/check-served.ts';
import { notReady } from '../outputs/not-ready.ts';
import { OutputFallback, OutputPolicy } from '../outputs/policy.ts';
import { type ServedOutput, serveOutput } from '../outputs/serve-output.ts';
import { readArticleStatus } from '../read-article-status.ts';
import { ArticleParams, bytesOf, NOT_MODIFIED, PROBLEMS, VersionQuery } from '../schemas.ts';

const OutputParams = ArticleParams.extend({
  locale: z.string().min(1).max(35).describe('BCP 47 locale, such as `pt-BR`'),
});

const OutputQuery = VersionQuery.extend({
  format: OutputFormat.default('html'),
  policy: OutputPolicy.default('any').describe('How far every segment must have come'),
  fallback: OutputFallback.default('source').describe(
    'For segments below the policy: `fail` answers 409, `source` shows them in the source language, marked; ' +
      '`omit` leaves them out, marked and counted; `last-approved` gives the newest older version that was ' +
      'approved in every segment, named by `Article-Version` and `Content-Location`',
  ),
  origins: z
    .enum(['true', 'false'])
    .default('false')
    .describe('In HTML, `data-origin` and `data-review` on every sentence'),
});

const MEDIA_TYPES = [...new Set(Object.values(OUTPUT_FACTS).map(({ mediaType }) => mediaType))] as const;

/** A page that someone opens by its address: no script runs, whatever the article brought along. */
const PAGE_CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src https: http:";

/** `GET /v1/articles/{externalId}/locales/{locale}`: the bytes of one output. */
export function pullOutputRoute(
  app: Api,
  { client, press, now }: Pick<ApiDeps, 'client' | 'press' | 'now'>,
): void {
  app.get(
    '/v1/articles/:externalId/locales/:locale',
    {
      config: { access: ['outputs:read'] },
      schema: {
        operationId: 'pullOutput',
        summary: 'Pull an article in one locale and format',
        description:
          'Strong ETag and 304; `Translation-State` counts segments: translated, of these approved and reviewed by people ' +
          'and made by a machine, and source.',
        tags: ['outputs'],
        params: OutputParams,
        querystring: OutputQuery,
        response: {
          200: bytesOf('The output', ...MEDIA_TYPES),
          304: NOT_MODIFIED,
          ...PROBLEMS,
        },
      },
    },
    async (request, reply) => {
      const { tenant } = principalOf(request);
      const { externalId } = request.params;
      const { version, format, policy, fallback, origins } = request.query;
      const name = { tenant, externalId, version };
      const record = await findArticle(client, name);
      const locale = targetLocale(record, request.params.locale);
      checkServed(record, now());
      const wish = { locale, format, policy, fallback, showOrigins: origins === 'true' };
      const output = await serveOutput({ client, press }, record, wish);
      if (output === undefined) {
        throw notReady(await readArticleStatus(client, name), locale);
      }
      const etag = etagOf(output.hash);
      reply.headers(headersOf(output, format, etag));
      if (output.rendition.version !== record.version) {
        reply.header('content-location', locationOf(record, output.rendition, format));
      }
      return matchesEtag(request.headers['if-none-match'], etag)
        ? reply.code(304).send()
        : reply.serializer((body: string) => body).send(output.body);
    },
  );
}

function targetLocale(record: VersionRecord, text: string): Locale {
  const locale = toLocale(text);
  if (locale !== undefined && record.targets.includes(locale)) {
    return locale;
  }
  const known =
    locale !== undefined && LOCALES.includes(locale) ? 'was not a target of' : 'is not a locale of';
  throw new PipelineError(
    'LOCALE_NOT_FOUND',
    `"${text}" ${known} article "${record.externalId}" version ${record.version}; it has ${record.targets.join(', ')}`,
    { details: { locales: record.targets } },
  );
}

/** Where an older version that stands in for the wanted one is found under its own name. */
function locationOf({ externalId }: VersionRecord, { version, locale }: Rendition, format: string): string {
  const query = new URLSearchParams({ version: String(version), format, policy: 'approved' });
  return `/v1/articles/${encodeURIComponent(externalId)}/locales/${locale}?${query.toString()}`;
}

function headersOf(
  { rendition }: ServedOutput,
  format: OutputFormat,
  etag: string,
): Readonly<Record<string, string>> {
  const { mediaType } = OUTPUT_FACTS[format];
  return {
    etag,
    'cache-control': 'private, no-cache', // withheld and killed articles must be noticed at once
    'content-type': `${mediaType}; charset=utf-8`,
    'content-language': rendition.locale,
    'article-version': String(rendition.version),
    'translation-state': translationState(rendition),
    'x-content-type-options': 'nosniff',
    ...(mediaType === 'text/html' ? { 'content-security-policy': PAGE_CSP } : {}),
  };
}
