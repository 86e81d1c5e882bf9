import { z } from 'zod';
import { ArticlePage, ArticleState } from '../../../shared/api/article-status.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { type ArticleCursor, readArticlePage } from '../../../shared/stores/article-page.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { jsonOf, PROBLEMS } from '../schemas.ts';

const ListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().optional().describe('`next` of the page before'),
  state: ArticleState.optional(),
});

/** `GET /v1/articles`: the tenant's articles, most recently changed first. */
export function listArticlesRoute(app: Api, { client }: Pick<ApiDeps, 'client'>): void {
  app.get(
    '/v1/articles',
    {
      config: { access: ['ops:read', 'outputs:read', 'articles:write'] },
      schema: {
        operationId: 'listArticles',
        summary: 'List articles, most recently changed first',
        description:
          'A page of a rare state may hold fewer than `limit` articles: `next` tells whether there are more.',
        tags: ['articles'],
        querystring: ListQuery,
        response: { 200: jsonOf('A page of articles', ArticlePage), ...PROBLEMS },
      },
    },
    async (request) => {
      const { limit, after, state } = request.query;
      const { tenant } = principalOf(request);
      const cursor = after === undefined ? undefined : decodeCursor(after);
      const { items, next } = await readArticlePage(client, { tenant, state, after: cursor, limit });
      return { items, ...(next === undefined ? {} : { next: encodeCursor(next) }) };
    },
  );
}

/** A cursor as clients see it: opaque, safe in a query. */
function encodeCursor({ at, articleId }: ArticleCursor): string {
  return Buffer.from(`${at}:${articleId}`).toString('base64url');
}

/** @throws {PipelineError} `REQUEST_INVALID` for what is no cursor of ours. */
function decodeCursor(text: string): ArticleCursor {
  const plain = Buffer.from(text, 'base64url').toString();
  const { at, articleId } = /^(?<at>\d{1,16}):(?<articleId>a[0-9a-z]{20})$/u.exec(plain)?.groups ?? {};
  if (at === undefined || articleId === undefined) {
    const detail = `"${text}" is not a cursor; expected "next" of an earlier page`;
    throw new PipelineError('REQUEST_INVALID', `/query/after: ${detail}`, {
      details: { errors: [{ pointer: '/query/after', detail }] },
    });
  }
  return { at: Number(at), articleId };
}
