import type { Locale } from '../document/locale.ts';
import type { TranslationUnit } from '../memory/translation-unit.ts';
import { readUnitsOf, scanSources } from './memory-scan.ts';
import type { RedisClient } from './redis.ts';

/**
 * Reads every unit of a source locale, in the order in which the sources were added, then by line
 * and locale. Units that are added meanwhile may or may not be among them; those in quarantine are
 * not. Constant memory, but for the ids that hold several texts.
 */
export async function* readUnits(
  client: RedisClient,
  { sourceLocale, locale }: { readonly sourceLocale: Locale; readonly locale?: Locale | undefined },
): AsyncIterable<TranslationUnit> {
  for await (const { sources } of scanSources(client, sourceLocale)) {
    for (const units of await readUnitsOf(client, sourceLocale, sources)) {
      yield* units.flatMap(({ unit }) => (locale === undefined || unit.locale === locale ? [unit] : []));
    }
  }
}
