import type { Config } from '../../config/config.ts';
import type { ProcessContext } from '../../shared/process/run.ts';
import { startStage } from '../../shared/queue/start-stage.ts';
import { createRenderDeps } from './deps.ts';
import { renderStage } from './stage.ts';

/** Starts the worker of the render stage. */
export async function startWorker({
  config,
  log,
  metrics,
}: ProcessContext<Config>): Promise<AsyncDisposable> {
  return startStage(renderStage, await createRenderDeps({ siteUrl: config.siteUrl }), {
    redisUrl: config.redisUrl,
    concurrency: config.concurrency.render,
    settings: config.queue,
    log,
    metrics,
  });
}
