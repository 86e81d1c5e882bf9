import type { Config } from '../../config/config.ts';
import type { ProcessContext } from '../../shared/process/run.ts';
import { startStage } from '../../shared/queue/start-stage.ts';
import { createTagEntitiesDeps } from './deps.ts';
import { tagEntitiesStage } from './stage.ts';

/** Starts the worker of the tag-entities stage. */
export async function startWorker({
  config,
  log,
  metrics,
}: ProcessContext<Config>): Promise<AsyncDisposable> {
  return startStage(tagEntitiesStage, await createTagEntitiesDeps(), {
    redisUrl: config.redisUrl,
    concurrency: config.concurrency['tag-entities'],
    settings: config.queue,
    log,
    metrics,
  });
}
