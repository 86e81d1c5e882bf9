import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Locale } from '../../../shared/document/locale.ts';
import { toComparable } from '../../../shared/memory/comparable.ts';
import type { TranslationMemory } from '../../../shared/memory/memory.ts';
import { scorerOf, scoreSources, totalOf } from '../../../shared/memory/score.ts';
import { memoryKeys } from '../../../shared/stores/memory-keys.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import { seededRandom } from '../../bench/entities/seeded-random.ts';
import { type RunningRedis, startRedis } from '../../support/redis.ts';
import { codedOf, requestOf, unitOf } from '../../support/units.ts';

const en = Locale.parse('en');
const [es, fr] = [Locale.parse('es'), Locale.parse('fr')];

let server: RunningRedis;
let connections: Redis[] = [];

beforeAll(async () => {
  server = await startRedis();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

beforeEach(async () => {
  await connect().flushall();
});

afterEach(() => {
  for (const connection of connections) {
    connection.disconnect();
  }
  connections = [];
});

describe.each([
  { name: 'memory index', mirrorBytes: 0 },
  { name: 'memory index with a copy in the process', mirrorBytes: 64 * 1024 * 1024 },
])('$name', ({ mirrorBytes }) => {
  describe('growth', () => {
    it('stays exact while it is built anew and other processes add, twice, and remove', {
      timeout: 120_000,
    }, async () => {
      const [writer, other, reader] = [
        memoryOf(mirrorBytes, 60),
        memoryOf(mirrorBytes, 60),
        memoryOf(mirrorBytes, 60),
      ];
      const texts = textsOf(5200, 7);
      const removed = texts.filter((_, at) => at % 50 === 7);
      for (let at = 0; at < texts.length; at += 40) {
        const units = texts.slice(at, at + 40).map((source) => unitOf({ source, target: 'x' }));
        await Promise.all([writer.add(units), other.add(units.toReversed())]);
      }
      for (const source of removed) {
        await other.remove({ sourceLocale: en, source: codedOf(source) });
      }
      await reader.settle();
      expect(JSON.parse(await stateOf())).toMatchObject({
        current: { epoch: 1, sources: expect.any(Number) },
      });
      const left = [...new Set(texts)].filter((text) => !removed.includes(text));
      const random = seededRandom(8);
      for (const minScore of [60, 70, 85]) {
        const queries = Array.from({ length: 60 }, () => near(pick(texts, random), random));
        const found = await reader.lookup(requestOf(queries, { minScore, limit: 6000 }));
        const expected = queries.map((query) => exhaustive(query, left, minScore));
        expect(expected.flat().length).toBeGreaterThan(60);
        expect(
          found.map((matches) => matches.map(({ source, score }) => `${score} ${source.text}`).toSorted()),
        ).toEqual(expected);
      }
    });

    it('leaves one index behind, whatever was begun', async () => {
      const memory = memoryOf(mirrorBytes, 70);
      await memory.add([unitOf({ source: 'a first text', target: 'x' })]);
      const state: object = JSON.parse(await stateOf());
      const abandoned = { epoch: 7, bits: 11, floor: 70, sources: 9 };
      await connect().set(memoryKeys.state(en), JSON.stringify({ ...state, next: abandoned }));
      await memory.add(textsOf(300, 3).map((source) => unitOf({ source, target: 'x' })));
      await memory.settle();
      expect(JSON.parse(await stateOf())).not.toHaveProperty('next');
      const epochs = new Set(
        (await connect().keys(`${memoryKeys.prefix(en)}[pf]*`)).map(
          (key) => /[pf](\d+)(?::|$)/u.exec(key)?.[1],
        ),
      );
      expect([...epochs]).toEqual(['8']);
      expect(await best(memory, 'a first text more')).toBe('a first text');
    });

    it('answers below its floor by reading everything, and builds an index for a process that asks lower', async () => {
      const [high, low] = [memoryOf(mirrorBytes, 70), memoryOf(mirrorBytes, 60)];
      await high.add([unitOf({ source: 'one two three four five', target: 'x' })]);
      const query = 'one two three new words';
      expect(await best(low, query, 60)).toBe('one two three four five');
      await low.add([unitOf({ source: 'six', target: 'y' })]);
      await low.settle();
      expect(JSON.parse(await stateOf())).toMatchObject({ current: { floor: 60 } });
      expect(await best(high, query, 60)).toBe('one two three four five');
    });
  });

  describe('import', () => {
    it('finds what was added in bulk by its words at once, and by similarity once settled', async () => {
      const [writer, reader] = [memoryOf(mirrorBytes, 70), memoryOf(mirrorBytes, 70)];
      const texts = textsOf(2500, 5);
      await writer.add(
        texts.map((source) => unitOf({ source, target: 'x' })),
        { bulk: true },
      );
      await writer.add([unitOf({ source: 'eins zwei drei vier', target: 'x' })], { bulk: true });
      expect(await best(reader, 'Eins zwei drei vier!')).toBe('eins zwei drei vier');
      expect(await best(reader, 'eins zwei drei new')).toBeUndefined();
      await writer.settle();
      expect(await best(reader, 'eins zwei drei new')).toBe('eins zwei drei vier');
      await writer.add([unitOf({ source: 'fünf sechs sieben acht', target: 'x' })], { bulk: true });
      await writer.settle();
      expect(await best(reader, 'fünf sechs sieben new')).toBe('fünf sechs sieben acht');
    });

    it('takes in an import that was broken off with the next approval', async () => {
      const [importer, editor] = [memoryOf(mirrorBytes, 70), memoryOf(mirrorBytes, 70)];
      await importer.add([unitOf({ source: 'eins zwei drei vier', target: 'x' })], { bulk: true });
      await editor.add([unitOf({ source: 'Good morning', target: 'Buenos días' })]);
      await expect.poll(() => best(editor, 'eins zwei drei new')).toBe('eins zwei drei vier');
    });
  });

  describe('visibility', () => {
    it('shows every process what another added, edited or removed a moment ago', async () => {
      const [writer, reader] = [memoryOf(mirrorBytes, 70), memoryOf(mirrorBytes, 70)];
      for (let at = 0; at < 100; at += 1) {
        const source = `Text number${at} has its very own word${at} and another`;
        await writer.add([unitOf({ source, target: `t${at}` })]);
        expect(await targetOf(reader, `${source} indeed`)).toBe(`t${at}`);
        await writer.add([unitOf({ source, target: `edited${at}` })]);
        expect(await targetOf(reader, `${source} indeed`)).toBe(`edited${at}`);
        await writer.remove({ sourceLocale: en, source: codedOf(source) });
        expect(await targetOf(reader, `${source} indeed`)).toBeUndefined();
      }
    });
  });

  describe('several locales', () => {
    it('answers all wanted locales at once, each with its own best matches', async () => {
      const memory = memoryOf(mirrorBytes, 70);
      await memory.add([
        unitOf({ source: 'one two three four', target: 'uno' }),
        unitOf({ source: 'one two three four', target: 'un', locale: 'fr' }),
        unitOf({ source: 'one two three four five', target: 'cinco' }),
      ]);
      const { locale: _, ...request } = requestOf(['one two three four'], { limit: 1 });
      const found = await memory.lookupLocales({
        ...request,
        queries: [...request.queries, { source: codedOf('one two three four five') }],
        locales: [es, fr],
      });
      const targets = (locale: Locale): unknown =>
        found.get(locale)?.map((list) => list.map(({ target }) => target.text));
      expect(targets(es)).toEqual([['uno'], ['cinco']]);
      expect(targets(fr)).toEqual([['un'], ['un']]);
    });

    it('spares the search for similar texts where every locale has enough', async () => {
      const memory = memoryOf(mirrorBytes, 70);
      await memory.add([
        unitOf({ source: 'one two three four', target: 'uno' }),
        unitOf({ source: 'one two three five', target: 'dos' }),
        unitOf({ source: 'one two three five', target: 'deux', locale: 'fr' }),
      ]);
      const { locale: _, ...request } = requestOf(['one two three four'], { enough: 100 });
      const spanish = await memory.lookupLocales({ ...request, locales: [es] });
      expect(spanish.get(es)?.[0]?.map(({ target }) => target.text)).toEqual(['uno']);
      const both = await memory.lookupLocales({ ...request, locales: [es, fr] });
      expect(both.get(es)?.[0]?.map(({ target }) => target.text)).toEqual(['uno', 'dos']);
      expect(both.get(fr)?.[0]?.map(({ target }) => target.text)).toEqual(['deux']);
    });
  });
});

function connect(): Redis {
  const redis = new Redis({ path: server.socketPath });
  connections.push(redis);
  return redis;
}

function memoryOf(mirrorBytes: number, floor: number): TranslationMemory {
  return createRedisMemory(connect(), { floor, mirrorBytes });
}

async function stateOf(): Promise<string> {
  return (await connect().get(memoryKeys.state(en))) ?? '{}';
}

async function best(memory: TranslationMemory, query: string, minScore = 70): Promise<string | undefined> {
  const [matches] = await memory.lookup(requestOf([query], { minScore }));
  return matches?.[0]?.source.text;
}

async function targetOf(memory: TranslationMemory, query: string): Promise<string | undefined> {
  const [matches] = await memory.lookup(requestOf([query]));
  return matches?.[0]?.target.text;
}

/** Texts of few frequent and many rare words, many of them near another one. */
function textsOf(count: number, seed: number): readonly string[] {
  const random = seededRandom(seed);
  const texts: string[] = [];
  while (texts.length < count) {
    texts.push(texts.length === 0 || random() < 0.6 ? sentence(random) : near(pick(texts, random), random));
  }
  return texts;
}

function sentence(random: () => number): string {
  const length = 1 + Math.floor(random() ** 2 * (random() < 0.02 ? 200 : 20));
  return Array.from({ length }, () => {
    const rank = Math.floor(900 ** random());
    return ['the', ',', '.'][rank] ?? `w${rank}`;
  }).join(' ');
}

function near(text: string, random: () => number): string {
  const words = text.split(' ');
  for (let edits = Math.floor(random() * words.length * 0.2); edits > 0; edits -= 1) {
    words[Math.floor(random() * words.length)] = 'the';
  }
  return words.join(' ');
}

function pick(texts: readonly string[], random: () => number): string {
  return texts[Math.floor(random() * texts.length)] ?? '';
}

function exhaustive(query: string, texts: readonly string[], minScore: number): readonly string[] {
  const scorer = scorerOf(toComparable(codedOf(query)));
  return texts
    .flatMap((text) => {
      const score = scoreSources(scorer, toComparable(codedOf(text)), minScore);
      return score === undefined ? [] : [`${totalOf(score)} ${text}`];
    })
    .toSorted();
}
