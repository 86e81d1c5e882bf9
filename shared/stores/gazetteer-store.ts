import {
  GAZETTEER_LISTS,
  GazetteerEntry,
  type GazetteerList,
  mergeEntries,
} from '../document/gazetteer-entry.ts';
import { keys } from './keys.ts';
import { packJson, unpackJson, unpackText } from './packed-json.ts';
import type { RedisClient } from './redis.ts';

/** What became of entries that were added. */
export interface AddedEntries {
  readonly created: number;
  /** Joined with what was known of the same id. */
  readonly merged: number;
  /** Nothing new. */
  readonly kept: number;
}

/** The lists of names that customers imported. */
export interface GazetteerStore {
  /** Moves with every change of any list. */
  readonly version: () => Promise<number>;
  readonly sizes: () => Promise<Readonly<Record<GazetteerList, number>>>;
  /** Adds entries to a list, joined with those of the same id; of equal ids in `entries` the later one counts more. */
  readonly add: (list: GazetteerList, entries: readonly GazetteerEntry[]) => Promise<AddedEntries>;
  /** What the lists say of an id, the lowest list first. */
  readonly find: (id: string) => Promise<readonly GazetteerEntry[]>;
  /** What one list says of an id. */
  readonly read: (list: GazetteerList, id: string) => Promise<GazetteerEntry | undefined>;
  /** The highest list that has each of `ids`; those that none has are left out. */
  readonly listsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, GazetteerList>>;
  /** Puts an entry in place of what the list has under its id. */
  readonly replace: (list: GazetteerList, entry: GazetteerEntry) => Promise<void>;
  /** The entries of a list as JSON, some hundred at a time, in no order. */
  readonly pages: (list: GazetteerList) => AsyncGenerator<readonly string[]>;
  /** Removes an entry, or without an id the whole list, and answers how many are gone. */
  readonly remove: (list: GazetteerList, id?: string) => Promise<number>;
}

const PAGE = 500;

/**
 * The imported lists in Redis.
 *
 * Every call throws `PipelineError` `REDIS_UNAVAILABLE` where the server is away.
 */
export function createGazetteerStore(client: RedisClient): GazetteerStore {
  return {
    version: async () => Number((await client.get(keys.gazetteerVersion())) ?? 0),
    sizes: async () => {
      const [gazetteer = 0, glossary = 0, kept = 0] = await Promise.all(
        GAZETTEER_LISTS.map(async (list) => client.hlen(keys.gazetteer(list))),
      );
      return { gazetteer, glossary, 'do-not-translate': kept };
    },
    add: async (list, entries) => add(client, list, entries),
    find: async (id) => {
      const found = await Promise.all(GAZETTEER_LISTS.map(async (list) => read(client, list, id)));
      return found.filter((entry) => entry !== undefined);
    },
    read: async (list, id) => read(client, list, id),
    listsOf: async (ids) => listsOf(client, ids),
    replace: async (list, entry) => {
      await client.hset(keys.gazetteer(list), entry.id, packJson(entry));
      await client.incr(keys.gazetteerVersion());
    },
    pages: (list) => pages(client, list),
    remove: async (list, id) => {
      const key = keys.gazetteer(list);
      const gone = id === undefined ? await client.hlen(key) : await client.hdel(key, id);
      if (gone > 0) {
        await Promise.all([
          id === undefined ? client.unlink(key) : undefined,
          client.incr(keys.gazetteerVersion()),
        ]);
      }
      return gone;
    },
  };
}

async function listsOf(
  client: RedisClient,
  ids: readonly string[],
): Promise<ReadonlyMap<string, GazetteerList>> {
  const found = new Map<string, GazetteerList>();
  for (const list of ids.length === 0 ? [] : GAZETTEER_LISTS) {
    const stored = await client.hmgetBuffer(keys.gazetteer(list), ...ids);
    ids.forEach((id, at) => {
      if (stored[at] !== null && stored[at] !== undefined) {
        found.set(id, list);
      }
    });
  }
  return found;
}

async function read(
  client: RedisClient,
  list: GazetteerList,
  id: string,
): Promise<GazetteerEntry | undefined> {
  const packed = await client.hgetBuffer(keys.gazetteer(list), id);
  return packed === null ? undefined : unpackJson(packed, GazetteerEntry);
}

async function add(
  client: RedisClient,
  list: GazetteerList,
  entries: readonly GazetteerEntry[],
): Promise<AddedEntries> {
  if (entries.length === 0) {
    return { created: 0, merged: 0, kept: 0 };
  }
  const key = keys.gazetteer(list);
  const ids = [...new Set(entries.map(({ id }) => id))];
  const stored = await client.hmgetBuffer(key, ...ids);
  const before = new Map<string, GazetteerEntry>();
  for (const [at, id] of ids.entries()) {
    const packed = stored[at];
    if (packed !== null && packed !== undefined) {
      before.set(id, unpackJson(packed, GazetteerEntry));
    }
  }
  const now = new Map(before);
  for (const entry of entries) {
    const known = now.get(entry.id);
    now.set(entry.id, known === undefined ? entry : mergeEntries(known, entry));
  }
  const changed = ids.filter((id) => JSON.stringify(now.get(id)) !== JSON.stringify(before.get(id)));
  if (changed.length > 0) {
    const fields = new Map(changed.map((id) => [id, packJson(now.get(id))]));
    await client.hset(key, fields);
    await client.incr(keys.gazetteerVersion()); // last: who sees it finds the entries
  }
  const created = ids.length - before.size;
  return { created, merged: changed.length - created, kept: ids.length - changed.length };
}

async function* pages(client: RedisClient, list: GazetteerList): AsyncGenerator<readonly string[]> {
  const key = keys.gazetteer(list);
  let cursor = '0';
  const seen = new Set<string>();
  do {
    const [next, found] = await client.hscanBuffer(key, cursor, 'COUNT', PAGE);
    cursor = next.toString();
    const page: string[] = [];
    for (let at = 0; at + 1 < found.length; at += 2) {
      const id = found[at]?.toString() ?? '';
      const packed = found[at + 1];
      if (packed !== undefined && !seen.has(id)) {
        seen.add(id); // a hash that grows meanwhile shows some fields twice
        page.push(unpackText(packed));
      }
    }
    yield page;
  } while (cursor !== '0');
}
