import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Locale } from '../../../shared/document/locale.ts';
import type { Match } from '../../../shared/memory/match.ts';
import { closeRedis, openRedis, type RedisClient } from '../../../shared/stores/redis.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import { createTmLookupDeps } from '../../../workers/tm-lookup/deps.ts';
import { findMatches } from '../../../workers/tm-lookup/find-matches.ts';
import { loadImprovements } from '../../../workers/tm-lookup/load-improvements.ts';
import { documentOf } from '../../support/builders.ts';
import { type RunningRedis, startRedis } from '../../support/redis.ts';
import { unitOf } from '../../support/units.ts';

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
  await client.flushall();
  const memory = createRedisMemory(client);
  await memory.add(
    Object.entries(units).map(([source, target]) =>
      unitOf({ source, target, provenance: { review: 'approved' } }),
    ),
  );
  const deps = createTmLookupDeps({ memory, minScore: 70, limit: 3, improve: await loadImprovements() });
  const [found] = await findMatches(documentOf([sentence]), { locale: Locale.parse('es') }, deps);
  return found?.matches[0];
}

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
