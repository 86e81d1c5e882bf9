import { PipelineError } from '../../shared/errors/errors.ts';
import { keys } from '../../shared/stores/keys.ts';
import { field, type RedisClient } from '../../shared/stores/redis.ts';

/** How much may be waiting before submissions are turned away. */
export interface PressureLimits {
  /** Articles in hand above which the answer is 429. */
  readonly softDepth: number;
  /** Articles in hand above which the answer is 503. */
  readonly hardDepth: number;
  /** Share of Redis' maxmemory above which the answer is 503, 0..1. */
  readonly maxMemoryShare: number;
}

/** What is in hand, and how full Redis is. */
interface PressureReading {
  readonly depth: number;
  /** 0..1; 0 where the server has no limit. */
  readonly memoryShare: number;
}

/** Turns submissions away while too much is waiting. */
export interface Pressure {
  /** @throws {PipelineError} `OVERLOADED` or `UNAVAILABLE`, with the seconds to wait. */
  check(): Promise<void>;
}

/** How long a reading serves: a burst may overshoot the limits by what comes in meanwhile. */
const READING_LIFETIME_MS = 250;

export function createPressure(client: RedisClient, limits: PressureLimits, now: () => number): Pressure {
  let reading: { readonly at: number; readonly value: Promise<PressureReading> } | undefined;

  function current(): Promise<PressureReading> {
    if (reading === undefined || now() - reading.at >= READING_LIFETIME_MS) {
      const value = readPressure(client);
      value.catch(() => {
        reading = undefined; // a failure is not remembered
      });
      reading = { at: now(), value };
    }
    return reading.value;
  }

  return {
    check: async () => checkPressure(await current(), limits),
  };
}

/** @throws {PipelineError} `OVERLOADED` above the soft limit, `UNAVAILABLE` above a hard one. */
function checkPressure({ depth, memoryShare }: PressureReading, limits: PressureLimits): void {
  if (memoryShare > limits.maxMemoryShare) {
    const [used, limit] = [memoryShare, limits.maxMemoryShare].map((share) => `${Math.round(share * 100)} %`);
    throw new PipelineError(
      'UNAVAILABLE',
      `Redis uses ${used} of its memory; submissions are taken up to ${limit}`,
      {
        details: { retryAfterSeconds: 30 },
      },
    );
  }
  if (depth >= limits.hardDepth) {
    throw new PipelineError(
      'UNAVAILABLE',
      `${depth} articles are in hand; the limit is ${limits.hardDepth}`,
      {
        details: { retryAfterSeconds: 30 },
      },
    );
  }
  if (depth >= limits.softDepth) {
    throw new PipelineError('OVERLOADED', `${depth} articles are in hand; the limit is ${limits.softDepth}`, {
      details: { retryAfterSeconds: 5 },
    });
  }
}

async function readPressure(client: RedisClient): Promise<PressureReading> {
  const [depth, info] = await Promise.all([client.scard(keys.open()), client.info('memory')]);
  const used = Number(field(info, 'used_memory') ?? 0);
  const limit = Number(field(info, 'maxmemory') ?? 0);
  return { depth, memoryShare: limit === 0 ? 0 : used / limit };
}
