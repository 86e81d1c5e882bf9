import type { Locale } from '../document/locale.ts';
import { memoryKeys } from './memory-keys.ts';
import type { LookupStore } from './memory-lookup.ts';
import { readServed } from './memory-quarantine.ts';
import type { MemoryReads } from './memory-reads.ts';
import { unpackUnits } from './memory-records.ts';
import { READ_ENTRIES } from './memory-scripts.ts';
import type { StoredEntry, UnitsOfSource } from './memory-search.ts';
import { createSourceCache } from './memory-sources.ts';
import type { RedisClient } from './redis.ts';

/** Ids that one call reads: about half a millisecond of the server's time. */
const IDS_PER_CALL = 256;

/** What divides the entries of a reply, and the parts of one: no text that is stored has them as they are. */
const ENTRY_END = '\u001D';
const PART_END = '\u001E';

/**
 * Reads sources with what is stored of their targets in all wanted locales. Ids and answers travel as
 * one text each: with several words to a key, most of the time would go into those.
 */
export function createEntryReader(reads: MemoryReads): LookupStore['readEntries'] {
  const prepare = createSourceCache();
  return async ({ sourceLocale, locales }, ids) => {
    const scriptKeys = [memoryKeys.state(sourceLocale)];
    const prefix = memoryKeys.prefix(sourceLocale);
    const calls: Promise<unknown>[] = [];
    for (let at = 0; at < ids.length; at += IDS_PER_CALL) {
      const some = ids.slice(at, at + IDS_PER_CALL).join('');
      calls.push(reads.run(sourceLocale, READ_ENTRIES, scriptKeys, [prefix, some, ...locales]));
    }
    const stored = (await Promise.all(calls)).flatMap((reply) => String(reply).split(ENTRY_END));
    const entries = new Map<string, StoredEntry>();
    for (const [at, id] of ids.entries()) {
      const [lines = '', ...targets] = (stored[at] ?? '').split(PART_END);
      if (lines !== '') {
        const source = { id, ...prepare(lines) };
        const units = (): UnitsOfSource => unitsOf(source.texts, targets, { sourceLocale, locales, id });
        entries.set(id, { source, units });
      }
    }
    return entries;
  };
}

interface EntryAddress {
  readonly sourceLocale: Locale;
  readonly locales: readonly Locale[];
  readonly id: string;
}

function unitsOf(
  texts: StoredEntry['source']['texts'],
  targets: readonly string[],
  { sourceLocale, locales, id }: EntryAddress,
): UnitsOfSource {
  const units: [Locale, ReturnType<typeof unpackUnits>][] = [];
  for (const [field, locale] of locales.entries()) {
    const packed = targets[field] ?? '';
    if (packed !== '') {
      units.push([locale, unpackUnits(packed, texts, { sourceLocale, locale, id })]);
    }
  }
  return new Map(units);
}

/** Unpacks the units of entries; those in quarantine are left out. */
export function createUnitReader(client: RedisClient): LookupStore['unitsOf'] {
  return async (entries) => {
    const found = Array.from(entries, (entry) => entry.units());
    const ofArticles = found.flatMap((units) =>
      Array.from(units.values()).flatMap((ofLocale) =>
        ofLocale.filter(({ onlyFrom }) => onlyFrom !== undefined),
      ),
    );
    if (ofArticles.length === 0) {
      return found;
    }
    const isServed = await readServed(client, ofArticles);
    return found.map(
      (units) => new Map(Array.from(units, ([locale, ofLocale]) => [locale, ofLocale.filter(isServed)])),
    );
  };
}
