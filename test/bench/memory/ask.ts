import { collapse } from '../../../shared/memory/comparable.ts';
import type { LookupRequest, TranslationMemory } from '../../../shared/memory/memory.ts';
import { field, type RedisClient } from '../../../shared/stores/redis.ts';
import { plainUnit } from './real-units.ts';

const { sourceLocale, locale } = plainUnit('x', 'x');

/** A request for these texts from English into French. */
export function requestFor(texts: readonly string[], minScore = 70, limit = 5): LookupRequest {
  return {
    sourceLocale,
    locale,
    minScore,
    limit,
    queries: texts.map((text) => ({ source: { text, codes: [] } })),
  };
}

/** Scores by source text of what a lookup found for each text. */
export async function answersOf(
  memory: TranslationMemory,
  texts: readonly string[],
  minScore: number,
): Promise<readonly ReadonlyMap<string, number>[]> {
  const found = await memory.lookup(requestFor(texts, minScore, 100_000));
  return found.map((matches) => new Map(matches.map(({ source, score }) => [collapse(source.text), score])));
}

/** Processor seconds of this process and of the Redis server so far. */
async function processorSeconds(client: RedisClient): Promise<{ own: number; redis: number }> {
  const info = await client.info('cpu');
  const { user, system } = process.cpuUsage();
  const of = (name: string): number => Number(field(info, name) ?? 0);
  return { own: (user + system) / 1e6, redis: of('used_cpu_user') + of('used_cpu_sys') };
}

/** What a piece of work took, in seconds. */
export interface Cost {
  readonly wall: number;
  readonly own: number;
  readonly redis: number;
}

export async function costOf(client: RedisClient, work: () => Promise<unknown>): Promise<Cost> {
  const before = await processorSeconds(client);
  const start = performance.now();
  await work();
  const wall = (performance.now() - start) / 1000;
  const after = await processorSeconds(client);
  return { wall, own: after.own - before.own, redis: after.redis - before.redis };
}
