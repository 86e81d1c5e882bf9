import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { probeRedis } from '../../../../services/launcher/redis-probe.ts';
import { type ResolvedRedis, resolveRedis } from '../../../../services/launcher/resolve-redis.ts';
import { startRedis } from '../../../support/redis.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('a server of our own', () => {
  it('suits the service, answers this user alone, and keeps its data over a restart', async () => {
    await using folder = await temporaryFolder();
    const first = await resolve(folder.path);
    await withClient(first.url, (redis) => redis.set('kept', '1'));
    expect(await probeRedis(first.url)).toMatchObject({
      maxMemoryPolicy: 'noeviction',
      appendOnly: true,
      maxMemory: 64 * 1024 ** 2,
    });
    expect((await stat(pathOf(first))).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder.path, 'redis'))).mode & 0o777).toBe(0o700);
    await first[Symbol.asyncDispose]();
    await using second = await resolve(folder.path);
    expect(second.url).toBe(first.url);
    expect(await withClient(second.url, (redis) => redis.get('kept'))).toBe('1');
  });

  it('is started again when it ends, and says so', async () => {
    await using folder = await temporaryFolder();
    const said: string[] = [];
    await using redis = await resolve(folder.path, { say: (text) => said.push(text) });
    const pid = await withClient(redis.url, pidOf);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => withClient(redis.url, pidOf).catch(() => pid), { timeout: 5000 }).not.toBe(pid);
    expect(said).toContainEqual(expect.stringContaining('Redis ended unexpectedly'));
  });

  it('stops with its owner', async () => {
    await using folder = await temporaryFolder();
    const redis = await resolve(folder.path);
    const pid = await withClient(redis.url, pidOf);
    await redis[Symbol.asyncDispose]();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(await readFile(join(folder.path, 'logs/redis.log'), 'utf8')).toContain('bye bye');
  });

  it('listens in a short place where the data folder has a long path', async () => {
    await using folder = await temporaryFolder();
    const dataDir = join(folder.path, 'a folder with a name'.repeat(8));
    await using redis = await resolve(dataDir);
    expect(Buffer.byteLength(pathOf(redis))).toBeLessThanOrEqual(100);
    await withClient(redis.url, (client) => client.set('a', '1'));
    expect((await stat(join(dataDir, 'redis/appendonlydir'))).isDirectory()).toBe(true);
  });

  it('says why the server does not start', async () => {
    await using folder = await temporaryFolder();
    await expect(resolve(folder.path, { maxMemory: 'much' })).rejects.toThrow(
      /redis-server ended while it started; the end of .*redis\.log/u,
    );
  });
});

describe('REDIS_URL', () => {
  it('uses the server that it names and leaves it running', async () => {
    await using folder = await temporaryFolder();
    await using server = await startRedis();
    const redis = await resolve(folder.path, { url: server.url });
    expect(redis).toMatchObject({ url: server.url, embedded: false });
    await redis[Symbol.asyncDispose]();
    expect(server.pid).toBeDefined();
  });

  it('fails where nothing answers, and starts nothing instead', async () => {
    await using folder = await temporaryFolder();
    await expect(resolve(folder.path, { url: 'redis://127.0.0.1:1' })).rejects.toMatchObject({
      code: 'REDIS_UNAVAILABLE',
    });
    await expect(stat(join(folder.path, 'redis'))).rejects.toThrow('ENOENT');
  });

  it('refuses a server that evicts', async () => {
    await using folder = await temporaryFolder();
    await using server = await startRedis({ config: ['maxmemory-policy allkeys-lru'] });
    await expect(resolve(folder.path, { url: server.url })).rejects.toThrow(
      'maxmemory-policy "allkeys-lru", which deletes jobs',
    );
  });
});

function resolve(
  dataDir: string,
  options: { url?: string; maxMemory?: string; say?: (text: string) => void } = {},
): Promise<ResolvedRedis> {
  return resolveRedis({
    url: undefined,
    path: process.env['PATH'] ?? '',
    server: process.env['POLYWIRE_REDIS_SERVER'],
    maxMemory: '64mb',
    isRoot: false,
    dataDir,
    say: () => undefined,
    ...options,
  });
}

function pathOf({ url }: ResolvedRedis): string {
  return decodeURI(url.slice('unix://'.length));
}

async function withClient<Answer>(url: string, use: (redis: Redis) => Promise<Answer>): Promise<Answer> {
  const redis = new Redis(decodeURI(url.slice('unix://'.length)), {
    retryStrategy: null,
    maxRetriesPerRequest: 0,
  });
  redis.on('error', () => undefined);
  try {
    return await use(redis);
  } finally {
    redis.disconnect();
  }
}

async function pidOf(redis: Redis): Promise<number> {
  return Number(/^process_id:(\d+)/mu.exec(await redis.info('server'))?.[1]);
}
