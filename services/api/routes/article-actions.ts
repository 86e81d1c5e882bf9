import { ArticleStatus } from '../../../shared/api/article-status.ts';
import type { Scope } from '../../../shared/api/scopes.ts';
import { cancelArticle, publishArticle, retryArticle } from '../../../shared/queue/article-actions.ts';
import type { VersionRecord } from '../../../shared/stores/article-store.ts';
import { appendAudit } from '../../../shared/stores/audit-log.ts';
import { type Api, principalOf } from '../api.ts';
import { findArticle } from '../find-article.ts';
import { type KillPorts, killArticle } from '../kill-article.ts';
import { readArticleStatus } from '../read-article-status.ts';
import { ArticleParams, jsonOf, PROBLEMS } from '../schemas.ts';

interface Action {
  readonly summary: string;
  /** A submitter may do to its article what a submission can do, and nothing else. */
  readonly access: readonly [Scope, ...Scope[]];
  readonly run: (ports: KillPorts, record: VersionRecord, status: ArticleStatus) => Promise<unknown>;
}

const ACTIONS: Readonly<Record<string, Action>> = {
  retry: {
    summary: 'Put what failed or was skipped on the queue again',
    access: ['ops:write'],
    run: retryArticle,
  },
  cancel: {
    summary: 'Stop the work on the newest version',
    access: ['ops:write'],
    run: cancelArticle,
  },
  withhold: {
    summary: 'Stop serving the article; it can be released',
    access: ['ops:write', 'articles:write'],
    run: (ports, record) => publishArticle(ports, record, 'withheld'),
  },
  release: {
    summary: 'Serve a withheld article again',
    access: ['ops:write', 'articles:write'],
    run: (ports, record) => publishArticle(ports, record, 'usable'),
  },
  kill: {
    summary: 'Stop the work and answer 410 for every locale; for good',
    access: ['ops:write', 'articles:write'],
    run: killArticle,
  },
};

/** `POST /v1/articles/{externalId}/retry|cancel|withhold|release|kill`, each audited. */
export function articleActionRoutes(app: Api, ports: KillPorts): void {
  for (const [name, { summary, access, run }] of Object.entries(ACTIONS)) {
    app.post(
      `/v1/articles/:externalId/${name}`,
      {
        config: { access },
        schema: {
          operationId: `${name}Article`,
          summary,
          tags: ['actions'],
          params: ArticleParams,
          response: { 202: jsonOf('Done: the status after it', ArticleStatus), ...PROBLEMS },
        },
      },
      async (request, reply) => {
        const { tenant, keyId } = principalOf(request);
        const article = { tenant, ...request.params };
        const record = await findArticle(ports.client, article);
        await run(ports, record, await readArticleStatus(ports.client, article));
        await appendAudit(ports.client, {
          at: ports.now(),
          actor: keyId,
          action: name,
          target: `${tenant}/${record.externalId}`,
          detail: `version ${record.version}`,
        });
        return reply.code(202).send(await readArticleStatus(ports.client, article));
      },
    );
  }
}
