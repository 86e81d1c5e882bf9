import type { Locale } from '../document/locale.ts';
import { isLocale } from '../document/locale.ts';
import type { TranslationUnit } from '../memory/translation-unit.ts';
import { memoryKeys } from './memory-keys.ts';
import { readLoggedIds } from './memory-log.ts';
import { readServed } from './memory-quarantine.ts';
import { unpackUnits } from './memory-records.ts';
import type { ReadSources, StoredSource } from './memory-sources.ts';
import type { RedisClient } from './redis.ts';

/**
 * Reads every unit of a source locale, in the order in which the sources were added, then by line
 * and locale. Units that are added meanwhile may or may not be among them; those in quarantine are
 * not. Constant memory, but for the ids that hold several texts.
 */
export async function* readUnits(
  client: RedisClient,
  readSources: ReadSources,
  { sourceLocale, locale }: { readonly sourceLocale: Locale; readonly locale?: Locale | undefined },
): AsyncIterable<TranslationUnit> {
  const shared = new Set<string>();
  for await (const ids of readLoggedIds(client, sourceLocale)) {
    const sources = await readSources(sourceLocale, ids);
    const fresh = Array.from(sources.values()).filter(({ id }) => !shared.has(id));
    for (const source of fresh) {
      if (source.texts.length > 1) {
        shared.add(source.id); // logged several times
      }
      yield* await unitsOf(client, source, { sourceLocale, locale });
    }
  }
}

async function unitsOf(
  client: RedisClient,
  source: StoredSource,
  { sourceLocale, locale }: { readonly sourceLocale: Locale; readonly locale: Locale | undefined },
): Promise<readonly TranslationUnit[]> {
  const stored = await client.hgetall(memoryKeys.targets(sourceLocale, source.id));
  const units = Object.entries(stored)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([tag, lines]) =>
      isLocale(tag) && (locale === undefined || tag === locale)
        ? unpackUnits(lines, source.texts, { sourceLocale, locale: tag, id: source.id })
        : [],
    );
  const isServed = await readServed(client, units);
  return units
    .filter(isServed)
    .toSorted((a, b) => a.line - b.line)
    .map(({ unit }) => unit);
}
