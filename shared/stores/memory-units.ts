import { isLocale } from '../document/locale.ts';
import type { StoredUnit } from '../memory/stored-unit.ts';
import { memoryKeys } from './memory-keys.ts';
import { readServed } from './memory-quarantine.ts';
import { type UnitAddress, unpackSources, unpackUnits } from './memory-records.ts';
import type { RedisClient } from './redis.ts';

/** A unit with the line that holds it, as it is stored. */
export interface RecordedUnit {
  readonly stored: StoredUnit;
  readonly record: string;
}

/** Where a unit is filed, as its id says; undefined for what is no id of a unit. */
export function addressOf(unitId: string): UnitAddress | undefined {
  const [sourceLocale, id, , locale] = unitId.split('.');
  return isLocale(sourceLocale) && isLocale(locale) && /^[0-9a-f]{16}$/u.test(id ?? '')
    ? { sourceLocale, locale, id: id ?? '' }
    : undefined;
}

/** Reads the units of one source id in one locale that are served, in the order of a scan. */
export async function readRecordedUnits(
  client: RedisClient,
  address: UnitAddress,
): Promise<readonly RecordedUnit[]> {
  const [sources, lines] = await Promise.all([
    client.get(memoryKeys.source(address.sourceLocale, address.id)),
    client.hget(memoryKeys.targets(address.sourceLocale, address.id), address.locale),
  ]);
  const texts = unpackSources(sources ?? '');
  const units = (lines ?? '')
    .split('\n')
    .slice(0, -1)
    .flatMap((record) =>
      unpackUnits(`${record}\n`, texts, address).map((stored) => ({ stored, line: stored.line, record })),
    )
    .toSorted((a, b) => a.line - b.line);
  const isServed = await readServed(
    client,
    units.map(({ stored }) => stored),
  );
  return units.filter(({ stored }) => isServed(stored));
}
