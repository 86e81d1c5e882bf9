import { GAZETTEER_LISTS, GazetteerEntry, mergeEntries } from '../document/gazetteer-entry.ts';
import { createGazetteerStore, type GazetteerStore } from './gazetteer-store.ts';
import type { RedisClient } from './redis.ts';

/** What a search found. */
export interface FoundEntries {
  /** Best first. */
  readonly entries: readonly GazetteerEntry[];
  /** False where the imported lists are longer than one search looks at. */
  readonly isComplete: boolean;
}

/** Looks up what ships and what was imported, for people who choose what a name means. */
export interface EntryDirectory {
  /** What is known of an id, what ships joined with what the lists say. */
  readonly find: (id: string) => Promise<GazetteerEntry | undefined>;
  /** Entries that have `text` in a name, in any case and without accents, or as their id. */
  readonly search: (text: string, limit: number) => Promise<FoundEntries>;
}

/** Imported entries that one search looks at. */
const MOST_LOOKED_AT = 100_000;

/** Makes a directory; what ships is read at its first use. */
export function createEntryDirectory(
  client: RedisClient,
  readShipped: () => Promise<ReadonlyMap<string, GazetteerEntry>>,
): EntryDirectory {
  const store = createGazetteerStore(client);
  let reading: Promise<ReadonlyMap<string, GazetteerEntry>> | undefined;
  const shipped = async (): Promise<ReadonlyMap<string, GazetteerEntry>> => (reading ??= readShipped());
  return {
    find: async (id) => {
      const own = (await shipped()).get(id);
      const [first, ...others] = [...(own === undefined ? [] : [own]), ...(await store.find(id))];
      return first && others.reduce(mergeEntries, first);
    },
    search: async (text, limit) => {
      const wanted = fold(text.trim());
      if (wanted === '') {
        return { entries: [], isComplete: true };
      }
      const imported = await searchLists(store, wanted);
      const found = new Map<string, GazetteerEntry>();
      for (const entry of [...(await shipped()).values(), ...imported.entries]) {
        if (rankOf(entry, wanted) > 0) {
          const known = found.get(entry.id);
          found.set(entry.id, known === undefined ? entry : mergeEntries(known, entry));
        }
      }
      const entries = [...found.values()].toSorted((a, b) => rankOf(b, wanted) - rankOf(a, wanted));
      return { entries: entries.slice(0, limit), isComplete: imported.isComplete };
    },
  };
}

async function searchLists(store: GazetteerStore, wanted: string): Promise<FoundEntries> {
  const entries: GazetteerEntry[] = [];
  let lookedAt = 0;
  for (const list of GAZETTEER_LISTS) {
    for await (const page of store.pages(list)) {
      const alike = page.filter((line) => fold(line).includes(wanted));
      entries.push(...alike.map((line) => GazetteerEntry.parse(JSON.parse(line))));
      lookedAt += page.length;
      if (lookedAt >= MOST_LOOKED_AT) {
        return { entries, isComplete: false };
      }
    }
  }
  return { entries, isComplete: true };
}

/** 0: it has no such name; then part of a name, its beginning, a name as a whole, the id. */
function rankOf({ id, names, short = [] }: GazetteerEntry, wanted: string): number {
  if (fold(id) === wanted) {
    return 4;
  }
  const forms = [...Object.values(names).flat(), ...short].map(fold);
  return Math.max(
    0,
    ...forms.map((form) =>
      form === wanted ? 3 : form.startsWith(wanted) ? 2 : form.includes(wanted) ? 1 : 0,
    ),
  );
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}+/gu, '')
    .toLowerCase();
}
