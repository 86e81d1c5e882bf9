import { randomUUID } from 'node:crypto';
import { AggregatorRegistry, type Registry } from 'prom-client';
import { QUEUE_NAMES, type QueueName } from '../queue/contract.ts';
import { keys } from './keys.ts';
import type { RedisClient } from './redis.ts';

/** A process that has not been heard of for this long counts as dead. */
const LIFETIME_MS = 15_000;
const INTERVAL_MS = 5000;

/** Keeps a process' sign of life for a role, and its metrics, in Redis until it is disposed. */
export async function startHeartbeat(
  client: RedisClient,
  role: QueueName,
  registry: Registry,
): Promise<AsyncDisposable> {
  const member = `${process.pid}:${randomUUID()}`;
  const beat = async (): Promise<void> => {
    const now = Date.now();
    const metrics = JSON.stringify(await registry.getMetricsAsJSON());
    await Promise.all([
      client.zadd(keys.heartbeats(role), now, member),
      client.zremrangebyscore(keys.heartbeats(role), '-inf', now - LIFETIME_MS),
      client.set(keys.workerMetrics(member), metrics, 'PX', LIFETIME_MS),
    ]);
  };
  await beat();
  const timer = setInterval(() => {
    beat().catch(() => {}); // the next beat tries again
  }, INTERVAL_MS).unref();
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await Promise.all([client.zrem(keys.heartbeats(role), member), client.del(keys.workerMetrics(member))]);
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

/**
 * The metrics of the living workers and of `own`, summed. A worker's counts go with it: to whoever
 * scrapes, that looks like the reset of a counter.
 */
export async function sumMetrics(client: RedisClient, own: Registry): Promise<Registry> {
  const since = Date.now() - LIFETIME_MS;
  const members = await Promise.all(
    QUEUE_NAMES.map((role) => client.zrangebyscore(keys.heartbeats(role), since, '+inf')),
  );
  const texts = await Promise.all(members.flat().map((member) => client.get(keys.workerMetrics(member))));
  const published = texts.filter((text) => text !== null).map((text): object => JSON.parse(text));
  return AggregatorRegistry.aggregate([await own.getMetricsAsJSON(), ...published]);
}
