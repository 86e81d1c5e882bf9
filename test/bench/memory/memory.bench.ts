import { PIPELINE } from '../../../config/pipeline.ts';
import type { TranslationUnit } from '../../../shared/memory/translation-unit.ts';
import { closeRedis, field, openRedis, type RedisClient } from '../../../shared/stores/redis.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import { startRedis } from '../../support/redis.ts';
import { chooseMeasures } from '../choose-measures.ts';
import { type DataFolder, dataFolder } from '../data-folder.ts';
import { publish, type Row, reportOf } from '../report.ts';
import { costOf } from './ask.ts';
import { imports } from './imports.ts';
import { goal, lookups } from './lookups.ts';
import type { Bench, SpeedMeasure } from './measure.ts';
import { postgres } from './postgres.ts';
import { holdOut, makeQueries } from './queries.ts';
import { LOCALES_FILE, readRealUnits, TMX_FILE } from './real-units.ts';
import { local, recall } from './recall.ts';
import { fillUnits } from './synthetic-units.ts';
import { approvals } from './writes.ts';

const MEASURES: readonly SpeedMeasure[] = [lookups, recall, local, postgres, approvals, imports];
const DEFAULT_UNITS = 100_000;
const QUERIES = 1500;
const UNITS_PER_ADD = 5000;

/**
 * `npm run bench -- memory [--units N] [--data DIR] [--only NAME,NAME]`: how fast the memory is, and
 * whether it is exact meanwhile. Real units fill it as far as they go; synthetic ones do beyond
 * (`synthetic-units.ts`).
 */
export async function benchMemory(args: readonly string[]): Promise<void> {
  const data = dataFolder(args);
  const missing = [TMX_FILE, LOCALES_FILE].filter((file) => !data.has(file));
  if (missing.length > 0) {
    console.log(`memory: skipped, ${data.path} has no ${missing.join(', ')}`);
    return;
  }
  const chosen = chooseMeasures(MEASURES, args);
  const count = Number(optionOf(args, '--units') ?? DEFAULT_UNITS);
  const { units, queries, real } = await readInput(data, count);
  await using server = await startRedis();
  const client = await openRedis(server.url, { role: 'worker' });
  const options = { mirrorBytes: PIPELINE.memoryMirrorMb * 1024 * 1024 };
  const memory = createRedisMemory(client, options);
  const bench: Bench = { client, redisUrl: server.url, memory, options, units, queries };
  const rows: Row[] = [...(await fill(bench))];
  for (const measure of chosen) {
    console.log(`measuring ${measure.name} ...`);
    rows.push(...(await measure.run(bench)));
  }
  await closeRedis(client);
  const input = `${units.length} units, ${real} of them real (English to French, one target each); ${queries.length} queries, one of three real and kept out of the memory`;
  await publish(reportOf('memory', input, rows));
}

async function readInput(
  data: DataFolder,
  count: number,
): Promise<{ units: readonly TranslationUnit[]; queries: readonly string[]; real: number }> {
  const { kept, heldOut } = holdOut(await readRealUnits(data));
  const units = fillUnits(kept, count);
  return { units, queries: makeQueries(QUERIES, { units, heldOut }), real: Math.min(kept.length, count) };
}

/** Imports all units; the figures of the import and of the memory that they take. */
async function fill({ client, memory, units }: Bench): Promise<readonly Row[]> {
  const before = await usedMemory(client);
  const cost = await costOf(client, async () => {
    for (let at = 0; at < units.length; at += UNITS_PER_ADD) {
      await memory.add(units.slice(at, at + UNITS_PER_ADD), { bulk: true });
    }
    await memory.settle();
  });
  const samples = units.length;
  const characters = units.reduce(
    (sum, { source, target }) => sum + source.text.length + target.text.length,
    0,
  );
  return [
    goal({ measure: 'bulk import, wall', unit: 'units/s', samples }, samples / cost.wall, { least: 45_000 }),
    { measure: '  processor time, worker', value: (cost.own / samples) * 1e6, unit: 'us/unit', samples },
    { measure: '  processor time, Redis', value: (cost.redis / samples) * 1e6, unit: 'us/unit', samples },
    goal(
      {
        measure: `Redis memory per unit (${Math.round(characters / samples)} characters in both texts)`,
        unit: 'bytes',
        samples,
      },
      ((await usedMemory(client)) - before) / samples,
      { most: 800 },
    ),
  ];
}

async function usedMemory(client: RedisClient): Promise<number> {
  return Number(field(await client.info('memory'), 'used_memory') ?? 0);
}

function optionOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}
