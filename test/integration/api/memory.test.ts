import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemorySettings } from '../../../shared/memory/memory-settings.ts';
import { readAudit } from '../../../shared/stores/audit-log.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import { requestOf } from '../../support/units.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';

const memorySettings = MemorySettings.parse({
  memories: [
    { name: 'desk', about: 'What the desk approves' },
    { name: 'agency', penalty: 2, writable: false },
    { name: 'others', tenants: ['other'] },
  ],
  variants: { penalty: 5, never: [] },
});

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness({ memorySettings });
  await api.submit('story');
  await api.submit('doomed');
});
afterAll(async () => api[Symbol.asyncDispose]());

const unit = { sourceLocale: 'en', locale: 'es', source: 'He agreed.', target: 'Aceptó.' };

describe('the memories of a tenant', () => {
  it('are listed in their order, without those of others', async () => {
    const { memories, variantPenalty } = (await api.call({ url: '/v1/memory' })).json();
    expect(memories.map(({ name }: { name: string }) => name)).toEqual(['desk', 'agency']);
    expect(memories[1]).toEqual({ name: 'agency', penalty: 2, writable: false });
    expect(variantPenalty).toBe(5);
  });

  it('take translations, which say who filed them and in which article', async () => {
    const response = await add({ ...unit, review: 'approved', article: 'story', version: 1 });
    expect([response.statusCode, response.json()]).toEqual([
      200,
      { created: 1, merged: 0, kept: 0, refused: [] },
    ]);
    const { articleId } = await api.record('story');
    expect(await find()).toMatchObject([
      { score: 100, review: 'approved', changedBy: 'bootstrap', articleId, version: 1 },
    ]);
    expect((await readAudit(api.client, 1))[0]).toMatchObject({
      action: 'memory-add',
      target: 'default/story',
    });
  });

  it.each([
    ['agency', 'memory-read-only'],
    ['others', 'memory-unknown'],
    ['nowhere', 'memory-unknown'],
  ])('refuse a translation for %s', async (memory, reason) => {
    const { refused } = (await add({ ...unit, memory })).json();
    expect(refused).toEqual([{ index: 0, reason }]);
  });

  it.each(['agency', 'others', 'nowhere'])('refuse a file for %s as a whole', async (memory) => {
    const response = await importTmx(memory);
    expect([response.statusCode, response.json().errors]).toMatchObject([
      422,
      [{ pointer: '/query/memory', detail: expect.stringContaining('expected one of desk') }],
    ]);
  });

  it('file what a TMX file holds in the one that is named', async () => {
    expect((await importTmx('desk')).json()).toMatchObject({ created: 1 });
  });
});

describe('looking sentences up', () => {
  it('tells why each match has its score, and what other tools would show', async () => {
    const response = await lookUp('?profiles=omegat,okapi,weblate,pontoon');
    expect(response.json().segments).toMatchObject([
      {
        matches: [
          {
            score: 98,
            why: '98: same words (-2 punctuation differs)',
            profiles: { omegat: 75, okapi: 75, weblate: 90, pontoon: 90 },
            memory: { name: 'desk', order: 0 },
          },
        ],
      },
    ]);
    expect((await lookUp()).json().segments[0].matches[0]).not.toHaveProperty('profiles');
  });

  it('names a tool that it does not know', async () => {
    const response = await lookUp('?profiles=omegat,trados');
    expect([response.statusCode, response.json().errors[0].detail]).toEqual([
      422,
      expect.stringMatching(/^"trados" is not a tool whose score is known; expected omegat, /u),
    ]);
  });
});

describe('searching the memory', () => {
  it('tells hits with their places, who made them, and in which memory', async () => {
    const url = '/v1/memory/concordance?q=agreed&locale=es&article=story&since=2020-01-01';
    expect((await api.call({ url })).json()).toMatchObject({
      hits: [
        {
          source: { text: 'He agreed.' },
          target: { text: 'Aceptó.' },
          memory: 'desk',
          spans: [{ start: 3, end: 9 }],
        },
      ],
      searched: 1,
    });
    expect((await api.call({ url: `${url}&origin=mt` })).json().hits).toEqual([]);
  });

  it.each([
    ['q=(&mode=regex', 'not a regular expression'],
    ['q=a&cursor=x', 'not a cursor'],
    ['q=a&since=yesterday', 'since'],
  ])('refuses %s', async (query, message) => {
    const response = await api.call({ url: `/v1/memory/concordance?${query}` });
    expect([response.statusCode, response.json().detail]).toEqual([422, expect.stringContaining(message)]);
  });
});

describe('quarantine', () => {
  it('comes with a kill, is listed, and can be released while the article stays killed', async () => {
    await add({ ...unit, source: 'She left.', target: 'Se fue.', article: 'doomed' });
    expect(await find('She left.')).toHaveLength(1);
    await api.call({ method: 'POST', url: '/v1/articles/doomed/kill' });
    expect(await find('She left.')).toEqual([]);
    expect((await api.call({ url: '/v1/memory/quarantine' })).json().articles).toMatchObject([
      { externalId: 'doomed', killed: true },
    ]);
    const released = await api.call({ method: 'DELETE', url: '/v1/memory/quarantine/doomed' });
    expect(released.json()).toEqual({ externalId: 'doomed', quarantined: false, changed: true });
    expect(await find('She left.')).toHaveLength(1);
    expect((await api.call({ url: '/v1/articles/doomed' })).json().state).toBe('killed');
  });

  it('can be set and released by hand, and both are audited', async () => {
    const url = '/v1/memory/quarantine/story';
    expect((await api.call({ method: 'PUT', url })).json().changed).toBe(true);
    expect((await api.call({ method: 'PUT', url })).json().changed).toBe(false);
    expect(await find()).toEqual([]);
    expect((await api.call({ method: 'DELETE', url })).statusCode).toBe(200);
    expect(await find()).toHaveLength(1);
    expect((await api.call({ method: 'DELETE', url })).statusCode).toBe(404);
    const actions = (await readAudit(api.client, 3)).map(({ action }) => action);
    expect(actions).toEqual(['memory-release', 'memory-quarantine', 'memory-quarantine']);
  });

  it('knows no article that is not there', async () => {
    const response = await api.call({ method: 'PUT', url: '/v1/memory/quarantine/none' });
    expect(response.json().code).toBe('ARTICLE_NOT_FOUND');
  });
});

async function add(...units: readonly object[]): ReturnType<ApiHarness['call']> {
  return api.call({ method: 'POST', url: '/v1/memory/units', payload: { units } });
}

async function lookUp(query = ''): ReturnType<ApiHarness['call']> {
  const payload = { sourceLocale: 'en', locale: 'es', segments: [{ source: 'He agreed!' }] };
  return api.call({ method: 'POST', url: `/v1/memory/lookup${query}`, payload });
}

async function find(source = 'He agreed.'): Promise<readonly object[]> {
  const memory = createRedisMemory(api.client, { settings: memorySettings });
  const [matches = []] = await memory.lookup(requestOf([source], { minScore: 100 }));
  return matches;
}

async function importTmx(memory: string): ReturnType<ApiHarness['call']> {
  const tmx = `<tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="sentence" adminlang="en" creationtool="t" creationtoolversion="1" o-tmf="t"/><body><tu><tuv xml:lang="en"><seg>Good night.</seg></tuv><tuv xml:lang="es"><seg>Buenas noches.</seg></tuv></tu></body></tmx>`;
  return api.call({
    method: 'POST',
    url: `/v1/memory/import?memory=${memory}`,
    headers: { 'content-type': 'application/x-tmx+xml' },
    payload: tmx,
  });
}
