import { continueTrace, traceIdOf } from '../../shared/telemetry/trace.ts';
import type { Api } from './api.ts';

/** Gives each request a trace, the caller's where it sent one, and logs one line per answer. */
export function traceRequests(app: Api): void {
  app.decorateRequest('traceparent', '');
  app.addHook('onRequest', async (request) => {
    const sent = request.headers['traceparent'];
    request.traceparent = continueTrace(typeof sent === 'string' ? sent : undefined);
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        keyId: request.principal?.keyId,
        traceId: traceIdOf(request.traceparent),
      },
      'request answered',
    );
  });
}
