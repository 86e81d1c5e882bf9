import type { Locale } from '../document/locale.ts';
import { elementsOf } from '../memory/elements.ts';
import { packFrequencies } from '../memory/frequency-table.ts';
import { memoryKeys } from './memory-keys.ts';
import { LOGGED_ID_BYTES, readLoggedIds } from './memory-log.ts';
import type { ReadSources, StoredSource } from './memory-sources.ts';
import type { RedisClient } from './redis.ts';

/** Sources that are counted: more make searches hardly faster. */
const SAMPLE = 20_000;
const READ_AT_ONCE = 500;

/** Counts the elements of a sample taken evenly from all sources, packed as a table. */
export async function sampleFrequencies(
  { client, readSources }: { readonly client: RedisClient; readonly readSources: ReadSources },
  sourceLocale: Locale,
  sources: number,
): Promise<Uint8Array> {
  const length = await client.strlen(memoryKeys.log(sourceLocale));
  const logged = Math.floor(length / LOGGED_ID_BYTES);
  const reads = Math.ceil(Math.min(logged, SAMPLE) / READ_AT_ONCE);
  const counts = new Map<number, number>();
  let sampled = 0;
  for (let read = 0; read < reads; read += 1) {
    const from = Math.floor((read * logged) / reads);
    const end = Math.min(from + READ_AT_ONCE, Math.floor(((read + 1) * logged) / reads));
    const range = { from: from * LOGGED_ID_BYTES, end: end * LOGGED_ID_BYTES };
    for await (const ids of readLoggedIds(client, sourceLocale, range)) {
      const found = await readSources(sourceLocale, ids);
      sampled += countElements(counts, [...found.values()]);
    }
  }
  return packFrequencies(counts, { sampled, sources });
}

/** Answers how many texts were counted. */
function countElements(counts: Map<number, number>, sources: readonly StoredSource[]): number {
  const texts = sources.flatMap(({ comparables }) => comparables().filter((each) => each !== undefined));
  for (const text of texts) {
    for (const element of elementsOf(text)) {
      counts.set(element, (counts.get(element) ?? 0) + 1);
    }
  }
  return texts.length;
}
