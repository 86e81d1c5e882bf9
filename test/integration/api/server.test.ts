import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Config, envToConfig } from '../../../config/config.ts';
import { readEnv } from '../../../config/env.ts';
import { startApi } from '../../../services/api/server.ts';
import type { ProcessContext } from '../../../shared/process/run.ts';
import { createMetrics } from '../../../shared/telemetry/metrics.ts';
import { type RunningRedis, startRedis } from '../../support/redis.ts';
import { ARTICLE } from './api-harness.ts';

let server: RunningRedis;
let dataDir = '';
beforeEach(async () => {
  server = await startRedis();
  dataDir = await mkdtemp(join(tmpdir(), 'pw-server-'));
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true });
});

function context(redisUrl: string): ProcessContext<Config> {
  const env = {
    REDIS_URL: redisUrl,
    POLYWIRE_API_PORT: '0',
    POLYWIRE_DATA_DIR: dataDir,
    POLYWIRE_BOOTSTRAP_KEY: 'first-key',
  };
  return { config: envToConfig(readEnv(env)), log: pino({ level: 'silent' }), metrics: createMetrics() };
}

const headers = { authorization: 'Bearer first-key', 'content-type': 'application/json' };

describe('startApi', () => {
  it('listens, serves the first key, and frees its port when it stops', async () => {
    const running = await startApi(context(server.url));
    const response = await fetch(`${running.url}/v1/articles`, { headers });
    expect(await response.json()).toEqual({ items: [] });
    await running[Symbol.asyncDispose]();
    await expect(fetch(`${running.url}/livez`)).rejects.toThrow('fetch failed');
  });

  it('puts back at its start what a lost server had accepted', async () => {
    const first = await startApi(context(server.url), { reconcileIntervalMs: 60_000 });
    const put = await fetch(`${first.url}/v1/articles/survivor/versions/1`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(ARTICLE),
    });
    expect(put.status).toBe(202);
    await first[Symbol.asyncDispose]();
    expect(await readdir(join(dataDir, 'spool'))).toHaveLength(1);
    await using other = await startRedis();
    const second = await startApi(context(other.url), { reconcileIntervalMs: 100 });
    const read = async (): Promise<number> =>
      (await fetch(`${second.url}/v1/articles/survivor`, { headers })).status;
    await expect.poll(read, { timeout: 10_000 }).toBe(200);
    await second[Symbol.asyncDispose]();
  });

  it('finishes what was asked before it stops', async () => {
    const running = await startApi(context(server.url));
    const asked = Promise.all(
      Array.from({ length: 20 }, async (_item, index) =>
        fetch(`${running.url}/v1/articles/last-${index}/versions/1`, {
          method: 'PUT',
          headers,
          body: JSON.stringify(ARTICLE),
        }).then(
          ({ status }) => status,
          () => 'refused',
        ),
      ),
    );
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
    await running[Symbol.asyncDispose]();
    const answers = await asked;
    expect(answers.every((status) => status === 202 || status === 503 || status === 'refused')).toBe(true);
    const accepted = answers.filter((status) => status === 202).length;
    expect((await readdir(join(dataDir, 'spool'))).length).toBeGreaterThanOrEqual(accepted);
  });

  it.each([
    ['evicts keys when it is full', { config: ['maxmemory-policy allkeys-lru'] }, 'REDIS_UNSUITABLE'],
  ])('does not start on a server that %s', async (_name, options, code) => {
    await using unsuitable = await startRedis(options);
    await expect(startApi(context(unsuitable.url))).rejects.toMatchObject({ code });
  });

  it('does not start without a server', async () => {
    await expect(startApi(context('unix:///nowhere/redis.sock'))).rejects.toMatchObject({
      code: 'REDIS_UNAVAILABLE',
    });
  });
});
