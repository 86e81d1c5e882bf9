import { readShippedEntries } from '../../../config/shipped-entries.ts';
import { ArticleStatus } from '../../../shared/api/article-status.ts';
import { EntityFixBody } from '../../../shared/api/entity-fixes.ts';
import { describeEntityChange, type FixPorts, fixEntities } from '../../../shared/queue/fix-entities.ts';
import { appendAudit } from '../../../shared/stores/audit-log.ts';
import { createEntryDirectory } from '../../../shared/stores/entry-directory.ts';
import { type Api, principalOf } from '../api.ts';
import { authorize } from '../auth.ts';
import { findArticle } from '../find-article.ts';
import { readArticleStatus } from '../read-article-status.ts';
import { ArticleParams, jsonOf, PROBLEMS } from '../schemas.ts';

/** `POST /v1/articles/{externalId}/entities`: corrects what was recognized in an article. */
export function fixEntitiesRoute(app: Api, ports: Omit<FixPorts, 'findEntry'>): void {
  const { find: findEntry } = createEntryDirectory(ports.client, readShippedEntries);
  app.post(
    '/v1/articles/:externalId/entities',
    {
      config: { access: ['articles:write'] },
      schema: {
        operationId: 'fixEntities',
        summary: 'Correct what was recognized in an article',
        description:
          'Types, links and boundaries of mentions, mentions that are missing or none. The next version keeps ' +
          'what still fits. Everything is made anew from tagging on; outputs stay as they were until the new ones are there.',
        tags: ['actions'],
        params: ArticleParams,
        body: EntityFixBody,
        response: {
          202: jsonOf('Accepted: the version is being made again', ArticleStatus),
          200: jsonOf('Nothing to do: it was decided so before', ArticleStatus),
          ...PROBLEMS,
        },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const { tenant, keyId } = principal;
      const { version, ...change } = request.body;
      if (change.set?.some(({ remember }) => remember !== undefined) === true) {
        authorize(principal, ['tm:write']);
      }
      const article = { tenant, ...request.params, version };
      const record = await findArticle(ports.client, article);
      const { isChanged, remembered } = await fixEntities({ ...ports, findEntry }, record, change);
      if (isChanged) {
        await appendAudit(ports.client, {
          at: ports.now(),
          actor: keyId,
          action: 'fix-entities',
          target: `${tenant}/${record.externalId}`,
          detail: `version ${version}: ${describeEntityChange(change, remembered)}`,
        });
      }
      const status = await readArticleStatus(ports.client, article);
      return reply.code(isChanged ? 202 : 200).send(status);
    },
  );
}
