import { Cluster, Redis } from 'ioredis';
import { PipelineError } from '../errors/errors.ts';
import { parseRedisUrl, type RedisAddress, redactUrl } from './redis-url.ts';

/** A client of any topology; what the stores are built on. */
export type RedisClient = Redis | Cluster;

/** Oldest server whose commands the pipeline relies on. */
export const MIN_REDIS_VERSION = '6.2.0';

export interface OpenRedisOptions {
  /**
   * `worker`: waits for a lost server as long as it takes. `producer`: fails at once, so that an
   * HTTP request is answered instead of hanging.
   */
  readonly role: 'worker' | 'producer';
}

/**
 * Opens a client for `url` (`redis://`, `rediss://`, `unix://`, `redis+sentinel://`,
 * `redis+cluster://`) and waits until the server answers.
 *
 * @throws {PipelineError} `CONFIG_INVALID` for a URL of another form, `REDIS_UNAVAILABLE` when no
 *   server answers within 5 s.
 */
export async function openRedis(url: string, { role }: OpenRedisOptions): Promise<RedisClient> {
  const client = createClient(parseRedisUrl(url), commonOptions(role));
  client.on('error', ignoreConnectionError);
  try {
    await withTimeout(client.connect(), 5000);
    return client;
  } catch (error) {
    client.disconnect();
    throw new PipelineError(
      'REDIS_UNAVAILABLE',
      `No Redis server answers at ${redactUrl(url)}: ${String(error)}`,
      {
        cause: error,
      },
    );
  }
}

/**
 * Closes a client once the server has answered what was sent; at once where it does not answer.
 */
export async function closeRedis(client: RedisClient): Promise<void> {
  try {
    await withTimeout(client.quit(), 1000);
  } catch {
    client.disconnect(); // nobody waits for an answer any more
  }
}

/**
 * Refuses a server on which jobs could be lost: too old, or one that evicts keys when it is full.
 *
 * @throws {PipelineError} `REDIS_UNSUITABLE`, which says what to change.
 */
export async function checkServer(client: RedisClient): Promise<void> {
  const info = await client.info();
  const version = field(info, 'redis_version') ?? '0';
  if (compareVersions(version, MIN_REDIS_VERSION) < 0) {
    throw new PipelineError(
      'REDIS_UNSUITABLE',
      `The Redis server has version ${version}; Polywire needs ${MIN_REDIS_VERSION} or newer`,
    );
  }
  const policy = field(info, 'maxmemory_policy') ?? 'noeviction';
  if (policy !== 'noeviction') {
    throw new PipelineError(
      'REDIS_UNSUITABLE',
      `The Redis server has maxmemory-policy "${policy}", which may delete jobs and articles when memory is full; set it to "noeviction"`,
    );
  }
}

/** The value of one `name:value` line of Redis' INFO text. */
export function field(info: string, name: string): string | undefined {
  return new RegExp(`^${name}:(.*?)\\r?$`, 'mu').exec(info)?.[1];
}

interface CommonOptions {
  readonly lazyConnect: boolean;
  readonly maxRetriesPerRequest: number | null;
  readonly enableOfflineQueue: boolean;
  readonly retryStrategy: (attempt: number) => number;
}

function commonOptions(role: OpenRedisOptions['role']): CommonOptions {
  return {
    lazyConnect: true,
    maxRetriesPerRequest: role === 'worker' ? null : 1,
    enableOfflineQueue: role === 'worker',
    retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 6), 2000),
  };
}

function createClient(address: RedisAddress, options: CommonOptions): RedisClient {
  switch (address.topology) {
    case 'single':
    case 'sentinel':
      return new Redis({ ...options, ...address.options });
    case 'cluster':
      return new Cluster([...address.nodes], {
        lazyConnect: true,
        enableOfflineQueue: options.enableOfflineQueue,
        redisOptions: { maxRetriesPerRequest: options.maxRetriesPerRequest, ...address.options },
      });
  }
}

/** ioredis reports every lost connection as an event besides failing the commands: those decide. */
function ignoreConnectionError(): void {}

async function withTimeout<Value>(promise: Promise<Value>, ms: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (x?.[index] ?? 0) - (y?.[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
