import { findRedisBinary } from '../../launcher/redis-binary.ts';
import { probeRedis, type RedisFacts } from '../../launcher/redis-probe.ts';
import { problemOf } from '../../launcher/resolve-redis.ts';
import { checking, type Finding } from './finding.ts';

export interface RedisCheck {
  readonly url: string | undefined;
  readonly path: string;
  readonly server?: string | undefined;
  readonly isRoot: boolean;
}

/** The Redis of the configuration answers and suits, or a server program is there to be started. */
export async function checkRedis({ url, path, server, isRoot }: RedisCheck): Promise<Finding> {
  if (url !== undefined && url !== '') {
    return checking('redis', 'correct REDIS_URL, or unset it to use a server of our own', async () =>
      judge(await probeRedis(url)),
    );
  }
  return checking('redis', 'install Redis 6.2 or newer, or name one with POLYWIRE_REDIS_SERVER', async () => {
    const binary = await findRedisBinary({ path, server });
    if (binary !== undefined) {
      return { result: 'ok', text: `${binary.name} ${binary.version} at ${binary.path}` };
    }
    return isRoot
      ? { result: 'note', text: 'no server program on the PATH; "polywire start" installs one with apt-get' }
      : {
          result: 'problem',
          text: 'no redis-server or valkey-server on the PATH',
          fix: 'sudo apt-get install -y redis-server, or brew install redis',
        };
  });
}

function judge(facts: RedisFacts): Omit<Finding, 'check'> {
  const problem = problemOf(facts);
  if (problem !== undefined) {
    return {
      result: 'problem',
      text: `the server ${problem}`,
      fix: 'correct the server, then run doctor again',
    };
  }
  if (facts.appendOnly === false) {
    return {
      result: 'problem',
      text: 'the server keeps no append-only file: a restart of it loses articles',
      fix: 'set "appendonly yes" and "appendfsync everysec" in its redis.conf',
    };
  }
  const limit =
    facts.maxMemory === 0 ? 'no maxmemory is set: it can use the whole memory of its machine' : undefined;
  return {
    result: limit === undefined ? 'ok' : 'note',
    text: `version ${facts.version ?? 'unknown'}, ${limit ?? `policy ${facts.maxMemoryPolicy ?? 'unknown'}`}`,
  };
}
