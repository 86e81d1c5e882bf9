import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { isLocale, type Locale, languageOf } from '../document/locale.ts';
import type { FilingOptions } from '../memory/filing.ts';
import { EMPTY_TABLE, type FrequencyTable, readFrequencies } from '../memory/frequency-table.ts';
import { bucketBits } from '../memory/index-growth.ts';
import { memoryKeys } from './memory-keys.ts';
import type { RedisClient } from './redis.ts';

/** How an index is laid out. */
const Layout = z.object({
  /** Number of the index: part of its keys. */
  epoch: z.int().min(0),
  /** Bits of a bucket's number. */
  bits: z.int().min(1),
  /** Lowest score at which it is exact, 1..100. */
  floor: z.int().min(1).max(100),
  /** Source texts that there were when it was built; 0: it has no table of frequencies. */
  sources: z.int().min(0),
});
export type Layout = Readonly<z.infer<typeof Layout>>;

const IndexState = z.object({
  /** Names this memory: another one (after a restore, say) never has the same state. */
  id: z.string(),
  current: Layout,
  /** Is being built. */
  next: Layout.optional(),
});
export type IndexState = Readonly<z.infer<typeof IndexState>>;

/** An index with what decides the order of its elements. */
export interface IndexView {
  readonly layout: Layout;
  readonly table: FrequencyTable;
}

/** Where the index of a source locale files sources. */
export function filingOptions(sourceLocale: Locale, { layout, table }: IndexView): FilingOptions {
  return { language: languageOf(sourceLocale), table, bits: layout.bits, floor: layout.floor };
}

/** The state as a process knows it. Who reads or writes an index compares `raw` with what Redis has. */
export interface MemoryView {
  readonly raw: string;
  readonly state: IndexState;
  readonly current: IndexView;
  readonly next: IndexView | undefined;
}

/** The states of all source locales, kept per process; whoever finds one outdated reloads it. */
export interface MemoryStates {
  /** The state as it was last seen; where there is none yet in Redis, one for an empty memory is set. */
  view(sourceLocale: Locale): Promise<MemoryView>;
  reload(sourceLocale: Locale): Promise<MemoryView>;
}

/** The source locales of which there is a memory, in alphabetical order. */
export async function readSourceLocales(client: RedisClient): Promise<readonly Locale[]> {
  const tags = await client.smembers(memoryKeys.locales());
  return tags.toSorted().filter((tag) => isLocale(tag));
}

/** `floor`: from which score on a new memory's index is exact. */
export function createMemoryStates(client: RedisClient, floor: number): MemoryStates {
  const known = new Map<Locale, Promise<MemoryView>>();

  async function reload(sourceLocale: Locale): Promise<MemoryView> {
    const loading = loadView(client, sourceLocale, floor);
    known.set(sourceLocale, loading);
    loading.catch(() => known.delete(sourceLocale));
    return loading;
  }

  return { view: async (sourceLocale) => known.get(sourceLocale) ?? reload(sourceLocale), reload };
}

async function loadView(client: RedisClient, sourceLocale: Locale, floor: number): Promise<MemoryView> {
  const key = memoryKeys.state(sourceLocale);
  for (;;) {
    const raw = await client.get(key);
    if (raw === null) {
      await client.set(key, JSON.stringify(emptyState(floor)), 'NX');
      continue;
    }
    const state = IndexState.parse(JSON.parse(raw));
    const current = await loadIndex(client, sourceLocale, state.current);
    const next = state.next === undefined ? undefined : await loadIndex(client, sourceLocale, state.next);
    if (raw === (await client.get(key))) {
      return { raw, state, current, next }; // else a table may have gone meanwhile
    }
  }
}

async function loadIndex(client: RedisClient, sourceLocale: Locale, layout: Layout): Promise<IndexView> {
  if (layout.sources === 0) {
    return { layout, table: EMPTY_TABLE };
  }
  const packed = await client.getBuffer(memoryKeys.frequencies(sourceLocale, layout.epoch));
  return { layout, table: readFrequencies(packed ?? new Uint8Array(), layout.sources) };
}

function emptyState(floor: number): IndexState {
  const id = randomBytes(6).toString('base64url');
  return { id, current: { epoch: 0, bits: bucketBits(0), floor, sources: 0 } };
}
