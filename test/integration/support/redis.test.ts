import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../../config/project-root.ts';
import { openRedis } from '../../../shared/stores/redis.ts';
import { startRedis } from '../../support/redis.ts';

describe('startRedis', () => {
  it('serves with the settings that the service demands', async () => {
    await using server = await startRedis();
    const redis = new Redis({ path: server.socketPath });
    const settings = await redis.config('GET', 'appendonly', 'appendfsync', 'maxmemory-policy', 'port');
    redis.disconnect();
    expect(Object.fromEntries(pairs(settings))).toEqual({
      appendonly: 'yes',
      appendfsync: 'everysec',
      'maxmemory-policy': 'noeviction',
      port: '0',
    });
  });

  it('is reached by its URL', async () => {
    await using server = await startRedis();
    const client = await openRedis(server.url, { role: 'producer' });
    expect(await client.ping()).toBe('PONG');
    client.disconnect();
  });

  it('keeps its data over stop and start, and the same clients reach it again', async () => {
    await using server = await startRedis();
    const redis = new Redis({ path: server.socketPath, retryStrategy: () => 20 });
    redis.on('error', () => undefined);
    await redis.set('kept', '1');
    const before = server.pid;
    await server.restart();
    expect(server.pid).not.toBe(before);
    expect(await redis.get('kept')).toBe('1');
    redis.disconnect();
  });

  it('keeps what was synced before a kill', async () => {
    await using server = await startRedis({ config: ['appendfsync always'] });
    const redis = new Redis({ path: server.socketPath, retryStrategy: () => 20 });
    redis.on('error', () => undefined);
    await redis.set('kept', '1');
    await server.kill('SIGKILL');
    expect(server.pid).toBeUndefined();
    await server.start();
    expect(await redis.get('kept')).toBe('1');
    redis.disconnect();
  });

  it('leaves no process and no folder behind', async () => {
    const server = await startRedis();
    const { pid, dataDir } = server;
    await server[Symbol.asyncDispose]();
    expect(existsSync(dataDir)).toBe(false);
    expect(pid).toBeDefined();
    expect(isAlive(pid ?? 0)).toBe(false);
  });

  it('ends with the process that started it, even one that was killed', async () => {
    const script = `import { startRedis } from './dist/test/support/redis.js';
      const server = await startRedis();
      process.stdout.write(server.dataDir);
      setInterval(() => undefined, 1000);`;
    const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: PROJECT_ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = await once(owner.stdout, 'data');
    const folder = String(output);
    expect(await isServing(join(folder, 'redis.sock'))).toBe(true);
    owner.kill('SIGKILL');
    await expect.poll(() => isServing(join(folder, 'redis.sock'))).toBe(false);
    await rm(folder, { recursive: true });
  });

  it('says why a server does not start', async () => {
    await expect(startRedis({ config: ['no-such-setting 1'] })).rejects.toThrow('redis-server ended');
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function isServing(socketPath: string): Promise<boolean> {
  const redis = new Redis({ path: socketPath, lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

function pairs(reply: unknown): [string, string][] {
  const flat = Array.isArray(reply) ? reply.map(String) : [];
  return flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? '']] : []));
}
