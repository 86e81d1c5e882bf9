import { memoryKeys } from './memory-keys.ts';
import type { LookupStore } from './memory-lookup.ts';
import { readServed } from './memory-quarantine.ts';
import type { MemoryReads } from './memory-reads.ts';
import { unpackUnits } from './memory-records.ts';
import { READ_TARGETS } from './memory-scripts.ts';
import type { UnitsOfSource } from './memory-search.ts';
import type { RedisClient } from './redis.ts';

/** Sources whose targets one call reads: about half a millisecond of the server's time. */
const SOURCES_PER_READ = 128;

/** Reads the units of sources from `client`, in all wanted locales at once; those in quarantine are left out. */
export function createTargetReader(client: RedisClient, reads: MemoryReads): LookupStore['readUnits'] {
  return async ({ sourceLocale, locales }, sources) => {
    const found = new Map<string, UnitsOfSource>();
    for (let at = 0; at < sources.length; at += SOURCES_PER_READ) {
      const some = sources.slice(at, at + SOURCES_PER_READ);
      const targetKeys = some.map(({ id }) => memoryKeys.targets(sourceLocale, id));
      const reply: unknown = await reads.run(sourceLocale, READ_TARGETS, targetKeys, locales);
      for (const [index, { id, texts }] of some.entries()) {
        const lines: unknown = Array.isArray(reply) ? reply[index] : undefined;
        found.set(
          id,
          new Map(
            locales.flatMap((locale, field) => {
              const packed: unknown = Array.isArray(lines) ? lines[field] : undefined;
              return typeof packed === 'string'
                ? [[locale, unpackUnits(packed, texts, { sourceLocale, locale, id })] as const]
                : [];
            }),
          ),
        );
      }
    }
    return withoutQuarantine(client, found);
  };
}

async function withoutQuarantine(
  client: RedisClient,
  found: ReadonlyMap<string, UnitsOfSource>,
): Promise<ReadonlyMap<string, UnitsOfSource>> {
  const ofArticles = Array.from(found.values()).flatMap((units) =>
    Array.from(units.values()).flatMap((ofLocale) =>
      ofLocale.filter(({ onlyFrom }) => onlyFrom !== undefined),
    ),
  );
  if (ofArticles.length === 0) {
    return found;
  }
  const isServed = await readServed(client, ofArticles);
  return new Map(
    Array.from(found, ([id, units]) => [
      id,
      new Map(Array.from(units, ([locale, ofLocale]) => [locale, ofLocale.filter(isServed)])),
    ]),
  );
}
