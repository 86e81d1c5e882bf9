import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  CHAOS_LOCALES,
  chaosArticles,
  feedCounts,
  outputHashes,
  seededRandom,
  settleAll,
  unfinishedJobs,
  WorkerFleet,
} from '../../support/chaos.ts';
import { type Door, openDoor } from '../../support/pipeline.ts';
import { type RunningRedis, startRedis } from '../../support/redis.ts';

const ARTICLES = chaosArticles(200);
const OUTPUTS = ARTICLES.length * CHAOS_LOCALES.length * 3;

interface Run {
  readonly hashes: ReadonlyMap<string, string>;
  readonly kills: number;
}

/** Runs all articles while `disturb` is called again and again, and checks that nothing is left over. */
async function run(disturb?: (fleet: WorkerFleet, redis: RunningRedis) => Promise<void>): Promise<Run> {
  await using redis = await startRedis();
  await using door = await openDoor(redis.url);
  await using fleet = await WorkerFleet.start(redis.url);
  const ended = new AbortController();
  const disturbing =
    disturb === undefined ? undefined : repeat(async () => disturb(fleet, redis), ended.signal);
  await submitAll(door);
  const states = await settleAll(door, ARTICLES, 150_000);
  ended.abort();
  await disturbing;

  expect(states).toEqual({ done: ARTICLES.length });
  expect(await unfinishedJobs(door)).toEqual({});
  const feed = await feedCounts(door);
  expect([...feed.values()].every((count) => count === 1)).toBe(true);
  expect(feed.size).toBe(ARTICLES.length * (CHAOS_LOCALES.length + 1));
  return { hashes: await outputHashes(door, ARTICLES), kills: fleet.kills };
}

async function repeat(act: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await act();
  }
}

async function submitAll(door: Door): Promise<void> {
  for (const article of ARTICLES) {
    await door.submit(article);
    await sleep(10);
  }
}

describe('200 articles x 5 locales', () => {
  it('come out the same, byte by byte, when workers are killed and Redis is restarted on the way', {
    timeout: 400_000,
  }, async () => {
    const undisturbed = await run();
    expect(undisturbed.hashes.size).toBe(OUTPUTS);
    expect([...undisturbed.hashes.values()]).not.toContain('missing');

    const random = seededRandom(Date.now());
    const killed = await run(async (fleet) => {
      await sleep(50 + random() * 300);
      await fleet.killTwo(random);
    });
    process.stdout.write(
      `kill test: ${killed.kills} workers killed, ${killed.hashes.size} outputs compared\n`,
    );
    expect(killed.kills).toBeGreaterThanOrEqual(5);
    expect(killed.hashes).toEqual(undisturbed.hashes);

    let restarts = 0;
    const restarted = await run(async (_fleet, redis) => {
      await sleep(1500);
      if (restarts < 3) {
        restarts += 1;
        await redis.kill('SIGKILL');
        await redis.start();
      }
    });
    expect(restarts).toBe(3);
    expect(restarted.hashes).toEqual(undisturbed.hashes);
  });
});
