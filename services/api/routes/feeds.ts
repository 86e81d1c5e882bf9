import { z } from 'zod';
import { parseLocale } from '../../../config/locales.ts';
import type { Locale } from '../../../shared/document/locale.ts';
import { translationState } from '../../../shared/document/translation-state.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { etagOfText, matchesEtag } from '../etag.ts';
import type { FeedItem } from '../feeds/feed.ts';
import { FEED_FORMATS, FeedFormat } from '../feeds/feed-formats.ts';
import { newestRenditions, type RenderedVersion } from '../feeds/newest-renditions.ts';
import { OutputFallback, OutputPolicy } from '../outputs/policy.ts';
import { type OutputWish, serveOutput } from '../outputs/serve-output.ts';
import { bytesOf, NOT_MODIFIED, PROBLEMS } from '../schemas.ts';

const FeedParams = z.object({ locale: z.string().min(1).max(35).describe('BCP 47 locale, such as `pt-BR`') });

const FeedQuery = z.strictObject({
  format: FeedFormat.default('rss'),
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('Most articles'),
  policy: OutputPolicy.default('any').describe('How far every segment must have come'),
  fallback: OutputFallback.default('source').describe(
    'For segments below the policy; `fail` leaves the article out of the feed, `last-approved` too where no older version will do',
  ),
});

const MEDIA_TYPES = Object.values(FEED_FORMATS).map(({ mediaType }) => mediaType);

type Ports = Pick<ApiDeps, 'client' | 'press' | 'now' | 'publicApiUrl'>;

/** `GET /v1/feeds/{locale}`: the newest renditions, for feed readers. */
export function feedRoute(app: Api, ports: Ports): void {
  app.get(
    '/v1/feeds/:locale',
    {
      config: { access: ['outputs:read'] },
      schema: {
        operationId: 'pullFeed',
        summary: 'Newest articles in one locale as RSS 2.0, Atom or JSON Feed',
        description: 'ETag and 304; killed, withheld and embargoed articles are not in it.',
        tags: ['outputs'],
        params: FeedParams,
        querystring: FeedQuery,
        response: { 200: bytesOf('The feed', ...MEDIA_TYPES), 304: NOT_MODIFIED, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { tenant } = principalOf(request);
      const locale = parseLocale(request.params.locale);
      const { format, limit, policy, fallback } = request.query;
      const versions = await newestRenditions(ports, { tenant, locale, limit });
      const etag = etagOfText(
        JSON.stringify([locale, request.query, versions.map((version) => factsOf(version))]),
      );
      const { mediaType, write } = FEED_FORMATS[format];
      reply.headers({
        etag: `W/${etag}`, // of what it is made from, so that an unchanged feed is not written again
        'cache-control': 'private, no-cache', // killed articles must vanish at once
        'content-type': `${mediaType}; charset=utf-8`,
        'content-language': locale,
        'x-content-type-options': 'nosniff',
      });
      if (matchesEtag(request.headers['if-none-match'], etag)) {
        return reply.code(304).send();
      }
      const items: FeedItem[] = [];
      for (const version of versions) {
        items.push(...(await itemOf(ports, version, { locale, format: 'ninjs', policy, fallback })));
      }
      const self = `${ports.publicApiUrl}/v1/feeds/${locale}?format=${format}`;
      const body = write({ title: titleOf(locale), locale, self, items });
      return reply.serializer((text: string) => text).send(body);
    },
  );
}

/** All that the bytes of an item depend on. */
function factsOf({ record, renderedAt }: RenderedVersion): unknown {
  return [record.articleId, record.version, record.reviews, record.run, renderedAt];
}

function titleOf(locale: Locale): string {
  return `Polywire · ${new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale}`;
}

const Named = z.object({ name: z.string() });
const Text = z.object({ value: z.string(), contentType: z.string() });
const Ninjs = z.object({
  uri: z.string(),
  title: z.string(),
  headlines: z.array(Text).default([]),
  descriptions: z.array(Text).default([]),
  bodies: z.array(Text),
  by: z.string().optional(),
  subjects: z.array(Named).default([]),
  contentCreated: z.string().optional(),
});

/** An item is made of the article's ninjs, so that feeds and ninjs never disagree; none where it cannot be served. */
async function itemOf(
  ports: Ports,
  { record, renderedAt }: RenderedVersion,
  wish: OutputWish,
): Promise<readonly FeedItem[]> {
  const output = await serveOutput(ports, record, wish).catch((error: unknown) => {
    if (error instanceof PipelineError && error.code === 'OUTPUT_NOT_READY') {
      return undefined;
    }
    throw error;
  });
  if (output === undefined) {
    return [];
  }
  const article = Ninjs.parse(JSON.parse(output.body));
  return [
    {
      id: article.uri,
      title: article.headlines[0]?.value ?? article.title,
      link: article.uri.startsWith('http') ? article.uri : undefined,
      summary: article.descriptions[0]?.value,
      html: article.bodies.find(({ contentType }) => contentType === 'text/html')?.value ?? '',
      by: article.by,
      tags: article.subjects.map(({ name }) => name),
      published: article.contentCreated,
      updated: new Date(renderedAt).toISOString(),
      state: translationState(output.rendition),
    },
  ];
}
