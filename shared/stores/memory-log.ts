import type { Locale } from '../document/locale.ts';
import { memoryKeys } from './memory-keys.ts';
import type { RedisClient } from './redis.ts';

/** Bytes of an id in the log. */
export const LOGGED_ID_BYTES = 8;

/** Ids that are read at once. */
const IDS_PER_READ = 512;

/** Bytes of the log that are read: from `from` (default 0) to `end` (default its end). */
export interface LogRange {
  readonly from?: number | undefined;
  readonly end?: number | undefined;
}

/**
 * Reads the ids of all sources in the order in which they were added, some hundred at a time, each
 * id once among those. An id under which several texts were added comes as often.
 */
export async function* readLoggedIds(
  client: RedisClient,
  sourceLocale: Locale,
  { from = 0, end = Number.MAX_SAFE_INTEGER }: LogRange = {},
): AsyncIterable<readonly string[]> {
  const step = IDS_PER_READ * LOGGED_ID_BYTES;
  for (let at = from; at < end; at += step) {
    const bytes = await client.getrangeBuffer(memoryKeys.log(sourceLocale), at, Math.min(end, at + step) - 1);
    const ids = new Set<string>();
    for (let id = 0; id + LOGGED_ID_BYTES <= bytes.length; id += LOGGED_ID_BYTES) {
      ids.add(bytes.toString('hex', id, id + LOGGED_ID_BYTES));
    }
    if (ids.size > 0) {
      yield [...ids];
    }
    if (bytes.length < step) {
      return;
    }
  }
}
