import type { Config } from '../../config/config.ts';
import type { ProcessContext } from '../../shared/process/run.ts';
import { startStage } from '../../shared/queue/start-stage.ts';
import { loadSrx } from './segment/load-srx.ts';
import { normalizeStage } from './stage.ts';
import { normalizeInThreads } from './thread/normalize-in-threads.ts';

/** Starts the worker of the normalize stage, and the threads that do its work. */
export async function startWorker({
  config,
  log,
  metrics,
}: ProcessContext<Config>): Promise<AsyncDisposable> {
  for (const rule of loadSrx(config.srx.files).flatMap(({ refused }) => refused)) {
    log.warn({ ...rule }, 'SRX rule left out');
  }
  const threads = await normalizeInThreads({
    ...config.queue.normalize,
    threads: config.normalizeThreads,
    srx: config.srx,
  });
  try {
    const stage = await startStage(normalizeStage, threads, {
      redisUrl: config.redisUrl,
      concurrency: config.concurrency.normalize,
      settings: config.queue,
      log,
      metrics,
    });
    return {
      [Symbol.asyncDispose]: async () => {
        await stage[Symbol.asyncDispose]();
        await threads[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await threads[Symbol.asyncDispose]();
    throw error;
  }
}
