import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ArticleId } from '../../../shared/document/article.ts';
import { readSession } from '../../../shared/stores/session-store.ts';
import type { DashboardDeps } from '../deps.ts';
import { BoardFilter } from '../pages/board-filter.ts';
import { sessionId, sessionOf } from '../security/session.ts';
import { viewOf } from '../view/view-of.ts';
import { type EventStream, openEventStream } from './event-stream.ts';
import { followArticle } from './follow-article.ts';
import { followBoard } from './follow-board.ts';
import { followBulkRetry } from './follow-bulk-retry.ts';
import { followStages } from './follow-stages.ts';
import type { OpenPage } from './open-page.ts';

const Query = z.discriminatedUnion('view', [
  z.object({ view: z.literal('board'), ...BoardFilter.shape }),
  z.object({ view: z.literal('article'), id: ArticleId }),
  z.object({ view: z.literal('bulk'), id: z.string() }),
  z.object({ view: z.literal('stages') }),
]);

const SESSION_CHECK_MS = 30_000;

/** `/events`: the one stream that keeps a page current, with fragments rendered here. */
export function registerEvents(app: FastifyInstance, deps: DashboardDeps): void {
  const open = new Set<EventStream>();
  app.get('/events', async (request, reply) => {
    const query = Query.parse(request.query);
    const { tenant } = sessionOf(request);
    const stream = openEventStream(reply);
    open.add(stream);
    stream.onEnd(() => open.delete(stream));
    endWithSession(request, stream, deps);
    const page: OpenPage = { stream, deps, tenant, view: () => viewOf(request, deps) };
    await follow(page, query);
  });
  app.addHook('preClose', async () => {
    for (const stream of open) {
      stream.end();
    }
  });
}

async function follow(page: OpenPage, query: z.infer<typeof Query>): Promise<void> {
  switch (query.view) {
    case 'board':
      return followBoard(page, query);
    case 'article':
      return followArticle(page, query.id);
    case 'bulk':
      return followBulkRetry(page, query.id);
    case 'stages':
      return followStages(page);
  }
}

/** A stream must not outlive the session that it was opened with. */
function endWithSession(request: FastifyRequest, stream: EventStream, { client, log }: DashboardDeps): void {
  const check = async (): Promise<void> => {
    if ((await readSession(client, sessionId(request) ?? '')) === undefined) {
      stream.end();
    }
  };
  const timer = setInterval(() => {
    check().catch((error: unknown) => log.debug({ err: error }, 'session could not be checked'));
  }, SESSION_CHECK_MS).unref();
  stream.onEnd(() => clearInterval(timer));
}
