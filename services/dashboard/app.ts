import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import { type FastifyInstance, fastify } from 'fastify';
import { registerActions } from './actions.ts';
import { registerAssets } from './assets/assets.ts';
import { registerBoard } from './board.ts';
import type { DashboardDeps } from './deps.ts';
import { registerEvents } from './live/events-route.ts';
import { registerArticlePage } from './pages/article.ts';
import { registerAuditPage } from './pages/audit.ts';
import { answerErrors } from './pages/error.ts';
import { registerFailuresPage } from './pages/failures.ts';
import { registerLocalePage } from './pages/locale.ts';
import { registerLoginPage } from './pages/login.ts';
import { registerOutputs } from './pages/output.ts';
import { registerOverviewPage } from './pages/overview.ts';
import { registerReviewPage } from './pages/review.ts';
import { registerStagesPage } from './pages/stages.ts';
import { sendSecurityHeaders } from './security/headers.ts';
import { guardSession } from './security/session.ts';
import { rememberLanguage } from './view/view-of.ts';

/** Builds the dashboard without a socket. */
export async function buildApp(deps: DashboardDeps): Promise<FastifyInstance> {
  const app = fastify({ trustProxy: 'loopback', bodyLimit: 64 * 1024, forceCloseConnections: true });
  await app.register(cookie);
  await app.register(formbody);
  sendSecurityHeaders(app);
  guardSession(app, deps);
  rememberLanguage(app);
  answerErrors(app, deps);
  app.get('/livez', async () => 'ok\n');
  registerAssets(app, deps);
  registerLoginPage(app, deps);
  registerOverviewPage(app, deps);
  registerArticlePage(app, deps);
  registerReviewPage(app, deps);
  registerLocalePage(app, deps);
  registerOutputs(app, deps);
  registerActions(app, deps);
  registerFailuresPage(app, deps);
  registerStagesPage(app, deps);
  registerAuditPage(app, deps);
  registerEvents(app, deps);
  await registerBoard(app, deps);
  return app;
}
