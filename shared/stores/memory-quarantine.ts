import { ArticleId } from '../document/article.ts';
import type { StoredUnit } from '../memory/stored-unit.ts';
import { readVersion, type VersionRecord } from './article-store.ts';
import { memoryKeys } from './memory-keys.ts';
import type { RedisClient } from './redis.ts';

/** An article whose units are not served. */
export interface HeldArticle {
  readonly record: VersionRecord;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/**
 * Has no lookup return units that came only from these articles, from the next one on, whatever
 * process makes it. The units stay; one that came from somewhere else as well is served on.
 * Answers whether the article was not in quarantine before.
 */
export async function quarantineArticle(
  client: RedisClient,
  articleId: ArticleId,
  since: number,
): Promise<boolean> {
  return (await client.hsetnx(memoryKeys.quarantine(), articleId, since)) === 1;
}

/** Lets lookups return an article's units again; answers whether it was in quarantine. */
export async function releaseQuarantine(client: RedisClient, articleId: ArticleId): Promise<boolean> {
  return (await client.hdel(memoryKeys.quarantine(), articleId)) === 1;
}

/** A tenant's articles in quarantine, the latest first. */
export async function readQuarantine(client: RedisClient, tenant: string): Promise<readonly HeldArticle[]> {
  const held = Object.entries(await client.hgetall(memoryKeys.quarantine()));
  const records = await Promise.all(held.map(async ([id]) => readVersion(client, ArticleId.parse(id))));
  return held
    .flatMap(([, since], at) => {
      const record = records[at];
      return record?.tenant === tenant ? [{ record, since: Number(since) }] : [];
    })
    .toSorted((a, b) => b.since - a.since);
}

/** Tells which units are not in quarantine: one question to Redis, none where no unit is of an article alone. */
export async function readServed(
  client: RedisClient,
  units: Iterable<StoredUnit>,
): Promise<(unit: StoredUnit) => boolean> {
  const named = [...new Set(Array.from(units, ({ onlyFrom = [] }) => onlyFrom).flat())];
  if (named.length === 0) {
    return () => true;
  }
  const since = await client.hmget(memoryKeys.quarantine(), ...named);
  const held = new Set(named.filter((_, at) => typeof since[at] === 'string'));
  return ({ onlyFrom }) => onlyFrom === undefined || !onlyFrom.every((article) => held.has(article));
}
