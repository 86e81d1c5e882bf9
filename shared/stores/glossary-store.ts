import { isLocale, type Locale } from '../document/locale.ts';
import { Term } from '../memory/terms/term.ts';
import { keys } from './keys.ts';
import type { RedisClient } from './redis.ts';

/** Two languages between which a glossary has terms. */
export interface TermPair {
  readonly sourceLocale: Locale;
  readonly locale: Locale;
}

/** The terms of a tenant, by pair of languages. What is written is found by the next look of any process. */
export interface GlossaryStore {
  /** Moves with every change of a tenant's terms. */
  readonly version: (tenant: string) => Promise<number>;
  /** Puts terms in place of those of the same id. */
  readonly add: (
    tenant: string,
    terms: readonly Term[],
  ) => Promise<{ readonly created: number; readonly merged: number; readonly kept: number }>;
  /** All terms of a pair, by source. */
  readonly read: (tenant: string, pair: TermPair) => Promise<readonly Term[]>;
  readonly sizes: (tenant: string) => Promise<readonly (TermPair & { readonly terms: number })[]>;
  /** Removes a term, or without an id all of a pair, and answers how many are gone. */
  readonly remove: (tenant: string, pair: TermPair, id?: string) => Promise<number>;
}

/**
 * The glossaries in Redis.
 *
 * Every call throws `PipelineError` `REDIS_UNAVAILABLE` where the server is away.
 */
export function createGlossaryStore(client: RedisClient): GlossaryStore {
  return {
    version: async (tenant) => Number((await client.get(keys.glossaryVersion(tenant))) ?? 0),
    add: async (tenant, terms) => add(client, tenant, terms),
    read: async (tenant, pair) => {
      const stored = await client.hvals(keys.glossary(tenant, pairName(pair)));
      const terms = stored.map((line) => Term.parse(JSON.parse(line)));
      return terms.toSorted((a, b) => compare(a.source, b.source) || compare(a.target, b.target));
    },
    sizes: async (tenant) => {
      const names = await client.smembers(keys.glossaryPairs(tenant));
      const pairs = names.toSorted().flatMap(pairOfName);
      return Promise.all(
        pairs.map(async (pair) => ({
          ...pair,
          terms: await client.hlen(keys.glossary(tenant, pairName(pair))),
        })),
      );
    },
    remove: async (tenant, pair, id) => {
      const key = keys.glossary(tenant, pairName(pair));
      const gone = id === undefined ? await client.hlen(key) : await client.hdel(key, id);
      if (id === undefined) {
        await client.unlink(key);
        await client.srem(keys.glossaryPairs(tenant), pairName(pair));
      }
      if (gone > 0) {
        await client.incr(keys.glossaryVersion(tenant));
      }
      return gone;
    },
  };
}

async function add(
  client: RedisClient,
  tenant: string,
  terms: readonly Term[],
): ReturnType<GlossaryStore['add']> {
  const sums = { created: 0, merged: 0, kept: 0 };
  const newest = new Map(terms.map((term) => [`${pairName(term)} ${term.id}`, term]));
  for (const term of newest.values()) {
    const key = keys.glossary(tenant, pairName(term));
    const line = JSON.stringify(term);
    const before = await client.hget(key, term.id);
    if (before !== line) {
      await client.hset(key, term.id, line);
      await client.sadd(keys.glossaryPairs(tenant), pairName(term));
    }
    sums[before === null ? 'created' : before === line ? 'kept' : 'merged'] += 1;
  }
  if (sums.created + sums.merged > 0) {
    await client.incr(keys.glossaryVersion(tenant)); // last: who sees it finds the terms
  }
  return sums;
}

function pairName({ sourceLocale, locale }: TermPair): string {
  return `${sourceLocale}:${locale}`;
}

function pairOfName(name: string): readonly TermPair[] {
  const [sourceLocale, locale] = name.split(':');
  return isLocale(sourceLocale) && isLocale(locale) ? [{ sourceLocale, locale }] : [];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
