import { Counter, Histogram, Registry } from 'prom-client';

/**
 * The process' Prometheus metrics. Labels are stage, locale and outcome, never an id: their number
 * is bounded by the configuration.
 */
export interface Metrics {
  readonly registry: Registry;
  /** Run time of stage attempts, seconds. */
  readonly stageDuration: Histogram<'stage' | 'outcome'>;
  /** Time between a job's creation and its start, seconds. */
  readonly stageWait: Histogram<'stage'>;
  /** Jobs whose worker was lost. */
  readonly stalled: Counter<'stage'>;
  /** Submissions by what became of them. */
  readonly submissions: Counter<'outcome'>;
  /** Articles that the reconciler put back. */
  readonly reconcilerReadds: Counter;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    stageDuration: new Histogram({
      name: 'polywire_stage_duration_seconds',
      help: 'Run time of stage attempts',
      labelNames: ['stage', 'outcome'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30],
      registers,
    }),
    stageWait: new Histogram({
      name: 'polywire_stage_wait_seconds',
      help: 'Time between a job being queued and its start',
      labelNames: ['stage'],
      buckets: [0.002, 0.005, 0.01, 0.05, 0.25, 1, 5, 30, 120, 600],
      registers,
    }),
    stalled: new Counter({
      name: 'polywire_stalled_total',
      help: 'Jobs whose worker was lost',
      labelNames: ['stage'],
      registers,
    }),
    submissions: new Counter({
      name: 'polywire_submissions_total',
      help: 'Submissions by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    reconcilerReadds: new Counter({
      name: 'polywire_reconciler_readds_total',
      help: 'Articles that Redis had lost and the reconciler put back',
      registers,
    }),
  };
}
