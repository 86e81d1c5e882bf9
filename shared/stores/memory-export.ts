import type { Locale } from '../document/locale.ts';
import { isLocale } from '../document/locale.ts';
import { ENTRY_BYTES } from '../memory/signature.ts';
import { formatSourceId } from '../memory/token-hash.ts';
import type { TranslationUnit } from '../memory/translation-unit.ts';
import { LOG_HEADER_BYTES, memoryKeys } from './memory-keys.ts';
import { unpackUnits } from './memory-records.ts';
import type { ReadSources, StoredSource } from './memory-sources.ts';
import type { RedisClient } from './redis.ts';

/** Sources that are read at once. */
const SOURCES_PER_READ = 500;

/**
 * Reads every unit of a source locale, in the order in which the sources were added, then by line
 * and locale. Units that are added meanwhile may or may not be among them. Constant memory, but for
 * the ids that hold several texts.
 */
export async function* readUnits(
  client: RedisClient,
  readSources: ReadSources,
  { sourceLocale, locale }: { readonly sourceLocale: Locale; readonly locale?: Locale | undefined },
): AsyncIterable<TranslationUnit> {
  const shared = new Set<string>();
  const step = SOURCES_PER_READ * ENTRY_BYTES;
  for (let at = LOG_HEADER_BYTES; ; at += step) {
    const entries = await client.getrangeBuffer(memoryKeys.log(sourceLocale), at, at + step - 1);
    const sources = await readSources(sourceLocale, [...new Set(idsOf(entries))]);
    const fresh = Array.from(sources.values()).filter(({ id }) => !shared.has(id));
    for (const source of fresh) {
      if (source.texts.length > 1) {
        shared.add(source.id); // named by several entries
      }
      yield* await unitsOf(client, source, { sourceLocale, locale });
    }
    if (entries.length < step) {
      return;
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
  return units.toSorted((a, b) => a.line - b.line).map(({ unit }) => unit);
}

function idsOf(entries: Buffer): readonly string[] {
  const ids: string[] = [];
  for (let at = 0; at + ENTRY_BYTES <= entries.length; at += ENTRY_BYTES) {
    ids.push(formatSourceId({ high: entries.readUInt32BE(at), low: entries.readUInt32BE(at + 4) }));
  }
  return ids;
}
