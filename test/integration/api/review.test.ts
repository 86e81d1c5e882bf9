import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import type { Document } from '../../../shared/document/document.ts';
import { payloadOf, readSource } from '../../../shared/stores/article-store.ts';
import { openReview } from '../../../shared/stores/open-review.ts';
import { createStageStore } from '../../../shared/stores/stage-store.ts';
import { startAllWorkers } from '../../support/all-workers.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';

const CONTENT = `# Harbour reopens

The harbour of mexico reopened on january 12. Ships waited for two days.

by Ana Silva (AP)
`;
const NOWHERE = 'r000000000000';

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: ArticleStatus & { errors?: { pointer: string; detail: string }[] };
}

describe('a review of repairs', () => {
  let api: ApiHarness;
  let workers: AsyncDisposable;

  beforeAll(async () => {
    api = await startApiHarness();
    workers = await startAllWorkers(api.server.url);
  });
  afterAll(async () => {
    await workers[Symbol.asyncDispose]();
    await api[Symbol.asyncDispose]();
  });

  async function review(name: string, payload: object): Promise<Answer> {
    const response = await api.call({ method: 'POST', url: `/v1/articles/${name}/review`, payload });
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

  async function submitted(name: string, version = 1, content = CONTENT): Promise<Document> {
    expect((await api.submit(name, version, { content })).statusCode).toBe(202);
    await ended(name);
    return documentOf(name);
  }

  async function documentOf(name: string): Promise<Document> {
    return (await api.call({ url: `/v1/articles/${name}/document` })).json().document;
  }

  async function outputsOf(name: string): Promise<readonly string[]> {
    const urls = ['es', 'fr'].flatMap((locale) =>
      ['html', 'md', 'json'].map((format) => `/v1/articles/${name}/locales/${locale}?format=${format}`),
    );
    const answers = await Promise.all(urls.map(async (url) => api.call({ url })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(urls.map(() => 200));
    return answers.map(({ body }) => body);
  }

  it('makes the outputs anew without a repair, and the same bytes again when it is wanted after all', async () => {
    const document = await submitted('undo');
    const before = await outputsOf('undo');
    const key = keyOf(document, 'month-case');
    const undone = await review('undo', { version: 1, undo: [key] });
    expect([undone.status, undone.body.state, undone.body.run]).toEqual([202, 'running', 1]);
    await ended('undo');
    const after = await outputsOf('undo');
    expect(before[1]).toContain('January 12');
    expect(after[1]).toContain('january 12');
    expect(after).not.toEqual(before);
    const reviewed = await documentOf('undo');
    expect(reviewed.overlays.undone).toMatchObject([
      { key, rule: 'month-case', before: 'january', after: 'January' },
    ]);
    const kept = document.segments.filter(({ text }) => !text.includes('January')).map(({ id }) => id);
    expect(reviewed.segments.map(({ id }) => id)).toEqual(expect.arrayContaining(kept));

    expect((await review('undo', { version: 1, redo: [key] })).status).toBe(202);
    await ended('undo');
    expect(await outputsOf('undo')).toEqual(before);
    expect(await documentOf('undo')).toEqual(document);
  });

  it('answers 200 and does nothing when it was decided so before', async () => {
    const key = keyOf(await submitted('twice'), 'month-case');
    await review('twice', { version: 1, undo: [key] });
    const { run } = await ended('twice');
    const again = await review('twice', { version: 1, undo: [key] });
    expect([again.status, again.body.run]).toEqual([200, run]);
  });

  it('switches a rule off and on', async () => {
    await submitted('rules');
    expect((await review('rules', { version: 1, disableRules: ['byline-line'] })).status).toBe(202);
    await ended('rules');
    const document = await documentOf('rules');
    expect(document.meta.byline).toEqual([]);
    expect(document.segments.map(({ text }) => text)).toContain('by Ana Silva (AP)');
    expect((await review('rules', { version: 1, enableRules: ['byline-line'] })).status).toBe(202);
    await ended('rules');
    expect((await documentOf('rules')).meta.byline).toEqual([{ name: 'Ana Silva' }]);
  });

  it('keeps serving the outputs while new ones are made', async () => {
    const key = keyOf(await submitted('served'), 'month-case');
    const before = await outputsOf('served');
    const record = await api.record('served');
    const source = await readSource(api.client, record.articleId, 1);
    if (source === undefined) {
      throw new Error('no source');
    }
    const decided = { undone: [key], disabledRules: [] };
    const opened = await openReview(api.client, record, {
      source,
      review: decided,
      from: 'normalize',
      now: Date.now(),
    });
    expect(await outputsOf('served')).toEqual(before); // opened, not queued: nothing moves
    expect((await documentOf('served')).overlays.undone).toBeUndefined();

    const late = createStageStore(api.client);
    const old = { value: { mentions: [], entities: [] }, progress: { state: 'done', at: 1 } } as const;
    await late.commit(payloadOf(record), 'tag-entities', old); // a job of the run before
    await late.mark(payloadOf(record), 'normalize', { state: 'failed', at: 1 });
    const running = (await api.call({ url: '/v1/articles/served' })).json();
    expect([running.stages.normalize.state, running.stages['tag-entities'].state]).toEqual([
      'waiting',
      'waiting',
    ]);

    expect(
      await openReview(api.client, record, { source, review: decided, from: 'normalize', now: Date.now() }),
    ).toBeUndefined();
    expect((await review('served', { version: 1, undo: [key] })).status).toBe(200); // asked again: queued now
    expect(opened?.run).toBe(1);
    await ended('served');
    expect((await outputsOf('served'))[1]).toContain('january 12');
    const fields = await api.client.hkeys(`{polywire}:results:${record.articleId}:1`);
    expect(fields.filter((field) => field.startsWith('before.'))).toEqual([]);
  });

  it('keeps what was taken back in the next version, as far as it still fits', async () => {
    const document = await submitted('next');
    const keys = [keyOf(document, 'month-case'), keyOf(document, 'place-case')];
    await review('next', { version: 1, undo: keys });
    await ended('next');
    const later = CONTENT.replace('# Harbour reopens\n', '# Harbour reopens\n\nA new lead.\n').replace(
      'of mexico ',
      '',
    );
    const second = await submitted('next', 2, later);
    expect(second.overlays.undone).toMatchObject([{ rule: 'month-case' }]);
    expect(second.overlays.diagnostics).toMatchObject([{ code: 'undo-unmatched' }]);
    const third = await submitted('next', 3, later.replace('two days', 'three days'));
    expect(third.overlays.undone).toMatchObject([{ rule: 'month-case' }]);
    expect(third.overlays.diagnostics).toEqual([]);
    expect(
      (await api.submit('next', 3, { content: later.replace('two days', 'three days') })).statusCode,
    ).toBe(200);
  });

  it('refuses what it does not know, and names each place', async () => {
    await submitted('unknown');
    const answer = await review('unknown', { version: 1, undo: [NOWHERE], disableRules: ['zero-width'] });
    expect([answer.status, answer.code]).toEqual([422, 'REQUEST_INVALID']);
    expect(answer.body.errors?.map(({ pointer }) => pointer)).toEqual(['/undo/0', '/disableRules/0']);
    expect((await review('unknown', { undo: [] })).status).toBe(422);
    expect((await review('unknown', { version: 7 })).code).toBe('VERSION_NOT_FOUND');
  });

  it('refuses a version that is not the newest, one that runs, and one that was killed', async () => {
    const key = keyOf(await submitted('old'), 'month-case');
    await submitted('old', 2, CONTENT.replace('two', 'three'));
    expect(await review('old', { version: 1, undo: [key] })).toMatchObject({
      status: 409,
      code: 'STALE_VERSION',
    });
    await api.client.hset(`{polywire}:version:${(await api.record('old')).articleId}:2`, 'state', 'running');
    expect(await review('old', { version: 2, undo: [key] })).toMatchObject({
      status: 409,
      code: 'NOT_REVIEWABLE',
    });
    await api.call({ method: 'POST', url: '/v1/articles/old/kill' });
    expect(await review('old', { version: 2, undo: [key] })).toMatchObject({
      status: 410,
      code: 'ARTICLE_KILLED',
    });
  });

  it('lets one of two editors win who decide at the same moment', async () => {
    const document = await submitted('race');
    const answers = await Promise.all(
      ['month-case', 'place-case', 'byline-line'].map(async (rule) =>
        review('race', { version: 1, undo: [keyOf(document, rule)] }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409, 409]);
    await ended('race');
    expect((await documentOf('race')).overlays.undone).toHaveLength(1);
  });

  it('tells the feed and the audit log', async () => {
    const key = keyOf(await submitted('told'), 'month-case');
    const { next } = (await api.call({ url: '/v1/changes?limit=200' })).json();
    await review('told', { version: 1, undo: [key] });
    await ended('told');
    const { items } = (await api.call({ url: `/v1/changes?after=${next}` })).json();
    expect(items.map(({ type, locale }: { type: string; locale?: string }) => [type, locale])).toEqual(
      expect.arrayContaining([
        ['ready', 'es'],
        ['ready', 'fr'],
        ['closed', undefined],
      ]),
    );
    const [, fields] = (await api.client.xrevrange('{polywire}:audit', '+', '-', 'COUNT', 1))[0] ?? [];
    expect(JSON.parse(fields?.[1] ?? '')).toMatchObject({
      action: 'review',
      detail: 'version 1: 1 taken back',
    });
  });
});

function keyOf({ overlays }: Document, rule: string): string {
  return overlays.repairs.find((repair) => repair.rule === rule)?.key ?? '';
}
