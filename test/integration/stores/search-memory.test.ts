import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Locale } from '../../../shared/document/locale.ts';
import { MemorySettings } from '../../../shared/memory/memory-settings.ts';
import { findByRegex } from '../../../shared/process/find-by-regex.ts';
import { quarantineArticle } from '../../../shared/stores/memory-quarantine.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import { type MemorySearch, searchMemory } from '../../../shared/stores/search-memory.ts';
import { articleIdOf } from '../../support/builders.ts';
import { type RunningRedis, startRedis } from '../../support/redis.ts';
import { type UnitSpec, unitOf } from '../../support/units.ts';

const settings = MemorySettings.parse({
  memories: [{ name: 'main' }, { name: 'secret', tenants: ['other'] }],
  variants: { penalty: 5, never: [] },
});

let server: RunningRedis;
let client: Redis;
beforeAll(async () => {
  server = await startRedis();
  client = new Redis({ path: server.socketPath });
});
afterAll(async () => {
  client.disconnect();
  await server[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await client.flushall();
});

describe('searching the memory', () => {
  it('finds words in sources and in targets, and says where', async () => {
    await add(
      { source: 'The trade law passed.', target: 'Se aprobó la ley de comercio.' },
      { source: 'The trade law passed!', target: 'Passou a lei.', locale: 'pt-BR' },
      { source: 'A law.', target: 'Una ley.' },
    );
    expect(await texts({ text: 'law trade' })).toEqual([
      ['Se aprobó la ley de comercio.', [4, 10]],
      ['Passou a lei.', [4, 10]],
    ]);
    expect(await texts({ text: 'ley', filter: { side: 'target' } })).toEqual([
      ['Se aprobó la ley de comercio.', [13]],
      ['Una ley.', [4]],
    ]);
  });

  it.each([
    ['locale', { locale: Locale.parse('fr') }, ['Un.']],
    ['origin', { origin: 'mt' as const }, ['Dos.']],
    ['article', { articleId: articleIdOf('a') }, ['Tres.']],
    ['memory', { memory: 'main', locale: Locale.parse('fr') }, ['Un.']],
    ['day', { since: Date.parse('2026-02-01'), until: Date.parse('2026-03-01') }, ['Dos.']],
    ['day, open at the end', { since: Date.parse('2026-02-01') }, ['Dos.', 'Tres.']],
  ])('filters by %s', async (_, filter, expected) => {
    await add(
      { source: 'Word one.', target: 'Un.', locale: 'fr' },
      {
        source: 'Word two.',
        target: 'Dos.',
        provenance: { origin: 'mt', changedAt: '2026-02-28T23:59:59Z' },
      },
      {
        source: 'Word three.',
        target: 'Tres.',
        provenance: { articleId: articleIdOf('a'), changedAt: '2026-03-01T00:00:00Z' },
      },
      { source: 'Word four.', target: 'Nobody may see this.', memory: 'secret' },
    );
    expect(
      (await texts({ text: 'word', filter: { side: 'source', ...filter } })).map(([text]) => text),
    ).toEqual(expected);
  });

  it('finds nothing of an article in quarantine', async () => {
    await add({ source: 'A word.', target: 'x', provenance: { articleId: articleIdOf('a') } });
    await quarantineArticle(client, articleIdOf('a'), 1);
    expect(await texts({ text: 'word' })).toEqual([]);
  });

  it('goes page by page through all source locales, each hit once', async () => {
    const units = Array.from({ length: 1300 }, (_, at) => ({
      source: `Word number ${at}`,
      target: `t${at}`,
    }));
    await add(...units, { source: 'Mot word', target: 'x', sourceLocale: 'fr' });
    const found: string[] = [];
    let pages = 0;
    for (let cursor: string | undefined, more = true; more; pages += 1) {
      const { hits, next } = await search({ text: 'word', limit: 100, cursor });
      found.push(...hits.map(({ stored }) => stored.unit.target.text));
      cursor = next;
      more = next !== undefined;
    }
    expect(found).toEqual([...units.map(({ target }) => target), 'x']);
    expect(pages).toBe(14);
  });

  it('finds a pattern', async () => {
    await add({ source: 'In 1990–2000 and 2010', target: 'x' }, { source: 'None', target: 'y' });
    expect(await texts({ text: String.raw`\d{4}(–\d{4})?`, mode: 'regex' })).toEqual([['x', [3, 17]]]);
  });

  it('ends a pattern that never ends, and answers others meanwhile', async () => {
    await add({ source: `${'a'.repeat(60)}!`, target: 'x' });
    const endless = search({ text: '(a+)+$', mode: 'regex' }).catch((error: unknown) => error);
    expect(await texts({ text: 'a*' })).toHaveLength(1);
    expect(await endless).toMatchObject({
      code: 'REQUEST_INVALID',
      message: 'The pattern "(a+)+$" took longer than 1000 ms; make it simpler, or narrow the search',
    });
  });

  it.each([
    ['what is no pattern', { text: '(', mode: 'regex' as const }, 'not a regular expression'],
    ['a cursor of someone else', { text: 'x', cursor: '12' }, 'not a cursor of this search'],
  ])('refuses %s', async (_, request, message) => {
    await expect(search(request)).rejects.toThrow(message);
  });
});

async function add(...specs: readonly UnitSpec[]): Promise<void> {
  const { refused } = await createRedisMemory(client, { settings }).add(specs.map(unitOf));
  expect(refused).toEqual([]);
}

async function search(request: Partial<MemorySearch>): ReturnType<typeof searchMemory> {
  return searchMemory(
    { client, settings, findByRegex },
    { text: '', mode: 'words', filter: { side: 'source' }, tenant: 'default', limit: 50, ...request },
  );
}

/** Targets with the places of the query, in the order of the sources. */
async function texts(
  request: Partial<MemorySearch>,
): Promise<readonly (readonly [string, readonly number[]])[]> {
  const { hits } = await search(request);
  return hits.map(({ stored, spans }) => [stored.unit.target.text, spans.map(({ start }) => start)] as const);
}
