import { Gauge } from 'prom-client';
import type { PipelineQueue } from '../../shared/queue/open-queue.ts';
import type { Metrics } from '../../shared/telemetry/metrics.ts';

const STATES = ['waiting', 'prioritized', 'active', 'delayed', 'waiting-children', 'failed'] as const;
const WAITING = ['waiting', 'prioritized'] as const;

/** Jobs that are looked at for the longest wait: those that run next. */
const LOOKED_AT = 50;

/**
 * Adds the queues' depths to the metrics; they are read when the metrics are.
 *
 * `polywire_queue_longest_wait_seconds` looks at the jobs that run next: behind more urgent work,
 * older ones may be waiting.
 */
export function registerQueueGauges(
  { registry }: Metrics,
  queues: readonly PipelineQueue[],
  now: () => number,
): void {
  registry.registerMetric(
    new Gauge({
      name: 'polywire_queue_jobs',
      help: 'Jobs by queue and state',
      labelNames: ['queue', 'state'],
      registers: [],
      async collect() {
        await Promise.all(
          queues.map(async (queue) => {
            const counts = await queue.getJobCounts(...STATES);
            for (const state of STATES) {
              this.set({ queue: queue.name, state }, counts[state] ?? 0);
            }
          }),
        );
      },
    }),
  );
  registry.registerMetric(
    new Gauge({
      name: 'polywire_queue_longest_wait_seconds',
      help: 'Longest time that one of the jobs that run next has waited',
      labelNames: ['queue'],
      registers: [],
      async collect() {
        await Promise.all(
          queues.map(async (queue) => {
            const jobs = await queue.getJobs([...WAITING], 0, LOOKED_AT - 1, true);
            const oldest = Math.min(now(), ...jobs.map(({ timestamp }) => timestamp));
            this.set({ queue: queue.name }, (now() - oldest) / 1000);
          }),
        );
      },
    }),
  );
}
