import { z } from 'zod';
import type { Locale } from '../document/locale.ts';
import { PipelineError } from '../errors/errors.ts';
import type { StoredUnit } from '../memory/stored-unit.ts';
import { memoryKeys } from './memory-keys.ts';
import { packCodedText, type UnitAddress, unpackSources, unpackUnits } from './memory-records.ts';
import { readSourceLocales } from './memory-state.ts';
import { addressOf, type RecordedUnit } from './memory-units.ts';
import type { RedisClient } from './redis.ts';
import { runScript } from './run-script.ts';

/** A unit beside the memory: its line, its packed source, and who set it aside when (ms). */
const AsideRecord = z.object({ record: z.string(), source: z.string(), by: z.string(), at: z.int() });

export interface AsideUnit {
  readonly stored: StoredUnit;
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Takes units out of the memory and keeps them beside it, all of them or none. Their source keeps its
 * line, so that they can come back.
 *
 * KEYS targets aside
 * ARGV locale (unit id, its line, what is kept of it)*
 * Returns 1, or 0 where one of the lines is no longer there.
 */
const SET_ASIDE = `
local gone, found = {}, 0
for at = 2, #ARGV, 3 do gone[ARGV[at + 1]] = true end
local kept = {}
for line in string.gmatch(redis.call('HGET', KEYS[1], ARGV[1]) or '', '([^\\n]+)\\n') do
  if gone[line] then found = found + 1 else kept[#kept + 1] = line end
end
if found < (#ARGV - 1) / 3 then return 0 end
for at = 2, #ARGV, 3 do redis.call('HSET', KEYS[2], ARGV[at], ARGV[at + 2]) end
if #kept == 0 then
  redis.call('HDEL', KEYS[1], ARGV[1])
else
  redis.call('HSET', KEYS[1], ARGV[1], table.concat(kept, '\\n') .. '\\n')
end
return 1
`;

/**
 * Puts a unit back where it was.
 *
 * KEYS source targets aside
 * ARGV locale, unit id, line number, packed source, the line's beginning up to its place, the line
 * Returns 'served', 'removed' where its source is no longer there, 'taken' where another unit has its place.
 */
const SERVE_AGAIN = `
local number, source = 0, nil
for text in string.gmatch(redis.call('GET', KEYS[1]) or '', '([^\\n]*)\\n') do
  if number == tonumber(ARGV[3]) then source = text end
  number = number + 1
end
if source ~= ARGV[4] then return 'removed' end
local lines = redis.call('HGET', KEYS[2], ARGV[1]) or ''
for line in string.gmatch(lines, '([^\\n]+)\\n') do
  if string.sub(line, 1, #ARGV[5]) == ARGV[5] then return 'taken' end
end
redis.call('HSET', KEYS[2], ARGV[1], lines .. ARGV[6] .. '\\n')
redis.call('HDEL', KEYS[3], ARGV[2])
return 'served'
`;

/**
 * Sets units of one source id and locale aside: no lookup, search or export has them from the next one
 * on. Answers false, and changes nothing, where one of them has changed since it was read.
 */
export async function setAside(
  client: RedisClient,
  { sourceLocale, id, locale }: UnitAddress,
  { units, by, at }: { readonly units: readonly RecordedUnit[]; readonly by: string; readonly at: number },
): Promise<boolean> {
  const args = units.flatMap(({ stored: { unitId, unit }, record }) => [
    unitId,
    record,
    JSON.stringify({ record, source: packCodedText(unit.source), by, at }),
  ]);
  const scriptKeys = [memoryKeys.targets(sourceLocale, id), memoryKeys.aside(sourceLocale)];
  return (await runScript(client, SET_ASIDE, scriptKeys, [locale, ...args])) === 1;
}

/**
 * Puts a unit that was set aside back into the memory, as it was.
 *
 * @throws {PipelineError} `NOT_FOUND`; `FINDING_OUTDATED` where another unit has its place by now, or its
 *   source was removed.
 */
export async function serveAgain(client: RedisClient, unitId: string): Promise<void> {
  const address = addressOf(unitId);
  const packed = address && (await client.hget(memoryKeys.aside(address.sourceLocale), unitId));
  if (address === undefined || typeof packed !== 'string') {
    throw new PipelineError('NOT_FOUND', `No unit "${unitId}" is set aside`);
  }
  const { sourceLocale, id, locale } = address;
  const { record, source } = AsideRecord.parse(JSON.parse(packed));
  const [number = '', place = ''] = record.split('\t');
  const outcome = await runScript(
    client,
    SERVE_AGAIN,
    [
      memoryKeys.source(sourceLocale, id),
      memoryKeys.targets(sourceLocale, id),
      memoryKeys.aside(sourceLocale),
    ],
    [locale, unitId, number, source, `${number}\t${place}\t`, record],
  );
  if (outcome !== 'served') {
    const why =
      outcome === 'taken' ? 'another translation has its place by now' : 'its source was removed meanwhile';
    throw new PipelineError(
      'FINDING_OUTDATED',
      `Unit "${unitId}" cannot come back: ${why}; it stays set aside`,
    );
  }
}

/** The units of these that are set aside, by id. */
export async function readAside(
  client: RedisClient,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, AsideUnit>> {
  const found = await Promise.all(
    unitIds.map(async (unitId) => {
      const address = addressOf(unitId);
      const packed = address && (await client.hget(memoryKeys.aside(address.sourceLocale), unitId));
      return typeof packed === 'string' ? asideUnit(unitId, packed) : undefined;
    }),
  );
  return new Map(found.flatMap((unit) => (unit === undefined ? [] : [[unit.stored.unitId, unit] as const])));
}

/** Every unit that is set aside, source locale by source locale, in no other order. */
export async function* listAside(client: RedisClient): AsyncIterable<AsideUnit> {
  for (const sourceLocale of await readSourceLocales(client)) {
    yield* asideOf(client, sourceLocale);
  }
}

async function* asideOf(client: RedisClient, sourceLocale: Locale): AsyncIterable<AsideUnit> {
  let cursor = '0';
  do {
    const [next, fields] = await client.hscan(memoryKeys.aside(sourceLocale), cursor, 'COUNT', 200);
    for (let at = 0; at < fields.length; at += 2) {
      const unit = asideUnit(fields[at] ?? '', fields[at + 1] ?? '');
      if (unit !== undefined) {
        yield unit;
      }
    }
    cursor = next;
  } while (cursor !== '0');
}

function asideUnit(unitId: string, packed: string): AsideUnit | undefined {
  const address = addressOf(unitId);
  const { record, source, by, at } = AsideRecord.parse(JSON.parse(packed));
  const texts = [...Array.from({ length: Number(record.split('\t', 1)[0]) }, () => undefined), source];
  const lines = texts.map((text) => `${text ?? ''}\n`).join('');
  const [stored] = address === undefined ? [] : unpackUnits(`${record}\n`, unpackSources(lines), address);
  return stored === undefined ? undefined : { stored, by, at };
}
