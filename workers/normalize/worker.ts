import type { Config } from '../../config/config.ts';
import type { ProcessContext } from '../../shared/process/run.ts';
import { startStage } from '../../shared/queue/start-stage.ts';
import { createNormalizeDeps } from './deps.ts';
import { normalizeStage } from './stage.ts';

/** Starts the worker of the normalize stage. */
export async function startWorker({
  config,
  log,
  metrics,
}: ProcessContext<Config>): Promise<AsyncDisposable> {
  return startStage(normalizeStage, createNormalizeDeps(), {
    redisUrl: config.redisUrl,
    concurrency: config.concurrency.normalize,
    settings: config.queue,
    log,
    metrics,
  });
}
