import type { Config } from '../../config/config.ts';
import type { ProcessContext } from '../../shared/process/run.ts';
import { startCollect } from '../../shared/queue/start-collect.ts';
import { closeArticle } from './close-article.ts';

/** Starts the worker that closes articles. */
export async function startWorker({
  config,
  log,
  metrics,
}: ProcessContext<Config>): Promise<AsyncDisposable> {
  return startCollect(closeArticle, {
    redisUrl: config.redisUrl,
    concurrency: config.concurrency.collect,
    settings: config.queue,
    log,
    metrics,
  });
}
