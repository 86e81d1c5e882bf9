import { PipelineError } from '../../../shared/errors/errors.ts';
import { readFindings } from '../../../shared/stores/output-store.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { findArticle } from '../find-article.ts';
import { notReady } from '../outputs/not-ready.ts';
import { readArticleStatus } from '../read-article-status.ts';
import { ArticleFindings, ArticleParams, jsonOf, PROBLEMS, VersionQuery } from '../schemas.ts';

/** `GET /v1/articles/{externalId}/document`: the normalized article with its repairs and entities. */
export function articleDocumentRoute(app: Api, { client }: Pick<ApiDeps, 'client'>): void {
  app.get(
    '/v1/articles/:externalId/document',
    {
      config: { access: ['ops:read', 'outputs:read', 'articles:write'] },
      schema: {
        operationId: 'getDocument',
        summary: 'The normalized article, its repairs and its entities',
        tags: ['articles'],
        params: ArticleParams,
        querystring: VersionQuery,
        response: { 200: jsonOf('The document', ArticleFindings), ...PROBLEMS },
      },
    },
    async (request) => {
      const name = { tenant: principalOf(request).tenant, ...request.params, ...request.query };
      const record = await findArticle(client, name);
      if (record.pubStatus === 'canceled') {
        throw new PipelineError('ARTICLE_KILLED', `Article "${record.externalId}" was killed`);
      }
      const { document, entities } = await readFindings(client, record);
      if (document === undefined) {
        throw notReady(await readArticleStatus(client, name));
      }
      return { document, ...(entities === undefined ? {} : { entities }) };
    },
  );
}
