import { join } from 'node:path';
import { destination, pino } from 'pino';
import { envToConfig } from '../../config/config.ts';
import { readEnv } from '../../config/env.ts';
import { toPipelineError } from '../../shared/errors/errors.ts';
import { createMetrics } from '../../shared/telemetry/metrics.ts';
import { closeAll } from './close-all.ts';
import { ownDataFolder } from './own-data-folder.ts';
import { resolveRedis } from './resolve-redis.ts';
import { environmentOf, type Service, type ServiceOptions } from './start-service.ts';

/**
 * Starts Redis, then all workers and the API inside this process: the least to start for a command
 * that ends soon. Options mean what they mean to `startService`; there is no dashboard, and nothing
 * is started again after a crash.
 *
 * @throws {PipelineError} of the step that failed, with what to do.
 */
export async function startOneProcess(options: ServiceOptions): Promise<Service> {
  const opened: AsyncDisposable[] = [];
  try {
    opened.push(await ownDataFolder(options.dataDir));
    const say = (text: string): void => options.on({ kind: 'step', text });
    const redis = await resolveRedis({ ...options.redis, dataDir: options.dataDir, say });
    opened.push(redis);
    const config = envToConfig(readEnv(environmentOf(options, redis.url)));
    const log = pino({ level: config.logLevel }, destination(join(options.dataDir, 'logs', 'polywire.log')));
    const metrics = createMetrics();
    const parts = await loadParts();
    for (const { name, start } of parts.workers) {
      opened.push(await start({ config, metrics, log: log.child({ name }) }));
    }
    const api = await parts.startApi({ config, metrics, log: log.child({ name: 'api' }) });
    opened.push(api);
    return {
      apiUrl: api.url ?? '',
      dashboardUrl: undefined,
      processes: [],
      [Symbol.asyncDispose]: () => closeAll(opened),
    };
  } catch (error) {
    await closeAll(opened);
    throw toPipelineError(error);
  }
}

/** Loaded here and not at the top, so that the commands that start no worker do not pay for it. */
async function loadParts() {
  const [normalize, tagging, lookup, render, collect, maintain, api] = await Promise.all([
    import('../../workers/normalize/worker.ts'),
    import('../../workers/tag-entities/worker.ts'),
    import('../../workers/tm-lookup/worker.ts'),
    import('../../workers/render/worker.ts'),
    import('../../workers/collect/worker.ts'),
    import('../../workers/maintain/worker.ts'),
    import('../api/server.ts'),
  ]);
  const workers = [
    { name: 'normalize', start: normalize.startWorker },
    { name: 'tag-entities', start: tagging.startWorker },
    { name: 'tm-lookup', start: lookup.startWorker },
    { name: 'render', start: render.startWorker },
    { name: 'collect', start: collect.startWorker },
    { name: 'maintain', start: maintain.startWorker },
  ];
  return { workers, startApi: api.startApi };
}
