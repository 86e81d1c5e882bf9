import type { Locale } from '../document/locale.ts';
import { PipelineError } from '../errors/errors.ts';
import type { LookupLocalesRequest, TranslationMemory } from '../memory/memory.ts';
import { type LookupPlan, type MemorySettings, ONE_MEMORY, planLookup } from '../memory/memory-settings.ts';
import { type BuildDeps, maintainIndex, wantsMaintenance } from './memory-build.ts';
import { createEntryReader, createUnitReader } from './memory-entries.ts';
import { readUnits } from './memory-export.ts';
import { createRedisIndex } from './memory-index.ts';
import { memoryKeys } from './memory-keys.ts';
import { type LookupStore, lookUp } from './memory-lookup.ts';
import { createMirroredIndex } from './memory-mirrored-index.ts';
import { createMemoryReads } from './memory-reads.ts';
import type { PlannedRequest } from './memory-search.ts';
import { createSourceReader } from './memory-sources.ts';
import { createMemoryStates, readSourceLocales } from './memory-state.ts';
import { addUnits, type MemoryCondition, removeUnits } from './memory-write.ts';
import type { RedisClient } from './redis.ts';

export interface RedisMemoryOptions {
  /** Points off for targets that no person has reviewed, 0..100. Default 0. */
  readonly unreviewedPenalty?: number;
  /**
   * Lowest score that lookups usually ask for, 1..100: the index is made for it where it is below 70,
   * and larger the lower it is. Lookups below are exact too, but read every source. Default 70.
   */
  readonly floor?: number;
  /**
   * Bytes that copies of the index may take in this process, 180 to 290 per source: with one a
   * lookup asks Redis once instead of twice, and for much less. Default 0: none is made.
   */
  readonly mirrorBytes?: number;
  /** Which memories there are. Default: one for everyone. */
  readonly settings?: MemorySettings;
  /** Locales that may help each other out as variants of one language. Default none. */
  readonly known?: readonly Locale[];
}

const HIGHEST_FLOOR = 70;

/**
 * The translation memory in Redis. The client stays the caller's, who closes it.
 *
 * What the process keeps (which index is in use, its table of frequencies) is compared with Redis in
 * every command, so it is never older than the memory. An index that was outgrown is built anew by
 * the process whose write shows it, while the write returns.
 */
export function createRedisMemory(client: RedisClient, options: RedisMemoryOptions = {}): TranslationMemory {
  const { unreviewedPenalty = 0, mirrorBytes = 0, settings = ONE_MEMORY, known = [] } = options;
  const planned = createPlanner(settings, known);
  const floor = Math.min(HIGHEST_FLOOR, options.floor ?? HIGHEST_FLOOR);
  const reads = createMemoryReads(client);
  const states = createMemoryStates(client, floor);
  const build: BuildDeps = { client, states, readSources: createSourceReader(reads), floor };
  const index = createRedisIndex(client, states, reads);
  const mirrored =
    mirrorBytes > 0 ? createMirroredIndex(index, { ...build, reads, maxBytes: mirrorBytes }) : undefined;
  const store: LookupStore = {
    index: mirrored ?? index,
    readEntries: createEntryReader(reads),
    unitsOf: createUnitReader(client),
  };
  const maintain = createMaintenance(build);
  return {
    async lookup({ locale, ...request }) {
      const wanted = planned({ ...request, locales: [locale] });
      const found = await reporting('look up', () => lookUp(store, { ...wanted, unreviewedPenalty }));
      return found.get(locale) ?? [];
    },
    lookupLocales: (request) =>
      reporting('look up', () => lookUp(store, { ...planned(request), unreviewedPenalty })),
    add: (units, { bulk = false } = {}) =>
      reporting('add', () => {
        const onWritten = maintain(bulk ? 'never' : units.length > MANY_UNITS ? 'awaited' : 'meanwhile');
        return addUnits({ client, states, onWritten, memories: settings.memories }, units, bulk);
      }),
    settle: () =>
      reporting('index', async () => {
        for (const locale of await readSourceLocales(client)) {
          await maintainIndex(build, locale, { patient: true });
          await mirrored?.ready(locale);
        }
      }),
    remove: (filter) => reporting('remove', () => removeUnits(client, filter)),
    size: () => reporting('count', () => readSizes(client)),
    async *units({ sourceLocale, locale }) {
      const stored = await reporting('count', () => readSourceLocales(client));
      for (const each of sourceLocale === undefined ? stored : [sourceLocale]) {
        const units = readUnits(client, { sourceLocale: each, locale })[Symbol.asyncIterator]();
        for (;;) {
          const next = await reporting('read', () => units.next());
          if (next.done === true) {
            break;
          }
          yield next.value;
        }
      }
    },
  };
}

/** Adds what the settings say to requests; each tenant's locale is thought about once. */
function createPlanner(
  settings: MemorySettings,
  known: readonly Locale[],
): (request: LookupLocalesRequest) => Omit<PlannedRequest, 'unreviewedPenalty'> {
  const plans = new Map<string, LookupPlan>();
  const planOf = (locale: Locale, tenant: string | undefined): LookupPlan => {
    const name = `${locale} ${tenant ?? ''}`;
    const plan = plans.get(name) ?? planLookup(settings, { locale, tenant, known });
    plans.set(name, plan);
    return plan;
  };
  return (request) => ({
    ...request,
    plans: new Map(request.locales.map((locale) => [locale, planOf(locale, request.tenant)])),
  });
}

/** A write of more units waits for the index that it outgrows: the old one would make it slow. */
const MANY_UNITS = 50;

type MaintenanceTime = 'never' | 'meanwhile' | 'awaited';

/** One at a time per source locale; one that fails is begun again by a later write. */
function createMaintenance(
  build: BuildDeps,
): (time: MaintenanceTime) => (sourceLocale: Locale, condition: MemoryCondition) => Promise<void> {
  const running = new Map<Locale, Promise<void>>();
  return (time) => async (sourceLocale, condition) => {
    if (time === 'never' || !wantsMaintenance(condition, build.floor)) {
      return;
    }
    const work =
      running.get(sourceLocale) ??
      maintainIndex(build, sourceLocale, { patient: false }).finally(() => running.delete(sourceLocale));
    running.set(sourceLocale, work);
    if (time === 'awaited') {
      await work;
    } else {
      work.catch(() => undefined);
    }
  };
}

async function readSizes(client: RedisClient): Promise<Readonly<Record<string, number>>> {
  const locales = await readSourceLocales(client);
  const counts = await Promise.all(locales.map((locale) => client.get(memoryKeys.count(locale))));
  return Object.fromEntries(locales.map((locale, at) => [locale, Number(counts[at] ?? 0)]));
}

async function reporting<Value>(doing: string, run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof PipelineError) {
      throw error;
    }
    throw new PipelineError(
      'TM_STORE_UNAVAILABLE',
      `The translation memory could not ${doing} units: ${String(error)}`,
      { cause: error },
    );
  }
}
