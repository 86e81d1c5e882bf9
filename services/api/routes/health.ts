import { z } from 'zod';
import type { Api, ApiDeps } from '../api.ts';
import { checkReadiness, Readiness } from '../readiness.ts';
import { jsonOf } from '../schemas.ts';

/** `GET /livez`: the process answers. `GET /readyz`: it can do its work. Both without a key. */
export function healthRoutes(app: Api, { client }: Pick<ApiDeps, 'client'>): void {
  app.get(
    '/livez',
    {
      config: { access: 'open' },
      schema: {
        operationId: 'livez',
        summary: 'Whether the process answers',
        tags: ['operations'],
        response: { 200: jsonOf('It does', z.object({ alive: z.literal(true) })) },
      },
    },
    async () => ({ alive: true as const }),
  );
  app.get(
    '/readyz',
    {
      config: { access: 'open' },
      schema: {
        operationId: 'readyz',
        summary: 'Whether the service can do its work: Redis, its settings, a worker per queue',
        tags: ['operations'],
        response: { 200: jsonOf('Ready', Readiness), 503: jsonOf('Not ready: see the checks', Readiness) },
      },
    },
    async (_request, reply) => {
      const readiness = await checkReadiness(client);
      return reply.code(readiness.ready ? 200 : 503).send(readiness);
    },
  );
}
