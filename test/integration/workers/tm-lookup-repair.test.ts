import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodedText } from '../../../shared/document/inline-code.ts';
import { Locale } from '../../../shared/document/locale.ts';
import type { Match } from '../../../shared/memory/match.ts';
import type { TranslationMemory } from '../../../shared/memory/memory.ts';
import { closeRedis, openRedis, type RedisClient } from '../../../shared/stores/redis.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import { createTmLookupDeps } from '../../../workers/tm-lookup/deps.ts';
import { findMatches } from '../../../workers/tm-lookup/find-matches.ts';
import { loadImprovements } from '../../../workers/tm-lookup/load-improvements.ts';
import { documentOf } from '../../support/builders.ts';
import { type RunningRedis, startRedis } from '../../support/redis.ts';
import { codedOf, type UnitSpec, unitOf } from '../../support/units.ts';

let server: RunningRedis;
let client: RedisClient;

beforeAll(async () => {
  server = await startRedis();
  client = await openRedis(server.url, { role: 'worker' });
});

afterAll(async () => {
  await closeRedis(client);
  await server[Symbol.asyncDispose]();
});

async function bestOf(units: Readonly<Record<string, string>>, sentence: string): Promise<Match | undefined> {
  const specs = Object.entries(units).map(([source, target]) => ({ source, target }));
  return (await matchesOf(specs, { text: sentence, codes: [] }))[0];
}

async function matchesOf(specs: readonly UnitSpec[], sentence: CodedText): Promise<readonly Match[]> {
  await client.flushall();
  const memory = createRedisMemory(client);
  await memory.add(specs.map((spec) => unitOf({ ...spec, provenance: { review: 'approved' } })));
  return foundIn(memory, sentence);
}

async function foundIn(memory: TranslationMemory, sentence: CodedText): Promise<readonly Match[]> {
  const deps = createTmLookupDeps({ memory, minScore: 70, limit: 3, improve: await loadImprovements() });
  const [found] = await findMatches(documentOf([[sentence]]), { locale: Locale.parse('es') }, deps);
  return found?.matches ?? [];
}

describe('looking up a sentence that is written otherwise', () => {
  it('says which differences were folded, and where', async () => {
    const match = await bestOf(
      { 'He said "no" - twice.': 'Dijo que no, dos veces.' },
      'he said “no” – twice.',
    );
    expect(match).toMatchObject({ kind: 'fuzzy', score: 97, parts: { base: 100 } });
    expect(match?.foldings?.map(({ kinds, stored }) => [kinds.join(), stored])).toEqual([
      ['case', 'He'],
      ['quotes', ' "'],
      ['quotes,dashes', '" - '],
    ]);
  });

  it('keeps a translation at 99 where markup alone changed, with the markup of now', async () => {
    const link = { kind: 'link', id: 1, start: 11, end: 18, canDelete: false, canReorder: true } as const;
    const text = 'It rained. Kampala was dry.';
    const found = await matchesOf([{ source: { text, codes: [] }, target: 'Llovió. En Kampala no.' }], {
      text,
      codes: [{ ...link, url: 'https://example.org' }],
    });
    expect(found[0]).toMatchObject({
      kind: 'repaired',
      score: 99,
      codesPlaced: true,
      parts: { base: 100, deductions: [{ name: 'codes', points: 1 }] },
      target: { codes: [{ kind: 'link', start: 11, end: 18, url: 'https://example.org' }] },
    });
  });
});

describe('looking up a sentence whose values have changed', () => {
  it('exchanges a date, an amount and a country, at 99', async () => {
    const units = {
      'The minister of Mexico signed 12 agreements on trade, fishing and shared rivers in Geneva on May 3.':
        'El ministro de México firmó en Ginebra 12 acuerdos sobre comercio, pesca y ríos comunes el 3 de mayo.',
    };
    expect(
      await bestOf(
        units,
        'The minister of Brazil signed 15 agreements on trade, fishing and shared rivers in Geneva on June 9.',
      ),
    ).toMatchObject({
      kind: 'repaired',
      score: 99,
      target: {
        text: 'El ministro de Brasil firmó en Ginebra 15 acuerdos sobre comercio, pesca y ríos comunes el 9 de junio.',
      },
      repairs: [{ kind: 'name' }, { kind: 'number' }, { kind: 'date' }],
    });
  });

  it.each([
    { name: 'in Redis', mirrorBytes: 0, bulk: false },
    { name: 'copied into the process', mirrorBytes: 1024 * 1024, bulk: false },
    { name: 'filled in bulk', mirrorBytes: 0, bulk: true },
  ])(
    'finds a short sentence of which little but its values is left: $name',
    async ({ mirrorBytes, bulk }) => {
      const specs = [
        {
          source: 'Flights to Mexico resume on May 3.',
          target: 'Los vuelos a México se reanudan el 3 de mayo.',
        },
        { source: 'Flights to many towns resume on time.', target: 'x' },
        { source: 'Trains to Chile stop on May 4.', target: 'x' },
      ];
      await client.flushall();
      const memory = createRedisMemory(client, { mirrorBytes });
      await memory.add(specs.map(unitOf), { bulk });
      await memory.settle();
      expect(await foundIn(memory, codedOf('Flights to Brazil resume on June 9.'))).toMatchObject([
        { kind: 'repaired', score: 99, target: { text: 'Los vuelos a Brasil se reanudan el 9 de junio.' } },
      ]);
    },
  );

  it('offers no unit that scores too little and whose values cannot be exchanged', async () => {
    const units = { 'Signed by 1 of 9 on May 3.': 'Firmado por 1 de 9 el 3 de mayo.' };
    expect(await bestOf(units, 'Signed by 5 of 12 on June 8.')).toBeUndefined();
  });

  it('says why a value is not exchanged, and keeps the fuzzy score', async () => {
    const units = {
      'The agreement was signed by 1 of the members.': 'El acuerdo fue firmado por 1 de los miembros.',
    };
    expect(await bestOf(units, 'The agreement was signed by 5 of the members.')).toMatchObject({
      kind: 'fuzzy',
      target: { text: 'El acuerdo fue firmado por 1 de los miembros.' },
      refusal: { value: '1', reason: 'plural-form' },
    });
  });

  it('raises an alarm where a sentence says the opposite', async () => {
    const units = {
      'The committee did not accept the new proposal.': 'El comité no aceptó la nueva propuesta.',
    };
    expect(await bestOf(units, 'The committee did accept the new proposal.')).toMatchObject({
      kind: 'fuzzy',
      alarms: [{ kind: 'negation', wanted: [], stored: ['not'] }],
    });
  });
});
