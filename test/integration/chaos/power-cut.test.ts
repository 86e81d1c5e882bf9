import { mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { articleIdOf } from '../../../shared/stores/article-identity.ts';
import { readVersion } from '../../../shared/stores/article-store.ts';
import {
  CHAOS_ENV,
  CHAOS_LOCALES,
  chaosArticles,
  settleAll,
  unfinishedJobs,
  WorkerFleet,
} from '../../support/chaos.ts';
import { openDoor } from '../../support/pipeline.ts';
import { type ServiceProcess, startProcess } from '../../support/processes.ts';
import { startRedis } from '../../support/redis.ts';

const KEY = 'pw_test_0123456789abcdef0123456789abcdef';
const ARTICLES = chaosArticles(400);
const CUT_BACK_MS = 1000;

async function startApi(redisUrl: string, dataDir: string): Promise<ServiceProcess> {
  const env = { ...CHAOS_ENV, POLYWIRE_API_PORT: '0', POLYWIRE_BOOTSTRAP_KEY: KEY };
  return startProcess('services/api', { redisUrl, dataDir, env });
}

async function submit(apiUrl: string, { externalId, content }: (typeof ARTICLES)[number]): Promise<boolean> {
  const response = await fetch(`${apiUrl}/v1/articles/${externalId}/versions/1`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      format: 'markdown',
      content,
      sourceLocale: 'en',
      targetLocales: CHAOS_LOCALES,
      meta: { publishedAt: '2026-04-15' },
    }),
  });
  await response.arrayBuffer();
  return response.status === 202;
}

/** The file that Redis appends to now. */
async function appendOnlyFile(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'appendonlydir');
  const name = (await readdir(folder)).find((file) => file.endsWith('.incr.aof'));
  return join(folder, name ?? 'missing');
}

/** Remembers how long the file was at every moment. */
function watchSize(file: string): { at(ms: number): number; stop(): void } {
  const sizes: { readonly ms: number; readonly size: number }[] = [];
  const timer = setInterval(() => {
    void stat(file).then(({ size }) => sizes.push({ ms: performance.now(), size }));
  }, 25);
  return {
    at: (ms) => sizes.findLast((entry) => entry.ms <= ms)?.size ?? 0,
    stop: () => clearInterval(timer),
  };
}

describe('a power cut that takes the last second of the append-only file', () => {
  it('loses no article that was acknowledged', { timeout: 240_000 }, async () => {
    const spoolDir = await mkdtemp(join(tmpdir(), 'pw-spool-'));
    await using redis = await startRedis();
    await using _fleet = await WorkerFleet.start(redis.url);
    const api = await startApi(redis.url, spoolDir);
    const file = await appendOnlyFile(redis.dataDir);
    const sizes = watchSize(file);

    const acknowledged: (typeof ARTICLES)[number][] = [];
    for (let at = 0; at < ARTICLES.length; at += 4) {
      const batch = ARTICLES.slice(at, at + 4);
      const answers = await Promise.all(batch.map(async (article) => submit(api.url ?? '', article)));
      acknowledged.push(...batch.filter((_article, index) => answers[index] === true));
    }
    const cutAt = performance.now();
    await Promise.all([redis.kill('SIGKILL'), api.kill('SIGKILL')]);
    sizes.stop();
    await truncate(file, sizes.at(cutAt - CUT_BACK_MS));
    await redis.start();

    await using door = await openDoor(redis.url);
    let lost = 0;
    for (const { externalId } of acknowledged) {
      lost += (await readVersion(door.client, articleIdOf('default', externalId))) === undefined ? 1 : 0;
    }
    process.stdout.write(`power cut: Redis lost ${lost} of ${acknowledged.length} acknowledged articles\n`);
    expect(acknowledged).toHaveLength(ARTICLES.length);
    expect(lost).toBeGreaterThan(0);

    await using _restarted = await startApi(redis.url, spoolDir);
    await until(async () => {
      const found = await Promise.all(
        acknowledged.map(async ({ articleId }) => readVersion(door.client, articleId)),
      );
      return found.every((record) => record !== undefined);
    });
    expect(await settleAll(door, acknowledged, 120_000)).toEqual({ done: acknowledged.length });
    expect(await unfinishedJobs(door)).toEqual({});
    await rm(spoolDir, { recursive: true, force: true });
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await holds())) {
    if (performance.now() > deadline) {
      throw new Error('The reconciler did not put every article back within 60 s');
    }
    await sleep(100);
  }
}
