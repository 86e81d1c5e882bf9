import type { CodedText } from '../document/inline-code.ts';
import { isLocale, type Locale } from '../document/locale.ts';
import type { StoredUnit } from '../memory/stored-unit.ts';
import { memoryKeys } from './memory-keys.ts';
import { LOGGED_ID_BYTES } from './memory-log.ts';
import { readServed } from './memory-quarantine.ts';
import { unpackSources, unpackUnits } from './memory-records.ts';
import type { RedisClient } from './redis.ts';

/** Source texts of one id, as they are stored. */
export interface ScannedSource {
  readonly id: string;
  /** By line number; removed ones are undefined. */
  readonly texts: readonly (CodedText | undefined)[];
  /** Where in the log a scan goes on after it, in bytes. */
  readonly end: number;
}

/** A piece of a scan. */
export interface ScannedPage {
  readonly sources: readonly ScannedSource[];
  /** Where in the log the next page begins, in bytes. */
  readonly end: number;
  /** Bytes of the whole log. */
  readonly length: number;
}

/** Ids that are read at once. */
const IDS_PER_PAGE = 512;

/**
 * Reads the source texts of a locale in the order in which they were added, page by page, from a place
 * in the log on. Each id once per scan; one that was logged before `from` too may come again.
 */
export async function* scanSources(
  client: RedisClient,
  sourceLocale: Locale,
  from = 0,
): AsyncIterable<ScannedPage> {
  const shared = new Set<string>();
  const log = memoryKeys.log(sourceLocale);
  const step = IDS_PER_PAGE * LOGGED_ID_BYTES;
  for (let at = from; ; at += step) {
    const [bytes, length] = await Promise.all([
      client.getrangeBuffer(log, at, at + step - 1),
      client.strlen(log),
    ]);
    if (bytes.length < LOGGED_ID_BYTES) {
      return;
    }
    const ends = new Map<string, number>();
    for (let id = 0; id + LOGGED_ID_BYTES <= bytes.length; id += LOGGED_ID_BYTES) {
      const name = bytes.toString('hex', id, id + LOGGED_ID_BYTES);
      ends.set(name, ends.get(name) ?? at + id + LOGGED_ID_BYTES);
    }
    const ids = [...ends.keys()].filter((id) => !shared.has(id));
    const lines =
      ids.length === 0 ? [] : await client.mget(ids.map((id) => memoryKeys.source(sourceLocale, id)));
    const sources = ids.flatMap((id, index) => {
      const texts = unpackSources(lines[index] ?? '');
      return texts.length === 0 ? [] : [{ id, texts, end: ends.get(id) ?? at }];
    });
    for (const { id, texts } of sources) {
      if (texts.length > 1) {
        shared.add(id); // logged several times
      }
    }
    yield { sources, end: at + bytes.length, length };
  }
}

/** Reads the units of sources that are served, source by source: by line, then by locale. */
export async function readUnitsOf(
  client: RedisClient,
  sourceLocale: Locale,
  sources: readonly ScannedSource[],
): Promise<readonly (readonly StoredUnit[])[]> {
  const stored = await Promise.all(
    sources.map(async ({ id }) => client.hgetall(memoryKeys.targets(sourceLocale, id))),
  );
  const units = sources.map(({ id, texts }, at) =>
    Object.entries(stored[at] ?? {})
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([locale, lines]) =>
        isLocale(locale) ? unpackUnits(lines, texts, { sourceLocale, locale, id }) : [],
      )
      .toSorted((a, b) => a.line - b.line),
  );
  const isServed = await readServed(client, units.flat());
  return units.map((ofSource) => ofSource.filter(isServed));
}
