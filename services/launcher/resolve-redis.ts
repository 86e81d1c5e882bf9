import { PipelineError } from '../../shared/errors/errors.ts';
import { startEmbeddedRedis } from './embedded-redis.ts';
import { ensureRedisBinary } from './install-redis.ts';
import { probeRedis, type RedisFacts } from './redis-probe.ts';
import { isOlder, OLDEST_REDIS } from './redis-version.ts';

export interface RedisRequest {
  /** `REDIS_URL`; where it is set nothing else is tried. */
  readonly url: string | undefined;
  /** The PATH to look for a server program in. */
  readonly path: string;
  /** A server program named by hand (`POLYWIRE_REDIS_SERVER`). */
  readonly server?: string | undefined;
  /** Memory limit of a server of our own, such as `1gb`. */
  readonly maxMemory: string;
  readonly dataDir: string;
  readonly isRoot: boolean;
  /** Told what each step does, one sentence each. */
  readonly say: (text: string) => void;
}

/** A Redis that is there; disposal stops it where it is ours. */
export interface ResolvedRedis extends AsyncDisposable {
  readonly url: string;
  readonly embedded: boolean;
}

/**
 * Brings up Redis: the one that `url` names, else a server of our own with its data in the data
 * folder, whose program is installed where that needs no question. A server that happens to listen
 * on this machine is never adopted.
 *
 * @throws {PipelineError} `REDIS_UNAVAILABLE`, `REDIS_UNSUITABLE` or `CONFIG_INVALID`, each with what
 *   to do.
 */
export async function resolveRedis(request: RedisRequest): Promise<ResolvedRedis> {
  if (request.url !== undefined && request.url !== '') {
    return useGiven(request.url, request.say);
  }
  const binary = await ensureRedisBinary(request);
  const redis = await startEmbeddedRedis({ ...request, binary });
  request.say(
    `Redis: started ${binary.name} ${binary.version} (${binary.path}) on a private socket, ${redis.url}.`,
  );
  return {
    url: redis.url,
    embedded: true,
    [Symbol.asyncDispose]: () => redis[Symbol.asyncDispose](),
  };
}

async function useGiven(url: string, say: (text: string) => void): Promise<ResolvedRedis> {
  const facts = await probeRedis(url);
  const problem = problemOf(facts);
  if (problem !== undefined) {
    throw new PipelineError('REDIS_UNSUITABLE', `The server that REDIS_URL names ${problem}`);
  }
  say(
    `Redis: using the server that REDIS_URL names${facts.version === undefined ? '' : `, version ${facts.version}`}.`,
  );
  return { url, embedded: false, [Symbol.asyncDispose]: () => Promise.resolve() };
}

/** Why a server cannot be used, as the rest of a sentence; undefined where it can. */
export function problemOf({ version, maxMemoryPolicy }: RedisFacts): string | undefined {
  if (version !== undefined && isOlder(version, OLDEST_REDIS)) {
    return `has version ${version}; Polywire needs ${OLDEST_REDIS} or newer`;
  }
  if (maxMemoryPolicy !== undefined && maxMemoryPolicy !== 'noeviction') {
    return `has maxmemory-policy "${maxMemoryPolicy}", which deletes jobs and articles when memory is full; set it to "noeviction"`;
  }
  return undefined;
}
