import { randomUUID } from 'node:crypto';
import { QUEUE_NAMES, type QueueName } from '../queue/contract.ts';
import { keys } from './keys.ts';
import type { RedisClient } from './redis.ts';

/** A process that has not been heard of for this long counts as dead. */
const LIFETIME_MS = 15_000;
const INTERVAL_MS = 5000;

/** Keeps a process' sign of life for a role in Redis until it is disposed. */
export async function startHeartbeat(client: RedisClient, role: QueueName): Promise<AsyncDisposable> {
  const key = keys.heartbeats(role);
  const member = `${process.pid}:${randomUUID()}`;
  const beat = async (): Promise<void> => {
    const now = Date.now();
    await Promise.all([
      client.zadd(key, now, member),
      client.zremrangebyscore(key, '-inf', now - LIFETIME_MS),
    ]);
  };
  await beat();
  const timer = setInterval(() => {
    beat().catch(() => {}); // the next beat tries again
  }, INTERVAL_MS).unref();
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await client.zrem(key, member);
    },
  };
}

/** How many processes of each role were heard of lately. */
export async function countAlive(client: RedisClient): Promise<ReadonlyMap<QueueName, number>> {
  const since = Date.now() - LIFETIME_MS;
  const counts = await Promise.all(
    QUEUE_NAMES.map((role) => client.zcount(keys.heartbeats(role), since, '+inf')),
  );
  return new Map(QUEUE_NAMES.map((role, index) => [role, counts[index] ?? 0]));
}
