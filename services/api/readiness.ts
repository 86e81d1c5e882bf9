import { z } from 'zod';
import { countAlive } from '../../shared/stores/heartbeat.ts';
import { field, type RedisClient } from '../../shared/stores/redis.ts';

/** What readiness rests on; `detail` says what is wrong, or what to know. */
export const Readiness = z.object({
  ready: z.boolean(),
  checks: z.array(
    z.object({
      name: z.string(),
      /** `warn`: works, but not as it should be run. */
      status: z.enum(['ok', 'warn', 'fail']),
      detail: z.string(),
    }),
  ),
});
export type Readiness = z.infer<typeof Readiness>;
type Check = Readiness['checks'][number];

/** A server that takes longer does not count as answering. */
const PING_TIMEOUT_MS = 250;

/** Asks Redis and the workers' signs of life. Never throws. */
export async function checkReadiness(client: RedisClient): Promise<Readiness> {
  const redis = await checkPing(client);
  const rest = redis.status === 'ok' ? await checkRest(client) : [];
  const checks = [redis, ...rest];
  return { ready: checks.every(({ status }) => status !== 'fail'), checks };
}

async function checkPing(client: RedisClient): Promise<Check> {
  const startedAt = performance.now();
  try {
    await within(client.ping(), PING_TIMEOUT_MS);
    return {
      name: 'redis',
      status: 'ok',
      detail: `answers in ${Math.round(performance.now() - startedAt)} ms`,
    };
  } catch {
    return { name: 'redis', status: 'fail', detail: `does not answer within ${PING_TIMEOUT_MS} ms` };
  }
}

async function checkRest(client: RedisClient): Promise<readonly Check[]> {
  try {
    const [info, alive] = await Promise.all([client.info(), countAlive(client)]);
    return [evictionCheck(info), appendOnlyCheck(info), ...Array.from(alive, workerCheck)];
  } catch {
    return [{ name: 'redis', status: 'fail', detail: 'was lost during the checks' }];
  }
}

function evictionCheck(info: string): Check {
  const policy = field(info, 'maxmemory_policy') ?? 'unknown';
  return {
    name: 'redis-eviction',
    status: policy === 'noeviction' ? 'ok' : 'fail',
    detail: `maxmemory-policy is ${policy}${policy === 'noeviction' ? '' : '; expected noeviction'}`,
  };
}

function appendOnlyCheck(info: string): Check {
  const name = 'redis-append-only';
  if (field(info, 'aof_enabled') !== '1') {
    return { name, status: 'warn', detail: 'appendonly is off: a restart of Redis loses work' };
  }
  const lastWrite = field(info, 'aof_last_write_status') ?? 'unknown';
  return { name, status: lastWrite === 'ok' ? 'ok' : 'fail', detail: `last write: ${lastWrite}` };
}

function workerCheck([queue, count]: readonly [string, number]): Check {
  return {
    name: `worker-${queue}`,
    status: count > 0 ? 'ok' : 'fail',
    detail: count > 0 ? `${count} alive` : 'none was heard of in the last 15 s',
  };
}

async function within<Value>(work: Promise<Value>, ms: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
