import type { Config } from '../../config/config.ts';
import { readTable } from '../../config/read-tables.ts';
import { MemorySettings } from '../../shared/memory/memory-settings.ts';
import type { ProcessContext } from '../../shared/process/run.ts';
import { startMaintenance } from '../../shared/queue/start-maintenance.ts';
import { createLookThrough } from './look-through.ts';

/** Starts the worker that looks through the translation memory. */
export async function startWorker({
  config,
  log,
  metrics,
}: ProcessContext<Config>): Promise<AsyncDisposable> {
  const settings = await readTable(config.memoriesFile, MemorySettings);
  return startMaintenance(createLookThrough(settings), {
    redisUrl: config.redisUrl,
    concurrency: config.concurrency.maintain,
    settings: { ...config.queue, stageTimeoutMs: config.queue.maintenanceTimeoutMs },
    log,
    metrics,
  });
}
