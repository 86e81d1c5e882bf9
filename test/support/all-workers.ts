import { pino } from 'pino';
import { envToConfig } from '../../config/config.ts';
import { readEnv } from '../../config/env.ts';
import { createMetrics } from '../../shared/telemetry/metrics.ts';
import { startWorker as startCollect } from '../../workers/collect/worker.ts';
import { startWorker as startNormalize } from '../../workers/normalize/worker.ts';
import { startWorker as startRender } from '../../workers/render/worker.ts';
import { startWorker as startTagging } from '../../workers/tag-entities/worker.ts';
import { startWorker as startLookup } from '../../workers/tm-lookup/worker.ts';

/** Starts the workers of every stage, as they run in the product, in this process. */
export async function startAllWorkers(redisUrl: string): Promise<AsyncDisposable> {
  const config = envToConfig({ ...readEnv({}), redisUrl });
  const context = { config, log: pino({ level: 'silent' }), metrics: createMetrics() };
  const starts = [startNormalize, startTagging, startLookup, startRender, startCollect];
  const workers = await Promise.all(starts.map(async (start) => start(context)));
  return {
    [Symbol.asyncDispose]: async () => {
      await Promise.all(workers.map(async (worker) => worker[Symbol.asyncDispose]()));
    },
  };
}
