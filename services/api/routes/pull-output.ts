import { z } from 'zod';
import { LOCALES } from '../../../config/locales.ts';
import { type Locale, toLocale } from '../../../shared/document/locale.ts';
import { OutputFormat, type Rendition } from '../../../shared/document/rendition.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import type { VersionRecord } from '../../../shared/stores/article-store.ts';
import { readOutput, readRendition, type StoredOutput } from '../../../shared/stores/output-store.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { etagOf, matchesEtag } from '../etag.ts';
import { findArticle } from '../find-article.ts';
import { checkServed } from '../outputs/check-served.ts';
import { notReady } from '../outputs/not-ready.ts';
import { OutputFallback, OutputPolicy, policyGap, translationState } from '../outputs/policy.ts';
import { readArticleStatus } from '../read-article-status.ts';
import { ArticleParams, bytesOf, NOT_MODIFIED, PROBLEMS, VersionQuery } from '../schemas.ts';

const OutputParams = ArticleParams.extend({
  locale: z.string().min(1).max(35).describe('BCP 47 locale, such as `pt-BR`'),
});

const OutputQuery = VersionQuery.extend({
  format: OutputFormat.default('html'),
  policy: OutputPolicy.default('any').describe('How far every segment must have come'),
  fallback: OutputFallback.default('source').describe(
    'For segments below the policy: `fail` answers 409; `source` serves them in the source language, ' +
      'and answers 409 when a target below the policy would be shown',
  ),
});

const CONTENT_TYPES = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const satisfies Record<OutputFormat, string>;

/** A page that someone opens by its address: no script runs, whatever the article brought along. */
const PAGE_CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src https: http:";

/** `GET /v1/articles/{externalId}/locales/{locale}`: the bytes of one output. */
export function pullOutputRoute(app: Api, { client, now }: Pick<ApiDeps, 'client' | 'now'>): void {
  app.get(
    '/v1/articles/:externalId/locales/:locale',
    {
      config: { access: ['outputs:read'] },
      schema: {
        operationId: 'pullOutput',
        summary: 'Pull an article in one locale and format',
        description:
          'Strong ETag and 304; `Translation-State` counts translated, approved and source segments.',
        tags: ['outputs'],
        params: OutputParams,
        querystring: OutputQuery,
        response: {
          200: bytesOf('The output', 'text/html', 'text/markdown', 'application/json'),
          304: NOT_MODIFIED,
          ...PROBLEMS,
        },
      },
    },
    async (request, reply) => {
      const { tenant } = principalOf(request);
      const { externalId } = request.params;
      const { version, format, policy, fallback } = request.query;
      const name = { tenant, externalId, version };
      const record = await findArticle(client, name);
      const locale = targetLocale(record, request.params.locale);
      checkServed(record, now());
      const [output, rendition] = await Promise.all([
        readOutput(client, record, locale, format),
        readRendition(client, record, locale),
      ]);
      if (output === undefined || rendition === undefined) {
        throw notReady(await readArticleStatus(client, name), locale);
      }
      checkPolicy(rendition, policy, fallback);
      const etag = etagOf(output.hash);
      reply.headers(headersOf({ output, rendition, format, etag }));
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

function checkPolicy(rendition: Rendition, policy: OutputPolicy, fallback: OutputFallback): void {
  const gap = policyGap(rendition, policy, fallback);
  if (gap !== undefined) {
    throw new PipelineError(
      'OUTPUT_NOT_READY',
      `${gap.met} of ${gap.segments} segments in ${rendition.locale} meet policy "${policy}": ${gap.below} have a target below it, ${gap.source} have none, and fallback is "${fallback}"`,
      { details: { policy, fallback, ...gap } },
    );
  }
}

interface Served {
  readonly output: StoredOutput;
  readonly rendition: Rendition;
  readonly format: OutputFormat;
  readonly etag: string;
}

function headersOf({ rendition, format, etag }: Served): Readonly<Record<string, string>> {
  return {
    etag,
    'cache-control': 'private, no-cache', // withheld and killed articles must be noticed at once
    'content-type': CONTENT_TYPES[format],
    'content-language': rendition.locale,
    'translation-state': translationState(rendition),
    'x-content-type-options': 'nosniff',
    ...(format === 'html' ? { 'content-security-policy': PAGE_CSP } : {}),
  };
}
