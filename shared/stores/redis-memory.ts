import { setImmediate } from 'node:timers/promises';
import { isLocale, type Locale } from '../document/locale.ts';
import { PipelineError } from '../errors/errors.ts';
import type { TranslationMemory } from '../memory/memory.ts';
import { signatureOf } from '../memory/signature.ts';
import type { Candidate, TmIndex } from '../memory/tm-index.ts';
import { readUnits } from './memory-export.ts';
import { memoryKeys } from './memory-keys.ts';
import { createSignatureLog, type SignatureLog } from './memory-log.ts';
import { type LookupStore, lookUp } from './memory-lookup.ts';
import { unpackUnits } from './memory-records.ts';
import { createSourceReader } from './memory-sources.ts';
import { addUnits, removeUnits } from './memory-write.ts';
import type { RedisClient } from './redis.ts';

/** Scans of the signature table between two turns of the event loop: well below a second at a million sources. */
const SCANS_PER_TURN = 32;

export interface RedisMemoryOptions {
  /** Points off for targets that no person has reviewed, 0..100. Default 0. */
  readonly unreviewedPenalty?: number;
}

/**
 * The translation memory in Redis. The client stays the caller's, who closes it.
 *
 * What the process keeps (decoded signatures, 20 to 40 bytes per source) is brought up to date
 * before each lookup and dropped when the connection closes; nothing is lost with it.
 */
export function createRedisMemory(client: RedisClient, options: RedisMemoryOptions = {}): TranslationMemory {
  const readSources = createSourceReader(client);
  const store: LookupStore = {
    index: createSignatureLogIndex(client),
    readSources,
    async readUnits({ sourceLocale, locale }, sources) {
      const stored = await Promise.all(
        sources.map(({ id }) => client.hget(memoryKeys.targets(sourceLocale, id), locale)),
      );
      return new Map(
        sources.flatMap(({ id, texts }, at) => {
          const lines = stored[at];
          return typeof lines === 'string'
            ? [[id, unpackUnits(lines, texts, { sourceLocale, locale, id })] as const]
            : [];
        }),
      );
    },
  };
  return {
    lookup: (request) => reporting('look up', () => lookUp(store, request, options.unreviewedPenalty ?? 0)),
    add: (units) => reporting('add', () => addUnits(client, units)),
    remove: (filter) => reporting('remove', () => removeUnits(client, filter)),
    size: () => reporting('count', () => readSizes(client)),
    async *units({ sourceLocale, locale }) {
      const sizes = await reporting('count', () => readSizes(client));
      const locales = sourceLocale === undefined ? Object.keys(sizes).toSorted() : [sourceLocale];
      for (const each of locales.filter((tag) => isLocale(tag))) {
        const units = readUnits(client, readSources, { sourceLocale: each, locale })[Symbol.asyncIterator]();
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

/** The index over signature logs: a scan of every signature of fitting length. */
function createSignatureLogIndex(client: RedisClient): TmIndex {
  const logs = new Map<Locale, SignatureLog>();
  client.on('close', () => {
    for (const log of logs.values()) {
      log.drop(); // the server may come back without its last second
    }
  });
  return {
    async candidates(sourceLocale, queries, minScore) {
      const log = logs.get(sourceLocale) ?? createSignatureLog(client, sourceLocale);
      logs.set(sourceLocale, log);
      const table = await log.refresh();
      const found: (readonly Candidate[])[] = [];
      for (const [at, query] of queries.entries()) {
        if (at > 0 && at % SCANS_PER_TURN === 0) {
          await setImmediate(); // lets job locks be renewed
        }
        found.push(table.candidates(signatureOf(query), minScore));
      }
      return found;
    },
  };
}

async function readSizes(client: RedisClient): Promise<Readonly<Record<string, number>>> {
  const sizes = await client.hgetall(memoryKeys.sizes());
  return Object.fromEntries(Object.entries(sizes).map(([locale, count]) => [locale, Number(count)]));
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
