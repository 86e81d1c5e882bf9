import {
  GAZETTEER_LISTS,
  GazetteerEntry,
  type GazetteerList,
  mergeEntries,
} from '../../../shared/document/gazetteer-entry.ts';
import { formsOf, type NameIndex, type NameLayer } from '../../../shared/gazetteer/name-index.ts';
import { buildNameTable, type NameForm } from '../../../shared/gazetteer/name-table.ts';

/** Where imported lists are kept; the store of `shared/stores/gazetteer-store.ts` is one. */
export interface ImportedLists {
  /** Moves with every change. */
  readonly version: () => Promise<number>;
  /** The entries of a list as JSON, page by page. */
  readonly pages: (list: GazetteerList) => AsyncIterable<readonly string[]>;
  /** What the lists say of an id, the lowest list first. */
  readonly find: (id: string) => Promise<readonly GazetteerEntry[]>;
}

/** The imported lists as this process holds them. */
export interface ImportedNames {
  /** Loads the lists anew where they changed; a list that is being filled is loaded now and then. */
  readonly refresh: () => Promise<void>;
  /** Layers for a source language, of the highest list first; made at first use. */
  readonly layersFor: (language: string) => readonly NameLayer[];
  /** What a list says of an id, joined with what ships; undefined where no list has it. */
  readonly overriding: (id: string) => GazetteerEntry | undefined;
}

export interface ImportedNamesOptions {
  readonly lists: ImportedLists;
  /** What ships, by id. */
  readonly shipped: ReadonlyMap<string, GazetteerEntry>;
  /** Milliseconds of any clock that goes forward. */
  readonly now: () => number;
}

/** While lists change all the time, at most this share of the time goes into loading them. */
const MAX_LOADING_SHARE = 0.2;

/** Keeps imported lists in memory: entries as packed text, names as one table per language and list. */
export function createImportedNames({ lists, shipped, now }: ImportedNamesOptions): ImportedNames {
  let held: Held = EMPTY;
  let loading: Promise<void> | undefined;

  async function load(version: number): Promise<void> {
    const started = now();
    const loaded: LoadedList[] = [];
    const overrides = new Map<string, GazetteerEntry>();
    for (const list of GAZETTEER_LISTS) {
      const entries = await readEntries(lists.pages(list), (entry) => {
        const known = overrides.get(entry.id) ?? shipped.get(entry.id);
        if (known !== undefined) {
          overrides.set(entry.id, mergeEntries(known, entry));
        }
      });
      loaded.unshift({ list, entries });
    }
    const ended = now();
    held = {
      version,
      lists: loaded.filter(({ entries }) => entries.size > 0),
      overrides,
      layers: new Map(),
      nextAt: ended + (ended - started) * (1 / MAX_LOADING_SHARE - 1),
    };
  }

  return {
    refresh: async () => {
      if (loading === undefined) {
        const version = await lists.version();
        if (version === held.version || now() < held.nextAt) {
          return;
        }
        loading ??= load(version).finally(() => {
          loading = undefined;
        });
      }
      await loading;
    },
    layersFor: (language) => {
      const layers =
        held.layers.get(language) ?? held.lists.map((list) => layerOf(list, language, held.overrides));
      held.layers.set(language, layers);
      return layers;
    },
    overriding: (id) => held.overrides.get(id),
  };
}

/** An index that looks into the imported lists first, and lets them say more of what ships. */
export function withImportedNames(index: NameIndex, imported: ImportedNames): NameIndex {
  const layers = imported.layersFor(index.language);
  if (layers.length === 0) {
    return index;
  }
  const own = index.layers.map((layer) => ({
    ...layer,
    entryAt: (at: number) => {
      const entry = layer.entryAt(at);
      return entry && (imported.overriding(entry.id) ?? entry);
    },
  }));
  return { ...index, layers: [...layers, ...own] };
}

interface LoadedList {
  readonly list: GazetteerList;
  readonly entries: PackedEntries;
}

interface Held {
  readonly version: number;
  readonly lists: readonly LoadedList[];
  readonly overrides: ReadonlyMap<string, GazetteerEntry>;
  readonly layers: Map<string, readonly NameLayer[]>;
  /** No reload before. */
  readonly nextAt: number;
}

const EMPTY: Held = { version: 0, lists: [], overrides: new Map(), layers: new Map(), nextAt: 0 };

/** Entries as JSON in one piece of memory: a million objects would cost ten times as much. */
interface PackedEntries {
  readonly size: number;
  readonly at: (entry: number) => GazetteerEntry;
}

async function readEntries(
  pages: AsyncIterable<readonly string[]>,
  met: (entry: GazetteerEntry) => void,
): Promise<PackedEntries> {
  const chunks: Buffer[] = [];
  const ends: number[] = [];
  let end = 0;
  for await (const page of pages) {
    for (const text of page) {
      met(GazetteerEntry.parse(JSON.parse(text)));
      const bytes = Buffer.from(text, 'utf8');
      chunks.push(bytes);
      end += bytes.length;
      ends.push(end);
    }
  }
  const whole = Buffer.concat(chunks);
  return {
    size: ends.length,
    at: (entry) => {
      const text = whole.toString('utf8', ends[entry - 1] ?? 0, ends[entry] ?? 0);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked when it was read
      return JSON.parse(text) as GazetteerEntry;
    },
  };
}

function layerOf(
  { list, entries }: LoadedList,
  language: string,
  overrides: ReadonlyMap<string, GazetteerEntry>,
): NameLayer {
  const forms: NameForm[] = [];
  for (let at = 0; at < entries.size; at += 1) {
    forms.push(...formsOf(entries.at(at), at, language));
  }
  return {
    list,
    table: buildNameTable(forms),
    entryAt: (at) => {
      const entry = entries.at(at);
      return overrides.get(entry.id) ?? entry;
    },
  };
}
