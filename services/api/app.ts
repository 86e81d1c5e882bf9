import { type FastifyBaseLogger, fastify, LogController } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Api, ApiDeps } from './api.ts';
import { guardRoutes } from './guard-routes.ts';
import { describeApi } from './openapi.ts';
import { answerProblems } from './problem-answers.ts';
import { articleActionRoutes } from './routes/article-actions.ts';
import { articleDocumentRoute } from './routes/article-document.ts';
import { articleEventsRoute } from './routes/article-events.ts';
import { articleStatusRoute } from './routes/article-status.ts';
import { articleTraceRoute } from './routes/article-trace.ts';
import { changesRoute } from './routes/changes.ts';
import { checksRoute } from './routes/checks.ts';
import { concordanceRoute } from './routes/concordance.ts';
import { feedRoute } from './routes/feeds.ts';
import { findingRoutes } from './routes/findings.ts';
import { fixEntitiesRoute } from './routes/fix-entities.ts';
import { gazetteerRoutes } from './routes/gazetteer.ts';
import { glossaryRoutes } from './routes/glossary.ts';
import { healthRoutes } from './routes/health.ts';
import { keyRoutes } from './routes/keys.ts';
import { leverageRoute } from './routes/leverage.ts';
import { listArticlesRoute } from './routes/list-articles.ts';
import { maintenanceRoutes } from './routes/maintenance.ts';
import { memoryRoutes } from './routes/memory.ts';
import { memoryImportRoutes } from './routes/memory-imports.ts';
import { memoryLookupRoute } from './routes/memory-lookup.ts';
import { memoryUnitsRoute } from './routes/memory-units.ts';
import { metricsRoute } from './routes/metrics.ts';
import { pullOutputRoute } from './routes/pull-output.ts';
import { quarantineRoutes } from './routes/quarantine.ts';
import { reviewArticleRoute } from './routes/review-article.ts';
import { setAsideRoutes } from './routes/set-aside.ts';
import { submitArticleRoutes } from './routes/submit-article.ts';
import { traceRequests } from './trace-requests.ts';
import { compileValidator } from './validate.ts';

/** An external id of 400 characters, percent-encoded. */
const MAX_PARAM_LENGTH = 4800;

/**
 * The HTTP app without a socket: `inject` it, or `listen`. Closing it ends event streams and waits
 * for requests; what is in `deps` stays the caller's.
 */
export async function buildApp(deps: ApiDeps): Promise<Api> {
  const loggerInstance: FastifyBaseLogger = deps.log;
  const app: Api = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }), // `traceRequests` writes the line
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(serializerCompiler);
  traceRequests(app);
  answerProblems(app);
  guardRoutes(app, deps);
  await describeApi(app);
  submitArticleRoutes(app, deps);
  listArticlesRoute(app, deps);
  articleStatusRoute(app, deps);
  articleTraceRoute(app, deps);
  articleDocumentRoute(app, deps);
  leverageRoute(app, deps);
  articleEventsRoute(app, deps);
  articleActionRoutes(app, deps);
  reviewArticleRoute(app, deps);
  fixEntitiesRoute(app, deps);
  pullOutputRoute(app, deps);
  feedRoute(app, deps);
  changesRoute(app, deps);
  memoryRoutes(app, deps);
  memoryUnitsRoute(app, deps);
  memoryLookupRoute(app, deps);
  checksRoute(app, deps);
  concordanceRoute(app, deps);
  quarantineRoutes(app, deps);
  memoryImportRoutes(app, deps);
  maintenanceRoutes(app, deps);
  findingRoutes(app, deps);
  setAsideRoutes(app, deps);
  gazetteerRoutes(app, deps);
  glossaryRoutes(app, deps);
  keyRoutes(app, deps);
  healthRoutes(app, deps);
  metricsRoute(app, deps);
  await app.ready();
  return app;
}
