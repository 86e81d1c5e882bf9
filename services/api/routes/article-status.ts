import { ArticleStatus } from '../../../shared/api/article-status.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { etagOfText, matchesEtag } from '../etag.ts';
import { readArticleStatus } from '../read-article-status.ts';
import { ArticleParams, jsonOf, NOT_MODIFIED, PROBLEMS, VersionQuery } from '../schemas.ts';

/** `GET /v1/articles/{externalId}`: where the article and each of its stages stand. */
export function articleStatusRoute(app: Api, { client }: Pick<ApiDeps, 'client'>): void {
  app.get(
    '/v1/articles/:externalId',
    {
      config: { access: ['ops:read', 'outputs:read', 'articles:write'] },
      schema: {
        operationId: 'getArticle',
        summary: 'Status of an article: locales x stages',
        tags: ['articles'],
        params: ArticleParams,
        querystring: VersionQuery,
        response: { 200: jsonOf('The status', ArticleStatus), 304: NOT_MODIFIED, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { tenant } = principalOf(request);
      const status = await readArticleStatus(client, { tenant, ...request.params, ...request.query });
      const etag = etagOfText(JSON.stringify(status));
      reply.headers({ etag, 'cache-control': 'no-cache' });
      return matchesEtag(request.headers['if-none-match'], etag) ? reply.code(304).send() : status;
    },
  );
}
