import { z } from 'zod';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { appendAudit } from '../../../shared/stores/audit-log.ts';
import {
  quarantineArticle,
  readQuarantine,
  releaseQuarantine,
} from '../../../shared/stores/memory-quarantine.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { findArticle } from '../find-article.ts';
import { ArticleParams, jsonOf, PROBLEMS } from '../schemas.ts';

const QuarantineList = z.object({
  articles: z
    .array(
      z.object({
        externalId: z.string(),
        /** ISO 8601. */
        since: z.string(),
        killed: z.boolean(),
      }),
    )
    .readonly(),
});
const Outcome = z.object({ externalId: z.string(), quarantined: z.boolean(), changed: z.boolean() });

/**
 * `GET /v1/memory/quarantine`, `PUT` and `DELETE` of an article in it. A kill puts its article there;
 * a release serves its translations again, and leaves the article killed.
 */
export function quarantineRoutes(app: Api, { client, now }: Pick<ApiDeps, 'client' | 'now'>): void {
  app.get(
    '/v1/memory/quarantine',
    {
      config: { access: ['tm:write', 'ops:read'] },
      schema: {
        operationId: 'listQuarantine',
        summary: 'Articles whose translations are not served from the memory',
        tags: ['memory'],
        response: { 200: jsonOf('The articles, the latest first', QuarantineList), ...PROBLEMS },
      },
    },
    async (request) => {
      const held = await readQuarantine(client, principalOf(request).tenant);
      return {
        articles: held.map(({ record: { externalId, pubStatus }, since }) => ({
          externalId,
          since: new Date(since).toISOString(),
          killed: pubStatus === 'canceled',
        })),
      };
    },
  );
  for (const { method, summary, quarantined } of [
    {
      method: 'PUT',
      summary: 'Serve no translation that the memory has only from an article',
      quarantined: true,
    },
    { method: 'DELETE', summary: "Serve an article's translations again", quarantined: false },
  ] as const) {
    app.route({
      method,
      url: '/v1/memory/quarantine/:externalId',
      config: { access: ['tm:write'] },
      schema: {
        operationId: quarantined ? 'quarantineArticle' : 'releaseFromQuarantine',
        summary,
        tags: ['memory'],
        params: ArticleParams,
        response: { 200: jsonOf('Done', Outcome), ...PROBLEMS },
      },
      handler: async (request) => {
        const { keyId, tenant } = principalOf(request);
        const { externalId } = request.params;
        const { articleId } = await findArticle(client, { tenant, externalId });
        const changed = quarantined
          ? await quarantineArticle(client, articleId, now())
          : await releaseQuarantine(client, articleId);
        if (!quarantined && !changed) {
          throw new PipelineError('NOT_FOUND', `Article "${externalId}" is not in quarantine`);
        }
        await appendAudit(client, {
          at: now(),
          actor: keyId,
          action: quarantined ? 'memory-quarantine' : 'memory-release',
          target: `${tenant}/${externalId}`,
        });
        return { externalId, quarantined, changed };
      },
    });
  }
}
