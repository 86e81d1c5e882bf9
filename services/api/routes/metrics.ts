import type { Api, ApiDeps } from '../api.ts';
import { registerQueueGauges } from '../queue-gauges.ts';
import { bytesOf } from '../schemas.ts';

/**
 * `GET /metrics` in Prometheus' text format. Open like the health checks, so that a scraper needs no
 * key: it holds counts, no ids and no texts. Keep the port off the public net.
 */
export function metricsRoute(
  app: Api,
  { metrics, queues, now }: Pick<ApiDeps, 'metrics' | 'queues' | 'now'>,
): void {
  registerQueueGauges(metrics, queues, now);
  app.get(
    '/metrics',
    {
      config: { access: 'open' },
      schema: {
        operationId: 'metrics',
        summary: 'Prometheus metrics, with queue depths read now',
        tags: ['operations'],
        response: { 200: bytesOf('Metrics', 'text/plain') },
      },
    },
    async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
