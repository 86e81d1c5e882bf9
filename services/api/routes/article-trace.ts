import { type ArticleStatus, stageRuns } from '../../../shared/api/article-status.ts';
import { STAGE_NAMES } from '../../../shared/queue/contract.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { readArticleStatus } from '../read-article-status.ts';
import { ArticleParams, ArticleTrace, jsonOf, PROBLEMS, VersionQuery } from '../schemas.ts';

/** `GET /v1/articles/{externalId}/trace`: every stage run in time. */
export function articleTraceRoute(app: Api, { client }: Pick<ApiDeps, 'client'>): void {
  app.get(
    '/v1/articles/:externalId/trace',
    {
      config: { access: ['ops:read', 'articles:write'] },
      schema: {
        operationId: 'getTrace',
        summary: 'Every stage run of an article, in time',
        tags: ['articles'],
        params: ArticleParams,
        querystring: VersionQuery,
        response: { 200: jsonOf('The status and its time line', ArticleTrace), ...PROBLEMS },
      },
    },
    async (request) => {
      const { tenant } = principalOf(request);
      const status = await readArticleStatus(client, { tenant, ...request.params, ...request.query });
      return { status, timeline: timelineOf(status) };
    },
  );
}

/** Stage runs by time of their last change; those of one moment in the order of the stages. */
function timelineOf(status: ArticleStatus): ArticleTrace['timeline'] {
  return stageRuns(status)
    .map(({ stage, locale, progress }) => ({
      stage,
      ...(locale === undefined ? {} : { locale }),
      ...progress,
    }))
    .toSorted((a, b) => a.at - b.at || STAGE_NAMES.indexOf(a.stage) - STAGE_NAMES.indexOf(b.stage));
}
