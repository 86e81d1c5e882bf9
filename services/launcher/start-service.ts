import { join } from 'node:path';
import { PROJECT_ROOT } from '../../config/project-root.ts';
import { closeAll } from './close-all.ts';
import { type ManagedProcess, startManagedProcess } from './managed-process.ts';
import { ownDataFolder } from './own-data-folder.ts';
import { type RedisRequest, resolveRedis } from './resolve-redis.ts';
import type { ServiceListener } from './service-event.ts';

/** The workers: they start together, and are drained after the doors have closed. */
export const WORKERS = ['normalize', 'tag-entities', 'tm-lookup', 'render', 'collect', 'maintain'] as const;

/** The doors: started once the workers are ready, closed first. */
type Door = 'api' | 'dashboard';

export interface ServiceOptions {
  /** Absolute; ours alone while the service runs. */
  readonly dataDir: string;
  readonly redis: Omit<RedisRequest, 'dataDir' | 'say'>;
  readonly doors: readonly Door[];
  readonly host: string;
  /** 0: any free port. */
  readonly ports: Readonly<Record<Door, number>>;
  /** API key with every scope. */
  readonly key: string;
  /** Environment of the processes, besides what the launcher sets. */
  readonly env: NodeJS.ProcessEnv;
  /** What a process gets to drain before it is killed. */
  readonly graceMs: number;
  readonly on: ServiceListener;
}

/** A running service; disposal closes the doors, drains the workers and stops Redis, in this order. */
export interface Service extends AsyncDisposable {
  readonly apiUrl: string;
  readonly dashboardUrl: string | undefined;
  readonly processes: readonly ManagedProcess[];
}

/**
 * Starts Redis, the workers and the doors as processes of their own, and keeps them running.
 * Whatever was started is stopped again when a later step fails.
 *
 * @throws {PipelineError} of the step that failed, with what to do.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const opened: AsyncDisposable[] = [];
  try {
    opened.push(await ownDataFolder(options.dataDir));
    const say = (text: string): void => options.on({ kind: 'step', text });
    const redis = await resolveRedis({ ...options.redis, dataDir: options.dataDir, say });
    opened.push(redis);
    const env = environmentOf(options, redis.url);
    const workers = await startTogether(WORKERS.map((name) => specOf(`workers/${name}`, options, env)));
    opened.push(together(workers));
    const doors: ManagedProcess[] = [];
    for (const door of options.doors) {
      const publicUrl = doors[0]?.url;
      const doorEnv = publicUrl === undefined ? env : { POLYWIRE_PUBLIC_API_URL: publicUrl, ...env };
      const started = await startManagedProcess(specOf(`services/${door}`, options, doorEnv));
      opened.push(started);
      doors.push(started);
    }
    return serviceOf({ workers, doors, opened });
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

/** What every part of the service reads its settings from. */
export function environmentOf(options: ServiceOptions, redisUrl: string): NodeJS.ProcessEnv {
  return {
    ...options.env,
    REDIS_URL: redisUrl,
    POLYWIRE_HOST: options.host,
    POLYWIRE_API_PORT: String(options.ports.api),
    POLYWIRE_DASHBOARD_PORT: String(options.ports.dashboard),
    POLYWIRE_DATA_DIR: options.dataDir,
    POLYWIRE_BOOTSTRAP_KEY: options.key,
  };
}

function specOf(
  folder: string,
  { dataDir, graceMs, on }: ServiceOptions,
  env: NodeJS.ProcessEnv,
): Parameters<typeof startManagedProcess>[0] {
  const name = folder.slice(folder.indexOf('/') + 1);
  return {
    name,
    entry: join(PROJECT_ROOT, 'dist', folder, 'main.js'),
    env,
    logFile: join(dataDir, 'logs', `${name}.log`),
    graceMs,
    on,
  };
}

/** All or none: where one does not start, the others are stopped again. */
async function startTogether(
  specs: readonly Parameters<typeof startManagedProcess>[0][],
): Promise<readonly ManagedProcess[]> {
  const results = await Promise.allSettled(specs.map((spec) => startManagedProcess(spec)));
  const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    await together(started)[Symbol.asyncDispose]();
    throw failed.reason;
  }
  return started;
}

function together(parts: readonly AsyncDisposable[]): AsyncDisposable {
  return {
    async [Symbol.asyncDispose]() {
      await Promise.all(parts.map((part) => part[Symbol.asyncDispose]()));
    },
  };
}

interface Parts {
  readonly workers: readonly ManagedProcess[];
  readonly doors: readonly ManagedProcess[];
  readonly opened: readonly AsyncDisposable[];
}

function serviceOf({ workers, doors, opened }: Parts): Service {
  const urlOf = (door: Door): string | undefined => doors.find(({ name }) => name === door)?.url;
  return {
    apiUrl: urlOf('api') ?? '',
    dashboardUrl: urlOf('dashboard'),
    processes: [...workers, ...doors],
    [Symbol.asyncDispose]: () => closeAll(opened),
  };
}
