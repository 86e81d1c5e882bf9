import { ArticleStatus } from '../../../shared/api/article-status.ts';
import { ReviewBody } from '../../../shared/api/review.ts';
import type { ActionPorts } from '../../../shared/queue/article-actions.ts';
import { describeChange, reviewArticle } from '../../../shared/queue/review-article.ts';
import { appendAudit } from '../../../shared/stores/audit-log.ts';
import { type Api, principalOf } from '../api.ts';
import { findArticle } from '../find-article.ts';
import { readArticleStatus } from '../read-article-status.ts';
import { ArticleParams, jsonOf, PROBLEMS } from '../schemas.ts';

/** `POST /v1/articles/{externalId}/review`: takes repairs of the source back, or makes them again. */
export function reviewArticleRoute(app: Api, ports: ActionPorts): void {
  app.post(
    '/v1/articles/:externalId/review',
    {
      config: { access: ['articles:write'] },
      schema: {
        operationId: 'reviewArticle',
        summary: 'Take repairs of the source back, or make them again',
        description:
          'Keys and rules are those of the document. Everything is made anew from the first stage on; ' +
          'outputs stay as they were until the new ones are there.',
        tags: ['actions'],
        params: ArticleParams,
        body: ReviewBody,
        response: {
          202: jsonOf('Accepted: the version is being made again', ArticleStatus),
          200: jsonOf('Nothing to do: it was decided so before', ArticleStatus),
          ...PROBLEMS,
        },
      },
    },
    async (request, reply) => {
      const { tenant, keyId } = principalOf(request);
      const { version, ...change } = request.body;
      const article = { tenant, ...request.params, version };
      const record = await findArticle(ports.client, article);
      const isChanged = await reviewArticle(ports, record, change);
      if (isChanged) {
        await appendAudit(ports.client, {
          at: ports.now(),
          actor: keyId,
          action: 'review',
          target: `${tenant}/${record.externalId}`,
          detail: `version ${version}: ${describeChange(change)}`,
        });
      }
      const status = await readArticleStatus(ports.client, article);
      return reply.code(isChanged ? 202 : 200).send(status);
    },
  );
}
