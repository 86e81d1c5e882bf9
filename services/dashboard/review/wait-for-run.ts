import { setTimeout as sleep } from 'node:timers/promises';
import { readVersion, type VersionRecord } from '../../../shared/stores/article-store.ts';
import type { RedisClient } from '../../../shared/stores/redis.ts';

const LONGEST_MS = 2500;
const PAUSE_MS = 50;

/** Waits until the run of a version has ended, but not long: who decided sees what came of it, or that it runs. */
export async function waitForRun(
  client: RedisClient,
  { articleId, version }: Pick<VersionRecord, 'articleId' | 'version'>,
): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  while (performance.now() < end) {
    const record = await readVersion(client, articleId, version);
    if (record?.state !== 'running') {
      return;
    }
    await sleep(PAUSE_MS);
  }
}
