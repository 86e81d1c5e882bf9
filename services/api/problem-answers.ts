import type { FastifyReply, FastifyRequest } from 'fastify';
import { PipelineError } from '../../shared/errors/errors.ts';
import { traceIdOf } from '../../shared/telemetry/trace.ts';
import type { Api } from './api.ts';
import { toProblem } from './problem.ts';

/** Answers everything that is thrown, and every path that does not exist, with a problem document. */
export function answerProblems(app: Api): void {
  app.setErrorHandler(async (error, request, reply) => answerProblem(error, request, reply));
  app.setNotFoundHandler(async (request, reply) => {
    const message = `There is no ${request.method} ${pathOf(request)}; /docs lists what there is`;
    return answerProblem(new PipelineError('NOT_FOUND', message), request, reply);
  });
}

function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const traceId = traceIdOf(request.traceparent);
  const { problem, headers } = toProblem(error, { instance: pathOf(request), traceId });
  if (problem.code === 'INTERNAL') {
    request.log.error({ err: error, traceId }, 'request failed for an unforeseen reason');
  } else if (problem.status >= 500) {
    request.log.warn({ code: problem.code, reason: problem.detail, traceId }, 'request could not be served');
  }
  return reply
    .code(problem.status)
    .headers({ ...headers, 'cache-control': 'no-store', 'content-type': 'application/problem+json' })
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}

/** Without the query, which may hold what should not be repeated. */
function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? url;
}
