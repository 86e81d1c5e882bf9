import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TranslationMemory } from '../../../shared/memory/memory.ts';
import { closeRedis, openRedis } from '../../../shared/stores/redis.ts';
import { createRedisMemory, type RedisMemoryOptions } from '../../../shared/stores/redis-memory.ts';
import { median, percentile, type Row } from '../report.ts';
import { type Cost, costOf, requestFor } from './ask.ts';
import { bareCosts } from './bare-commands.ts';
import type { Bench, SpeedMeasure } from './measure.ts';

type Asking = Pick<Bench, 'client' | 'memory' | 'options' | 'queries'> & Pick<LookupOrder, 'texts'>;

const ROUNDS = 7;
/** Rounds before those that count: a worker runs for days. */
const WARM_ROUNDS = 4;
/** Segments of an article, and of a batch. */
const SEGMENTS = 30;
/** Above this many units the goals are those for a million. */
const LARGE = 500_000;

/** What the process that looks up is told, and what it answers. */
export interface LookupOrder {
  readonly redisUrl: string;
  readonly options: RedisMemoryOptions;
  readonly queries: readonly string[];
  /** Texts that the memory has. */
  readonly texts: readonly string[];
  /** Units that it has. */
  readonly units: number;
}

export interface LookupAnswer {
  readonly rows: readonly Row[];
  /** Processor microseconds of one lookup in batches. */
  readonly microseconds: number;
}

/**
 * Fuzzy lookups at 70 in batches, as articles and one by one, and equal texts alone, in a process that
 * has nothing else, as a worker is: here the units themselves would be in the way.
 */
export const lookups: SpeedMeasure = {
  name: 'lookups',
  async run(bench) {
    const { redisUrl, options, queries } = bench;
    const texts = bench.units.slice(0, 10_000).map(({ source }) => source.text);
    const worker = fork(fileURLToPath(new URL('lookup-process.js', import.meta.url)));
    const order: LookupOrder = { redisUrl, options, queries, texts, units: bench.units.length };
    worker.send(order);
    const ended = once(worker, 'exit').then(() => {
      throw new Error('the process that looks up ended before it answered');
    });
    ended.catch(() => undefined); // once it has answered
    const [answer]: LookupAnswer[] = await Promise.race([once(worker, 'message'), ended]);
    bench.lookupMicroseconds = answer?.microseconds ?? 0;
    return answer?.rows ?? [];
  },
};

/** What is measured of lookups, in this process. */
export async function measureLookups({
  redisUrl,
  options,
  queries,
  texts,
  units,
}: LookupOrder): Promise<LookupAnswer> {
  const client = await openRedis(redisUrl, { role: 'worker' });
  const bench: Asking = { client, options, memory: createRedisMemory(client, options), queries, texts };
  await bench.memory.settle();
  const ask = async (memory: TranslationMemory): Promise<void> => lookUpAll(memory, queries, SEGMENTS);
  await warm(async () => ask(bench.memory));
  const batches = await repeated(bench, async () => ask(bench.memory));
  const bare = await bareCosts(bench, ask, ROUNDS);
  const withoutCopy = createRedisMemory(bench.client);
  await warm(async () => ask(withoutCopy));
  const asking = await repeated(bench, async () => ask(withoutCopy));
  const perSegment = (cost: Cost): number => ((cost.own + cost.redis) / queries.length) * 1e6;
  const own = median(batches.map(perSegment));
  const isLarge = units > LARGE;
  const rows = [
    goal(
      {
        measure: 'fuzzy lookup, batches of 30, wall',
        unit: 'segments/s',
        samples: ROUNDS * queries.length,
      },
      median(batches.map(({ wall }) => queries.length / wall)),
      { least: isLarge ? 11_000 : 25_000 },
    ),
    goal(
      { measure: '  processor time, worker + Redis', unit: 'us/segment', samples: ROUNDS * queries.length },
      own,
      { most: isLarge ? 95 : 40 },
    ),
    {
      measure: '  of it Redis',
      value: median(batches.map(({ redis }) => (redis / queries.length) * 1e6)),
      unit: 'us/segment',
      samples: ROUNDS * queries.length,
    },
    {
      measure: '  ioredis alone with the same commands, processor time',
      value: median(bare.map(perSegment)),
      unit: 'us/segment',
      samples: ROUNDS * queries.length,
    },
    {
      measure: '  ioredis alone with the same commands, wall',
      value: median(bare.map(({ wall }) => queries.length / wall)),
      unit: 'segments/s',
      samples: ROUNDS * queries.length,
    },
    {
      measure: '  without a copy of the index in the process, wall',
      value: median(asking.map(({ wall }) => queries.length / wall)),
      unit: 'segments/s',
      samples: ROUNDS * queries.length,
    },
    {
      measure: '  without a copy of the index in the process, processor time',
      value: median(asking.map(perSegment)),
      unit: 'us/segment',
      samples: ROUNDS * queries.length,
    },
    ...(await latencies(bench, {
      name: 'article of 30 segments',
      size: SEGMENTS,
      goals: isLarge ? [2.6, 12] : [1.2, 5],
    })),
    ...(await latencies(bench, {
      name: 'single lookup',
      size: 1,
      goals: isLarge ? [0.21, 2] : [0.16, 1.2],
    })),
    ...(await exactOnly(bench)),
  ];
  await closeRedis(client);
  return { rows, microseconds: own };
}

async function latencies(
  bench: Asking,
  {
    name,
    size,
    goals,
  }: { readonly name: string; readonly size: number; readonly goals: readonly [number, number] },
): Promise<readonly Row[]> {
  const times: number[] = [];
  for (const batch of batchesOf(bench.queries, size).slice(0, 1000)) {
    const start = performance.now();
    await bench.memory.lookup(requestFor(batch));
    times.push(performance.now() - start);
  }
  const samples = times.length;
  const asked = bench.queries.slice(0, samples * size);
  const bare = await bareCosts(bench, async (memory) => lookUpAll(memory, asked, size), 1);
  return [
    goal({ measure: `${name}, p50`, unit: 'ms', samples }, percentile(times, 50), { most: goals[0] }),
    goal({ measure: `${name}, p99`, unit: 'ms', samples }, percentile(times, 99), { most: goals[1] }),
    {
      measure: '  ioredis alone with the same commands, mean',
      value: median(bare.map(({ wall }) => (wall / samples) * 1000)),
      unit: 'ms',
      samples,
    },
  ];
}

async function exactOnly(bench: Asking): Promise<readonly Row[]> {
  const { texts } = bench;
  const work = async (memory: TranslationMemory): Promise<void> => {
    for (const batch of batchesOf(texts, 100)) {
      await memory.lookup(requestFor(batch, 100));
    }
  };
  await warm(async () => work(bench.memory));
  const costs = await repeated(bench, async () => work(bench.memory));
  const bare = await bareCosts(bench, work, ROUNDS);
  const row = {
    measure: 'equal texts alone, with targets, wall',
    unit: 'segments/s',
    samples: ROUNDS * texts.length,
  };
  return [
    goal(row, median(costs.map(({ wall }) => texts.length / wall)), { least: 150_000 }),
    {
      ...row,
      measure: '  ioredis alone with the same commands, wall',
      value: median(bare.map(({ wall }) => texts.length / wall)),
    },
  ];
}

async function lookUpAll(memory: TranslationMemory, queries: readonly string[], size: number): Promise<void> {
  for (const batch of batchesOf(queries, size)) {
    await memory.lookup(requestFor(batch));
  }
}

async function warm(work: () => Promise<void>): Promise<void> {
  for (let round = 0; round < WARM_ROUNDS; round += 1) {
    await work();
  }
}

async function repeated({ client }: Asking, work: () => Promise<void>): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    costs.push(await costOf(client, work));
  }
  return costs;
}

function batchesOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

/** A row with what it should reach. */
export function goal(
  row: Pick<Row, 'measure' | 'unit' | 'samples'>,
  value: number,
  { least, most }: { readonly least?: number; readonly most?: number },
): Row {
  return least === undefined
    ? { ...row, value, goal: `<= ${most ?? 0}`, ok: value <= (most ?? 0) }
    : { ...row, value, goal: `>= ${least}`, ok: value >= least };
}
