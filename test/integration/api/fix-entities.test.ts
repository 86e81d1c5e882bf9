import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import type { Scope } from '../../../shared/api/scopes.ts';
import type { Document } from '../../../shared/document/document.ts';
import type { EntityOverlay } from '../../../shared/document/entity-mention.ts';
import { OwnTypeTable } from '../../../shared/document/own-types.ts';
import { createApiKey } from '../../../shared/stores/api-keys.ts';
import { readAudit } from '../../../shared/stores/audit-log.ts';
import { createGazetteerStore } from '../../../shared/stores/gazetteer-store.ts';
import type { RedisClient } from '../../../shared/stores/redis.ts';
import { startAllWorkers } from '../../support/all-workers.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';

const CONTENT = `# Harbour reopens

Minister Ana Silva met Paris in Nairobi on May 3. The harbour of Lakeview is open again.

Silva said that Paris would pay for it.
`;

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: ArticleStatus & { errors?: { pointer: string; detail: string }[]; detail?: string };
}

interface Findings {
  readonly document: Document;
  readonly entities: EntityOverlay;
}

interface Place {
  readonly segmentId: string;
  readonly start: number;
  readonly end: number;
}

describe('a correction of what was recognized', () => {
  let api: ApiHarness;
  let workers: AsyncDisposable;

  beforeAll(async () => {
    api = await startApiHarness({
      ownTypes: new Map([['X-PORT', OwnTypeTable.parse({ labels: { en: 'Port' } })]]),
    });
    workers = await startAllWorkers(api.server.url);
  });
  afterAll(async () => {
    await workers[Symbol.asyncDispose]();
    await api[Symbol.asyncDispose]();
  });

  async function fix(name: string, payload: object, key?: string): Promise<Answer> {
    const url = `/v1/articles/${name}/entities`;
    const response = await api.call({ method: 'POST', url, payload, ...(key === undefined ? {} : { key }) });
    const body = response.json();
    return { status: response.statusCode, code: body.code, body };
  }

  async function ended(name: string): Promise<ArticleStatus> {
    const read = async (): Promise<ArticleStatus> => (await api.call({ url: `/v1/articles/${name}` })).json();
    await expect
      .poll(async () => (await read()).state, { timeout: 15_000, interval: 20 })
      .not.toBe('running');
    const status = await read();
    expect(status, JSON.stringify(status.stages)).toMatchObject({ state: 'done' });
    return status;
  }

  async function submitted(name: string, version = 1, content = CONTENT): Promise<Findings> {
    const body = { content, targetLocales: ['es', 'ru'] };
    expect((await api.submit(name, version, body)).statusCode).toBe(202);
    await ended(name);
    return findings(name);
  }

  async function findings(name: string): Promise<Findings> {
    return (await api.call({ url: `/v1/articles/${name}/document` })).json();
  }

  async function outputOf(name: string, locale = 'es'): Promise<string> {
    return (await api.call({ url: `/v1/articles/${name}/locales/${locale}?format=json` })).body;
  }

  it('makes the article anew from tagging on: entities and outputs change, texts and ids do not', async () => {
    const { document, entities } = await submitted('typed');
    const before = await outputOf('typed');
    const place = placeOf(document, 'Paris');
    const answer = await fix('typed', { version: 1, set: [{ ...place, type: 'PER', everywhere: true }] });
    expect([answer.status, answer.body.state, answer.body.run]).toEqual([202, 'running', 1]);
    const status = await ended('typed');
    expect(status.stages.normalize.at).toBeLessThan(status.stages['tag-entities'].at);
    const after = await findings('typed');
    expect(after.document).toEqual(document);
    expect(shown(entities)).toContain('LOC Paris Q90');
    expect(shown(after.entities).filter((line) => line.includes('Paris'))).toEqual([
      'PER Paris local:per:paris',
      'PER Paris local:per:paris',
    ]);
    expect(after.entities.fixes).toMatchObject([{ places: [{ segmentId: place.segmentId }, {}] }]);
    expect(await outputOf('typed')).not.toBe(before);
    expect(await outputOf('typed')).toContain('local:per:paris');
    const [entry] = await readAudit(api.client, 1);
    expect(entry).toMatchObject({
      action: 'fix-entities',
      target: 'default/typed',
      detail: 'version 1: 1 set',
    });

    const key = after.entities.fixes?.[0]?.key ?? '';
    expect((await fix('typed', { version: 1, takeBack: [key] })).status).toBe(202);
    await ended('typed');
    expect((await findings('typed')).entities).toEqual(entities);
    expect(await outputOf('typed')).toBe(before);
  });

  it('answers 200 and does nothing when it was decided so before', async () => {
    const place = placeOf((await submitted('twice')).document, 'Lakeview');
    const change = { version: 1, set: [{ ...place, type: 'LOC', link: 'Q123' }] };
    expect((await fix('twice', change)).status).toBe(202);
    const { run } = await ended('twice');
    const again = await fix('twice', change);
    expect([again.status, again.body.run]).toEqual([200, run]);
  });

  it('is kept for the next version where it fits, and told and dropped where it no longer does', async () => {
    const { document } = await submitted('kept');
    await fix('kept', {
      version: 1,
      set: [{ ...placeOf(document, 'Lakeview'), type: 'ORG', link: 'Q424242' }],
      remove: [placeOf(document, 'Nairobi')],
    });
    await ended('kept');
    const edited = CONTENT.replace(
      'The harbour of Lakeview is open',
      'The old harbour of Lakeview is open',
    ).replace('Minister Ana Silva met Paris in Nairobi on May 3.', 'The minister spoke.');
    const second = await submitted('kept', 2, edited);
    expect(shown(second.entities)).toContain('ORG Lakeview Q424242');
    expect(second.entities.fixes?.map(({ places }) => places.length).toSorted()).toEqual([0, 1]);
    expect(second.entities.diagnostics).toMatchObject([
      { code: 'fix-unmatched', message: expect.stringContaining('"Nairobi"') },
    ]);
    const third = await submitted('kept', 3, edited.replace('# Harbour', '# The harbour'));
    expect(shown(third.entities)).toContain('ORG Lakeview Q424242');
    expect(third.entities.fixes).toHaveLength(1);
    expect(third.entities.diagnostics).toBeUndefined();
  });

  it('stands beside a review of repairs', async () => {
    const { document } = await submitted('both', 1, CONTENT.replace('May 3', 'may 3'));
    await fix('both', { version: 1, remove: [{ ...placeOf(document, 'Paris'), everywhere: true }] });
    await ended('both');
    const key = document.overlays.repairs.find(({ rule }) => rule === 'month-case')?.key;
    const url = '/v1/articles/both/review';
    expect((await api.call({ method: 'POST', url, payload: { version: 1, undo: [key] } })).statusCode).toBe(
      202,
    );
    await ended('both');
    const after = await findings('both');
    expect(after.document.segments.some(({ text }) => text.includes('may 3'))).toBe(true);
    expect(shown(after.entities).join('\n')).not.toContain('Paris');
  });

  it('remembers a name for other articles, with its names in other locales', async () => {
    const { document } = await submitted('remembered');
    const remember = { names: { ru: 'Лейквью' } };
    const set = [{ ...placeOf(document, 'Lakeview'), type: 'LOC', remember }];
    expect((await fix('remembered', { version: 1, set })).status).toBe(202);
    await ended('remembered');
    const entry = await createGazetteerStore(api.client).read('gazetteer', 'local:loc:lakeview');
    expect(entry).toEqual({
      id: 'local:loc:lakeview',
      type: 'LOC',
      names: { ru: ['Лейквью'], en: ['Lakeview'] },
    });
    const other = await submitted(
      'uses-it',
      1,
      '# Trains\n\nTrains stop at lakeview station and at Lakeview.\n',
    );
    const entity = other.entities.entities.find(({ id }) => id === 'local:loc:lakeview');
    expect(entity).toMatchObject({ names: { ru: 'Лейквью' }, evidence: ['Name in the imported gazetteer'] });
    expect((await readAudit(api.client, 1))[0]?.detail).toContain('remembered: local:loc:lakeview');
  });

  it('remembers another form of a known thing without changing the form that is rendered', async () => {
    const { document } = await submitted('alias');
    const set = [{ ...placeOf(document, 'Lakeview'), type: 'LOC', link: 'Q3870', remember: {} }];
    expect((await fix('alias', { version: 1, set })).status).toBe(202);
    await ended('alias');
    const entry = await createGazetteerStore(api.client).read('gazetteer', 'Q3870');
    expect(entry?.names).toEqual({ en: ['Nairobi', 'Lakeview'] });
    await createGazetteerStore(api.client).remove('gazetteer', 'Q3870');
  });

  it('takes kinds that the customer declared, and refuses others by name', async () => {
    const { document } = await submitted('own');
    const place = placeOf(document, 'Lakeview');
    const set = [{ ...place, type: 'X-PORT', remember: {} }];
    expect((await fix('own', { version: 1, set })).status).toBe(202);
    await ended('own');
    expect(shown((await findings('own')).entities)).toContain('X-PORT Lakeview local:x-port:lakeview');
    expect(await outputOf('own')).toContain('"type":"X-PORT"');
    const entry = await createGazetteerStore(api.client).read('gazetteer', 'local:x-port:lakeview');
    expect(entry?.type).toBe('X-PORT');
    await createGazetteerStore(api.client).remove('gazetteer', 'local:x-port:lakeview');

    const wrong = await fix('own', { version: 1, set: [{ ...place, type: 'X-SHIP' }] });
    expect([wrong.status, wrong.body.errors?.[0]]).toEqual([
      422,
      {
        pointer: '/set/0/type',
        detail: expect.stringMatching(/^"X-SHIP" is no kind here; expected .*HANDLE, X-PORT$/u),
      },
    ]);
    const lines = ['X-PORT', 'X-SHIP'].map((type) =>
      JSON.stringify({ id: `local:x:${type.slice(2).toLowerCase()}`, type, names: { en: ['Dawn'] } }),
    );
    const imported = await api.call({
      method: 'POST',
      url: '/v1/gazetteer/glossary',
      headers: { 'content-type': 'application/x-ndjson' },
      payload: lines.join('\n'),
    });
    expect(imported.json()).toMatchObject({
      created: 1,
      refused: [{ line: 2, reason: expect.stringContaining('"X-SHIP" is not declared here') }],
    });
    await createGazetteerStore(api.client).remove('glossary');
  });

  it('points at each member that does not fit, and stores nothing', async () => {
    const { document } = await submitted('wrong');
    const place = placeOf(document, 'Paris');
    const answer = await fix('wrong', {
      version: 1,
      set: [
        { ...place, segmentId: 's0000000000', type: 'PER' },
        { ...place, end: 4000, type: 'PER' },
        { ...place, end: place.end + 1, type: 'PER' },
        { ...place, type: 'DATE', link: 'Q90' },
        { ...place, type: 'ROLE', remember: {} },
      ],
      takeBack: ['f000000000000'],
    });
    expect([answer.status, answer.code]).toEqual([422, 'REQUEST_INVALID']);
    expect(answer.body.errors?.map(({ pointer }) => pointer)).toEqual([
      '/set/0/segmentId',
      '/set/1/end',
      '/set/2',
      '/set/3/link',
      '/set/4/remember',
      '/takeBack/0',
    ]);
    const bad = await fix('wrong', { version: 1, set: [{ ...place, type: 'CITY', link: 'paris' }], more: 1 });
    expect(bad.status).toBe(422);
    expect(bad.body.errors?.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/set/0/type', '/set/0/link']),
    );
    expect((await ended('wrong')).run).toBe(0);
  });

  it('refuses an older version, an unknown article, and a key that may not', async () => {
    const { document } = await submitted('old');
    const set = [{ ...placeOf(document, 'Paris'), type: 'PER' }];
    await submitted('old', 2, `${CONTENT}\nMore.\n`);
    expect((await fix('old', { version: 1, set })).code).toBe('STALE_VERSION');
    expect((await fix('nobody', { version: 1, set })).code).toBe('ARTICLE_NOT_FOUND');
    expect((await fix('old', { version: 2, set }, await keyWith(api.client, 'ops:read'))).status).toBe(403);
    const writer = await keyWith(api.client, 'articles:write');
    const remembered = set.map((item) => ({ ...item, remember: {} }));
    expect((await fix('old', { version: 2, set: remembered }, writer)).body.detail).toContain('"tm:write"');
    expect((await fix('old', { version: 2, set }, writer)).status).toBe(202);
    await ended('old');
  });
});

function placeOf({ segments }: Document, text: string): Place {
  const segment = segments.find((each) => each.text.includes(text));
  const start = segment?.text.indexOf(text) ?? -1;
  return { segmentId: segment?.id ?? '', start, end: start + text.length };
}

function shown({ mentions, entities }: EntityOverlay): readonly string[] {
  return mentions.map(({ text, entityId }) => {
    const entity = entities.find(({ id }) => id === entityId);
    return `${entity?.type ?? '?'} ${text} ${entityId}`;
  });
}

async function keyWith(client: RedisClient, scope: Scope): Promise<string> {
  const facts = { tenant: 'default', scopes: [scope], createdAt: Date.now(), createdBy: 'test' };
  return (await createApiKey(client, facts)).secret;
}
