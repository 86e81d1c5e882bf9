import { sumMetrics } from '../../../shared/stores/heartbeat.ts';
import type { Api, ApiDeps } from '../api.ts';
import { registerQueueGauges } from '../queue-gauges.ts';
import { bytesOf } from '../schemas.ts';

/**
 * `GET /metrics` in Prometheus' text format: the API's own and the living workers', summed. Open like the health checks, so that a scraper needs no
 * key: it holds counts, no ids and no texts. Keep the port off the public net.
 */
export function metricsRoute(
  app: Api,
  { client, metrics, queues, now }: Pick<ApiDeps, 'client' | 'metrics' | 'queues' | 'now'>,
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
    async (_request, reply) => {
      const summed = await sumMetrics(client, metrics.registry);
      return reply.type(metrics.registry.contentType).send(await summed.metrics());
    },
  );
}
