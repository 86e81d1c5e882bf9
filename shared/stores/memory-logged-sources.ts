import type { Locale } from '../document/locale.ts';
import { type LogRange, readLoggedIds } from './memory-log.ts';
import type { ReadSources, StoredSource } from './memory-sources.ts';
import type { RedisClient } from './redis.ts';

/** Reads the sources of a range of the log, some hundred at a time; the next ones while those are worked on. */
export async function* readLoggedSources(
  { client, readSources }: { readonly client: RedisClient; readonly readSources: ReadSources },
  sourceLocale: Locale,
  range: LogRange,
): AsyncIterable<readonly StoredSource[]> {
  const logged = readLoggedIds(client, sourceLocale, range)[Symbol.asyncIterator]();
  const readNext = async (): Promise<readonly StoredSource[] | undefined> => {
    const next = await logged.next();
    return next.done === true ? undefined : [...(await readSources(sourceLocale, next.value)).values()];
  };
  for (let reading = readNext(); ; ) {
    const sources = await reading;
    if (sources === undefined) {
      return;
    }
    reading = readNext();
    reading.catch(() => undefined); // is awaited once these are worked on
    yield sources;
  }
}
