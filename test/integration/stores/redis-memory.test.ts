import * as fc from 'fast-check';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { toComparable } from '../../../shared/memory/comparable.ts';
import type { TranslationMemory } from '../../../shared/memory/memory.ts';
import { scorerOf, scoreSources, totalOf } from '../../../shared/memory/score.ts';
import type { TranslationUnit } from '../../../shared/memory/translation-unit.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import { type RunningRedis, startRedis } from '../../support/redis.ts';
import { requestOf, type UnitSpec, unitOf } from '../../support/units.ts';

let server: RunningRedis;
let client: Redis;
let memory: TranslationMemory;

beforeAll(async () => {
  server = await startRedis();
  client = connect();
  memory = createRedisMemory(client);
});

afterAll(async () => {
  client.disconnect();
  await server[Symbol.asyncDispose]();
});

beforeEach(async () => {
  await client.flushall();
});

describe('redis memory: exact and context matches', () => {
  it('finds an equal text at 100 with its target and provenance', async () => {
    const provenance = { review: 'approved', changedAt: '2026-01-13T08:00:00Z', changedBy: 'ana' } as const;
    await add({ source: 'He agreed.', target: 'Aceptó.', provenance });
    expect(await find('He agreed.')).toEqual([
      {
        kind: 'exact',
        score: 100,
        unitId: expect.stringMatching(/^en\.[0-9a-f]{16}\.0\.es$/u),
        source: { text: 'He agreed.', codes: [] },
        target: { text: 'Aceptó.', codes: [] },
        parts: { base: 100, deductions: [], formula: 'polywire-2' },
        origin: 'human',
        review: 'approved',
        changedAt: '2026-01-13T08:00:00Z',
        changedBy: 'ana',
      },
    ]);
  });

  it.each([
    ['one neighbour signal', { contextBefore: 'A.', contextAfter: 'B.' }, 101],
    ['a key', { key: 'title' }, 101],
    ['neighbours and key', { contextBefore: 'A.', contextAfter: 'B.', key: 'title' }, 102],
    ['other neighbours', { contextBefore: 'A.', contextAfter: 'C.' }, 100],
  ])('scores equal text with %s', async (_, place, score) => {
    await add({ source: 'Yes.', target: 'Sí.', contextBefore: 'A.', contextAfter: 'B.', key: 'title' });
    const query = { source: { text: 'Yes.', codes: [] }, ...place };
    const [matches] = await memory.lookup(requestOf([query]));
    expect(matches?.[0]?.score).toBe(score);
  });

  it('keeps texts apart that differ in case, marks, spaces or codes, each with its own target', async () => {
    const strong = { kind: 'strong', id: 1, start: 0, end: 2, canDelete: false, canReorder: true } as const;
    await add(
      { source: 'us troops.', target: 'nuestras tropas.' },
      { source: 'US troops.', target: 'tropas de EE. UU.' },
      { source: 'US troops!', target: '¡tropas de EE. UU.!' },
      { source: { text: 'US troops.', codes: [strong] }, target: 'EE. UU. (negrita)' },
    );
    expect((await find('US troops.')).map(({ score, target }) => [score, target.text])).toEqual([
      [100, 'tropas de EE. UU.'],
      [99, 'nuestras tropas.'],
      [99, 'EE. UU. (negrita)'],
      [98, '¡tropas de EE. UU.!'],
    ]);
  });

  it('marks the targets of one text as ambiguous unless context decides', async () => {
    await add(
      { source: 'Yes.', target: 'Sí.', contextBefore: 'Ready?' },
      { source: 'Yes.', target: 'Claro.', contextBefore: 'Sure?' },
    );
    expect((await find('Yes.')).map(({ score }) => score)).toEqual([99, 99]);
    const query = { source: { text: 'Yes.', codes: [] }, contextBefore: 'Sure?' };
    const [matches] = await memory.lookup(requestOf([query]));
    expect(matches?.map(({ score, target }) => [score, target.text])).toEqual([
      [101, 'Claro.'],
      [99, 'Sí.'],
    ]);
  });

  it('does not call one target in two places ambiguous', async () => {
    await add(
      { source: 'Yes.', target: 'Sí.', contextBefore: 'Ready?' },
      { source: 'Yes.', target: 'Sí.', contextBefore: 'Sure?' },
    );
    expect((await find('Yes.')).map(({ score }) => score)).toEqual([100]);
  });
});

describe('redis memory: fuzzy matches', () => {
  it('reports near texts best first, none below the threshold, at most the limit', async () => {
    await add(
      { source: 'one two three four five six seven eight nine ten', target: 'a' },
      { source: 'one two three four five six seven eight nine zero', target: 'b' },
      { source: 'one two three four five six seven eight zero zero', target: 'c' },
      { source: 'one two three four five six zero zero zero zero', target: 'd' },
    );
    const query = 'one two three four five six seven eight nine ten';
    expect((await find(query)).map(({ score }) => score)).toEqual([100, 90, 80]);
    const [two] = await memory.lookup(requestOf([query], { limit: 2 }));
    expect(two?.map(({ score }) => score)).toEqual([100, 90]);
  });

  it('serves every target locale from one source, and only the one that was asked for', async () => {
    await add(
      { source: 'Good morning', target: 'Buenos días' },
      { source: 'Good morning', target: 'Bonjour', locale: 'fr' },
    );
    expect(await targets('Good morning', 'fr')).toEqual(['Bonjour']);
    expect(await targets('Good morning', 'de')).toEqual([]);
    expect(await memory.size()).toEqual({ en: 1 });
  });

  it('looks past better sources that have no target in the locale', async () => {
    const near = Array.from(
      { length: 40 },
      (_, at) => `alpha beta gamma delta epsilon zeta eta theta iota word${at}`,
    );
    await memory.add(near.map((source) => unitOf({ source, target: 'x', locale: 'fr' })));
    await add({ source: 'alpha beta gamma delta epsilon zeta eta theta other words', target: 'y' });
    expect(await targets('alpha beta gamma delta epsilon zeta eta theta iota kappa')).toEqual(['y']);
  });

  it('does not stop at good matches while a better one may come', async () => {
    const words = [
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      'seven',
      'eight',
      'nine',
      'ten',
      'eleven',
      'twelve',
    ];
    const swapped = words.slice(1).map((word, at) =>
      words
        .with(at, word)
        .with(at + 1, words[at] ?? '')
        .join(' '),
    );
    const better = words.with(5, 'other').join(' ');
    await memory.add([...swapped, better].map((source) => unitOf({ source, target: source })));
    const [matches] = await memory.lookup(requestOf([words.join(' ')], { limit: 1 }));
    expect(matches?.map(({ score, target }) => [score, target.text])).toEqual([[91, better]]);
  });

  it('finds what an exhaustive comparison finds, at any threshold', { timeout: 60_000 }, async () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd', 'E', ',', '.', '1,5');
    const sentence = fc.oneof(
      { weight: 4, arbitrary: fc.array(word, { minLength: 1, maxLength: 12 }) },
      { weight: 1, arbitrary: fc.array(word, { minLength: 13, maxLength: 300 }) },
    );
    const text = sentence.map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 30 }),
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(60, 70, 85),
        async (sources, queries, minScore) => {
          await client.flushall();
          await memory.add(sources.map((source) => unitOf({ source, target: 'x' })));
          const found = await memory.lookup(requestOf(queries, { minScore, limit: 1000 }));
          const expected = queries.map((query) => exhaustive(query, sources, minScore));
          expect(
            found.map((matches) => matches.map(({ source, score }) => `${score} ${source.text}`).toSorted()),
          ).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('redis memory: writing', () => {
  it('says what became of each unit', async () => {
    const first = { source: 'Yes.', target: 'Sí.' };
    expect(await add(first)).toEqual({ created: 1, merged: 0, kept: 0, refused: [] });
    expect(await add(first)).toEqual({ created: 0, merged: 0, kept: 1, refused: [] });
    expect(await add({ ...first, target: 'Así es.' })).toEqual({
      created: 0,
      merged: 1,
      kept: 0,
      refused: [],
    });
    expect(
      await add(
        { source: ' ', target: 'x' },
        { source: 'x', target: '' },
        { source: 'a', target: 'b', locale: 'en' },
        { source: 'x', target: 'y', provenance: { review: 'rejected' } },
      ),
    ).toEqual({
      created: 0,
      merged: 0,
      kept: 0,
      refused: [
        { index: 0, reason: 'source-empty' },
        { index: 1, reason: 'target-empty' },
        { index: 2, reason: 'same-locale' },
        { index: 3, reason: 'rejected' },
      ],
    });
  });

  it.each([
    ['a newer one', { changedAt: '2026-02-01T00:00:00+02:00' }, 'new'],
    ['an older one, whatever its time zone', { changedAt: '2026-01-01T01:00:00+02:00' }, 'old'],
    ['one without a date', {}, 'old'],
    ['an approved one, though older', { review: 'approved', changedAt: '2020-01-01' }, 'new'],
  ] as const)('lets the newest approved target win: offered %s', async (_, provenance, winner) => {
    await add({ source: 'Yes.', target: 'old', provenance: { changedAt: '2026-01-01T00:00:00Z' } });
    await add({ source: 'Yes.', target: 'new', provenance });
    expect(await targets('Yes.')).toEqual([winner]);
  });

  it('keeps 16 places of a text: the approved, then the newest', async () => {
    const places = Array.from({ length: 20 }, (_, at) => ({
      source: 'More',
      target: `t${at}`,
      key: `k${at}`,
      ...(at === 0 ? { provenance: { review: 'approved' as const } } : {}),
    }));
    const ledger = await add(...places);
    expect([ledger.created, ledger.merged]).toEqual([16, 4]);
    const [matches] = await memory.lookup(requestOf(['More'], { limit: 100 }));
    expect(matches?.map(({ target }) => target.text).toSorted()).toEqual(
      [0, ...Array.from({ length: 15 }, (_, at) => at + 5)].map((at) => `t${at}`).toSorted(),
    );
  });

  it('is seen by the next lookup of another process', async () => {
    const other = connect();
    const reader = createRedisMemory(other);
    for (let at = 0; at < 50; at += 1) {
      const source = `Sentence number ${at} has its very own words w${at} x${at} here`;
      await reader.lookup(requestOf([source]));
      await add({ source, target: `t${at}` });
      const [near] = await reader.lookup(requestOf([`${source} indeed`], { limit: 1 }));
      expect(near?.[0]?.target.text).toBe(`t${at}`);
    }
    other.disconnect();
  });

  it('removes a text in one locale or in all, and takes it back later', async () => {
    const source = { text: 'Yes sir.', codes: [] };
    const filter = { sourceLocale: unitOf({ source, target: 'x' }).sourceLocale, source };
    await add(
      { source, target: 'Sí.' },
      { source, target: 'Oui.', locale: 'fr' },
      { source: 'yes sir.', target: 'sí.' },
    );
    expect(
      await memory.remove({ ...filter, locale: unitOf({ source, target: 'x', locale: 'fr' }).locale }),
    ).toBe(1);
    expect(await targets('Yes sir.', 'fr')).toEqual([]);
    expect(await memory.remove(filter)).toBe(1);
    expect(await memory.remove(filter)).toBe(0);
    expect(await targets('Yes sir.')).toEqual(['sí.']);
    expect(await memory.size()).toEqual({ en: 1 });
    await add({ source, target: 'Sí, señor.' });
    expect(await targets('Yes sir.')).toEqual(['Sí, señor.', 'sí.']);
    expect(await all()).toHaveLength(2);
  });

  it('gives back every unit once, in the order of their sources', async () => {
    const units = Array.from({ length: 1200 }, (_, at) =>
      unitOf({
        source: at % 3 === 0 ? `text ${at}` : `Text ${at - (at % 3)}${'!'.repeat(at % 3)}`,
        target: `t${at}`,
        contextBefore: `b${at}`,
      }),
    );
    await memory.add([...units, unitOf({ source: 'text 0', target: 'fr', locale: 'fr' })]);
    const found = await all({ locale: unitOf({ source: 'x', target: 'y' }).locale });
    expect(found.toSorted(byTarget)).toEqual(units.toSorted(byTarget));
    expect(await all()).toHaveLength(1201);
    expect((await all()).slice(0, 2).map(({ target }) => target.text)).toEqual(['t0', 'fr']);
  });
});

describe('redis memory: trouble', () => {
  it('reports a lost server as TM_STORE_UNAVAILABLE, retryable', async () => {
    await using lost = await startRedis();
    const broken = new Redis({ path: lost.socketPath, maxRetriesPerRequest: 0, retryStrategy: () => 20 });
    broken.on('error', () => undefined);
    const failing = createRedisMemory(broken);
    await failing.size();
    await lost.kill('SIGKILL');
    for (const attempt of [
      failing.lookup(requestOf(['x'])),
      failing.add([unitOf({ source: 'a', target: 'b' })]),
      failing.size(),
    ]) {
      const error = await attempt.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(PipelineError);
      expect(error).toMatchObject({ code: 'TM_STORE_UNAVAILABLE', retryable: true });
    }
    broken.disconnect();
  });

  it('starts anew after the server lost everything', async () => {
    await add({ source: ownWords(1), target: '1' }, { source: ownWords(2), target: '2' });
    expect(await targets(`${ownWords(1)} more`)).toEqual(['1']);
    await client.flushall();
    expect(await targets(`${ownWords(1)} more`)).toEqual([]);
    await add({ source: ownWords(4), target: '4' }, { source: ownWords(3), target: '5' });
    expect(await targets(`${ownWords(4)} more`)).toEqual(['4']);
  });

  it('stays whole over a restart of the server', async () => {
    await add({ source: 'A sentence that stays.', target: 'x' });
    await server.restart();
    await add({ source: 'A sentence that came.', target: 'y' });
    expect(await targets('A sentence that is.')).toEqual(['x', 'y']);
  });
});

async function add(...specs: readonly UnitSpec[]): Promise<Awaited<ReturnType<TranslationMemory['add']>>> {
  return memory.add(specs.map((spec) => unitOf(spec)));
}

async function find(text: string): Promise<Awaited<ReturnType<TranslationMemory['lookup']>>[number]> {
  const [matches] = await memory.lookup(requestOf([text]));
  return matches ?? [];
}

async function targets(text: string, locale = 'es'): Promise<readonly string[]> {
  const [matches] = await memory.lookup(requestOf([text], { locale }));
  return (matches ?? []).map(({ target }) => target.text);
}

async function all(filter: Parameters<TranslationMemory['units']>[0] = {}): Promise<TranslationUnit[]> {
  const units: TranslationUnit[] = [];
  for await (const unit of memory.units(filter)) {
    units.push(unit);
  }
  return units;
}

function exhaustive(query: string, sources: readonly string[], minScore: number): readonly string[] {
  const scorer = scorerOf(toComparable({ text: query, codes: [] }));
  return [...new Set(sources)]
    .flatMap((text) => {
      const score = scoreSources(scorer, toComparable({ text, codes: [] }), minScore);
      return score === undefined ? [] : [`${totalOf(score)} ${text}`];
    })
    .toSorted();
}

function ownWords(at: number): string {
  return `entry ${at} alpha${at} beta${at} gamma${at}`;
}

function byTarget(a: TranslationUnit, b: TranslationUnit): number {
  return a.target.text < b.target.text ? -1 : 1;
}

function connect(): Redis {
  const redis = new Redis({ path: server.socketPath });
  redis.on('error', () => undefined);
  return redis;
}
