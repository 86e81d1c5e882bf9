import { readStatus } from '../../../shared/stores/article-status.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { openStatusStream } from '../events/status-stream.ts';
import { findArticle } from '../find-article.ts';
import { readArticleStatus } from '../read-article-status.ts';
import { ArticleParams, bytesOf, PROBLEMS, VersionQuery } from '../schemas.ts';

/** `GET /v1/articles/{externalId}/events`: the status as it changes, as server-sent events. */
export function articleEventsRoute(
  app: Api,
  { client, progress }: Pick<ApiDeps, 'client' | 'progress'>,
): void {
  const stopping = new AbortController();
  app.addHook('preClose', async () => stopping.abort());
  app.get(
    '/v1/articles/:externalId/events',
    {
      exposeHeadRoute: false,
      config: { access: ['ops:read', 'outputs:read', 'articles:write'], streams: true },
      schema: {
        operationId: 'followArticle',
        summary: 'Follow an article (server-sent events)',
        description:
          '`status` with an ArticleStatus at once and after each change, then `end` when the article no longer runs.',
        tags: ['articles'],
        params: ArticleParams,
        querystring: VersionQuery,
        response: { 200: bytesOf('Server-sent events', 'text/event-stream'), ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const name = { tenant: principalOf(request).tenant, ...request.params, ...request.query };
      const { articleId } = await findArticle(client, name);
      const first = await readArticleStatus(client, name);
      const stream = openStatusStream(
        {
          read: async () => readStatus(client, articleId, name.version),
          watch: (onChange) => progress.watch(articleId, onChange),
          stopping: stopping.signal,
        },
        first,
      );
      return reply
        .headers({
          'content-type': 'text/event-stream',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        })
        .send(stream);
    },
  );
}
