import { z } from 'zod';
import type { PubStatus } from '../document/article.ts';
import type { VersionRecord } from './article-store.ts';
import { changeEvent } from './change-feed.ts';
import { channels, keys } from './keys.ts';
import { encodeProgress } from './progress-entry.ts';
import type { RedisClient } from './redis.ts';
import { runScript } from './run-script.ts';
import { CLOSE_VERSION, OPEN_RUN, SET_PUB_STATUS } from './scripts.ts';

/**
 * Sets the publishing status, tells the feed, and stops running work of a killed article. Does
 * nothing for an article that was killed before.
 */
export async function setPubStatus(
  client: RedisClient,
  record: VersionRecord,
  { pubStatus, now }: { readonly pubStatus: PubStatus; readonly now: number },
): Promise<void> {
  const type = { usable: 'released', withheld: 'withheld', canceled: 'deleted' } as const;
  const { articleId, externalId, version } = record;
  const event = changeEvent({ type: type[pubStatus], articleId, externalId, version, at: now });
  const told = pubStatus === 'canceled' ? [channels.cancel, channels.progress] : [channels.progress];
  await runScript(
    client,
    SET_PUB_STATUS,
    [keys.article(articleId), keys.articles(), keys.changes()],
    [pubStatus, now, articleId, event, `${articleId} ${version}`, ...told],
  );
}

/** Cancels a version: running stages stop, waiting ones do nothing, `collect` closes it. */
export async function cancelVersion(client: RedisClient, record: VersionRecord): Promise<void> {
  await client.hset(keys.version(record.articleId, record.version), 'canceled', '1');
  await broadcastCancel(client, record);
}

async function broadcastCancel(client: RedisClient, { articleId, version }: VersionRecord): Promise<void> {
  await client.publish(channels.cancel, `${articleId} ${version}`);
  await client.publish(channels.progress, `${articleId} ${version}`);
}

/** Closes a run with its final state; tells whether this call did it. */
export async function closeVersion(
  client: RedisClient,
  record: VersionRecord,
  { state, now }: { readonly state: string; readonly now: number },
): Promise<boolean> {
  const { articleId, externalId, version, tenant, run } = record;
  const event = JSON.stringify({ type: 'closed', articleId, externalId, version, state, at: now });
  const closed = await runScript(
    client,
    CLOSE_VERSION,
    [
      keys.version(articleId, version),
      keys.open(),
      keys.articles(),
      keys.ordinal(),
      keys.changes(),
      keys.results(articleId, version),
    ],
    [run, state, now, articleId, version, tenant, channels.progress, `${articleId} ${version}`, event],
  );
  return closed === 1;
}

/** Opens the next run with the given stages waiting again; undefined when another call was first. */
export async function openRun(
  client: RedisClient,
  record: VersionRecord,
  { fields, now }: { readonly fields: readonly string[]; readonly now: number },
): Promise<number | undefined> {
  const { articleId, version, tenant, run } = record;
  const waiting = encodeProgress({ state: 'waiting', at: now });
  const opened = await runScript(
    client,
    OPEN_RUN,
    [
      keys.version(articleId, version),
      keys.progress(articleId, version),
      keys.open(),
      keys.articles(),
      keys.ordinal(),
      keys.results(articleId, version),
    ],
    [
      articleId,
      version,
      tenant,
      now,
      channels.progress,
      `${articleId} ${version}`,
      run,
      ...fields.flatMap((field) => [field, waiting]),
    ],
  );
  return opened === 0 ? undefined : z.int().parse(opened);
}
