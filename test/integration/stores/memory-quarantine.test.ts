import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Locale } from '../../../shared/document/locale.ts';
import type { TranslationMemory } from '../../../shared/memory/memory.ts';
import { MemorySettings } from '../../../shared/memory/memory-settings.ts';
import type { TranslationUnit } from '../../../shared/memory/translation-unit.ts';
import { quarantineArticle, releaseQuarantine } from '../../../shared/stores/memory-quarantine.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import { articleIdOf } from '../../support/builders.ts';
import { type RunningRedis, startRedis } from '../../support/redis.ts';
import { requestOf, type UnitSpec, unitOf } from '../../support/units.ts';

const A = articleIdOf('a');
const B = articleIdOf('b');

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

describe('quarantine of an article', () => {
  it('hides its units from the next lookup of any process, and brings them back', async () => {
    await add({ source: 'He agreed.', target: 'Aceptó.', provenance: { articleId: A } });
    const other = new Redis({ path: server.socketPath });
    const reader = createRedisMemory(other);
    const seen = async (): Promise<readonly string[]> => targetsOf('He agreed.', reader);
    expect(await seen()).toEqual(['Aceptó.']);
    expect(await quarantineArticle(client, A, 1)).toBe(true);
    expect(await seen()).toEqual([]);
    expect(await targetsOf('He agreed, too.', reader)).toEqual([]);
    expect(await all()).toEqual([]);
    expect(await quarantineArticle(client, A, 2)).toBe(false);
    expect(await releaseQuarantine(client, A)).toBe(true);
    expect(await seen()).toEqual(['Aceptó.']);
    expect(await all()).toEqual(['Aceptó.']);
    other.disconnect();
  });

  it.each([
    ['another article, before', [{ articleId: B }, { articleId: A }]],
    ['another article, after', [{ articleId: A }, { articleId: B }]],
    ['a file, before', [{ file: 'x.tmx' }, { articleId: A }]],
    ['a file, after', [{ articleId: A }, { file: 'x.tmx' }]],
    [
      'another article that stands less high',
      [
        { articleId: A, review: 'approved' },
        { articleId: B, review: 'draft' },
      ],
    ],
  ] as const)('leaves what came from %s as well', async (_, provenances) => {
    for (const provenance of provenances) {
      await add({ source: 'He agreed.', target: 'Aceptó.', provenance });
    }
    await quarantineArticle(client, A, 1);
    expect(await targetsOf('He agreed.')).toEqual(['Aceptó.']);
  });

  it('holds what came from two articles once both are in it', async () => {
    await add({ source: 'Yes.', target: 'Sí.', provenance: { articleId: A } });
    await add({ source: 'Yes.', target: 'Sí.', provenance: { articleId: B } });
    await quarantineArticle(client, A, 1);
    await quarantineArticle(client, B, 1);
    expect(await targetsOf('Yes.')).toEqual([]);
  });

  it('does not let a target live on in what another article said in its place', async () => {
    await add({ source: 'Yes.', target: 'Sí.', provenance: { articleId: A, review: 'draft' } });
    await add({ source: 'Yes.', target: 'Claro.', provenance: { articleId: B, review: 'approved' } });
    await quarantineArticle(client, B, 1);
    expect(await targetsOf('Yes.')).toEqual([]);
  });

  it('does not hold what came from very many articles', async () => {
    const articles = Array.from({ length: 20 }, (_, at) => articleIdOf(`many ${at}`));
    for (const articleId of articles) {
      await add({ source: 'Read more', target: 'Más', provenance: { articleId } });
      await quarantineArticle(client, articleId, 1);
    }
    expect(await targetsOf('Read more')).toEqual(['Más']);
  });

  it('says of each match who made it, when, in which article and version', async () => {
    const provenance = { articleId: A, version: 3, changedBy: 'ana', changedAt: '2026-01-02T03:04:05Z' };
    await add({ source: 'Yes.', target: 'Sí.', provenance: { ...provenance, review: 'approved' } });
    const [matches] = await createRedisMemory(client).lookup(requestOf(['Yes.']));
    expect(matches).toMatchObject([{ ...provenance, review: 'approved', origin: 'human' }]);
  });
});

describe('several memories', () => {
  const settings = MemorySettings.parse({
    memories: [
      { name: 'desk' },
      { name: 'archive', penalty: 3 },
      { name: 'frozen', writable: false },
      { name: 'sports', tenants: ['sport'] },
    ],
    variants: { penalty: 5, never: [] },
  });
  const known = ['pt-BR', 'pt-PT', 'es'].map((tag) => Locale.parse(tag));

  it('keep one text in one place apart, in their order, less their penalties', async () => {
    const memory = createRedisMemory(client, { settings, known });
    const units = [
      { source: 'Yes.', target: 'Sí.', memory: 'archive' },
      { source: 'Yes.', target: 'Claro.', memory: 'desk' },
      { source: 'Yes.', target: '¡Gol!', memory: 'sports' },
    ].map(unitOf);
    expect((await memory.add(units)).created).toBe(3);
    const told = async (tenant: string): Promise<unknown> => {
      const [matches = []] = await memory.lookup(requestOf(['Yes.'], { tenant }));
      return matches.map(({ score, target, memory: where }) => [score, target.text, where?.name]);
    };
    expect(await told('news')).toEqual([
      [100, 'Claro.', 'desk'],
      [96, 'Sí.', 'archive'],
    ]);
    expect(await told('sport')).toEqual([
      [99, 'Claro.', 'desk'],
      [99, '¡Gol!', 'sports'],
      [96, 'Sí.', 'archive'],
    ]);
    const exported = await unitsOf(memory);
    expect(new Set(exported.map(({ memory: name }) => name))).toEqual(new Set(['archive', 'desk', 'sports']));
  });

  it('refuse what is read-only or not there', async () => {
    const memory = createRedisMemory(client, { settings, known });
    const offered = ['frozen', 'nowhere', undefined].map((name) =>
      unitOf({ source: 'Yes.', target: 'Sí.', ...(name === undefined ? {} : { memory: name }) }),
    );
    expect((await memory.add(offered)).refused.map(({ reason }) => reason)).toEqual([
      'memory-read-only',
      'memory-unknown',
      'memory-unknown',
    ]);
  });

  it('let variants of a locale serve it, at a price and by name', async () => {
    const memory = createRedisMemory(client, { settings, known });
    const units = [
      { source: 'The bus is late.', target: 'O autocarro está atrasado.', locale: 'pt-PT', memory: 'desk' },
      { source: 'The train is late.', target: 'O trem está atrasado.', locale: 'pt', memory: 'desk' },
    ].map(unitOf);
    await memory.add(units);
    const [bus, train] = await memory.lookup(
      requestOf(['The bus is late.', 'The train is late.'], { locale: 'pt-BR', minScore: 90 }),
    );
    expect(bus).toMatchObject([{ score: 95, locale: 'pt-PT', kind: 'fuzzy' }]);
    expect(train).toMatchObject([{ score: 100, kind: 'exact' }]);
    expect(await memory.lookup(requestOf(['The bus is late.'], { locale: 'es' }))).toEqual([[]]);
  });
});

async function add(...specs: readonly UnitSpec[]): Promise<void> {
  await createRedisMemory(client).add(specs.map(unitOf));
}

async function targetsOf(source: string, memory = createRedisMemory(client)): Promise<readonly string[]> {
  const [matches = []] = await memory.lookup(requestOf([source], { minScore: 50 }));
  return matches.map(({ target }) => target.text);
}

async function all(): Promise<readonly string[]> {
  return (await unitsOf(createRedisMemory(client))).map(({ target }) => target.text);
}

async function unitsOf(memory: TranslationMemory): Promise<readonly TranslationUnit[]> {
  const units: TranslationUnit[] = [];
  for await (const unit of memory.units({})) {
    units.push(unit);
  }
  return units;
}
