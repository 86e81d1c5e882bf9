import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHarness, ARTICLE, startApiHarness } from './api-harness.ts';

describe('submitting an article', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await startApiHarness();
  });
  afterAll(async () => api[Symbol.asyncDispose]());

  it('accepts a new version, queues it once and keeps it in the spool', async () => {
    const response = await api.submit('news/first');
    expect(response.statusCode).toBe(202);
    const receipt = response.json();
    expect(receipt).toMatchObject({
      externalId: 'news/first',
      version: 1,
      outcome: 'accepted',
      targetLocales: ['es', 'fr'],
    });
    expect(response.headers['location']).toBe('/v1/articles/news%2Ffirst');
    const record = await api.record('news/first');
    expect(await readdir(api.spoolFolder)).toContain(`${record.articleId}.v1.json`);
    expect(await flowOf(api, record.articleId)).toBe('waiting-children');
  });

  it('answers 200 to the same again, with no new job', async () => {
    await api.submit('again');
    const before = await api.queue('normalize').getJobCountByTypes('prioritized');
    const response = await api.submit('again');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ outcome: 'unchanged' });
    expect(await api.queue('normalize').getJobCountByTypes('prioritized')).toBe(before);
  });

  it('makes one run of 50 identical submissions at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => api.submit('parallel')));
    const codes = answers.map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 202)).toHaveLength(1);
    expect(codes.filter((code) => code === 200)).toHaveLength(49);
    const record = await api.record('parallel');
    const jobs = await api.queue('normalize').getJobs(['prioritized']);
    expect(jobs.filter((job) => job.data.articleId === record.articleId)).toHaveLength(1);
  });

  it('tells a conflict by the lines that differ', async () => {
    await api.submit('conflict');
    const response = await api.submit('conflict', 1, { content: '# Title\n\nAnother line.\n' });
    expect(response.statusCode).toBe(409);
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(response.json()).toMatchObject({
      code: 'VERSION_CONFLICT',
      errors: [{ pointer: '/content', detail: 'line 3: "One line." is here, "Another line." was sent' }],
    });
  });

  it('refuses one of two contents that race for the same version', async () => {
    const answers = await Promise.all(
      ['one', 'two'].map((text) => api.submit('race', 1, { content: `# ${text}\n` })),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([202, 409]);
    const record = await api.record('race');
    const kept = await api.spool.read(`${record.articleId}.v1.json`);
    expect(kept.contentHash).toBe(record.contentHash);
  });

  it('refuses a version below the newest', async () => {
    await api.submit('stale', 3);
    const response = await api.submit('stale', 2, { content: 'Older' });
    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({ code: 'STALE_VERSION', details: { head: 3 } });
    expect(await readdir(api.spoolFolder)).not.toContain(`${(await api.record('stale')).articleId}.v2.json`);
  });

  it('fills in every locale but the source language', async () => {
    const { targetLocales: _all, ...rest } = ARTICLE;
    const response = await api.call({
      method: 'PUT',
      url: '/v1/articles/defaults/versions/1',
      payload: { ...rest, sourceLocale: 'fr' },
    });
    expect(response.json().targetLocales).toContain('es');
    expect(response.json().targetLocales).not.toContain('fr');
  });

  it('resolves locales as people write them', async () => {
    const response = await api.submit('written', 1, { targetLocales: ['pt_br', 'ZH-hans', 'pt-BR'] });
    expect(response.json().targetLocales).toEqual(['pt-BR', 'zh-Hans']);
  });

  it('takes an article that names itself', async () => {
    const response = await api.call({
      method: 'POST',
      url: '/v1/articles',
      payload: { ...ARTICLE, externalId: 'posted' },
    });
    expect(response.statusCode).toBe(202);
    expect(response.json()).toMatchObject({ externalId: 'posted', version: 1 });
  });

  it('counts submissions by outcome', async () => {
    await api.submit('counted');
    const text = await api.metrics.registry.metrics();
    expect(text).toMatch(/polywire_submissions_total\{outcome="accepted"\} [1-9]/u);
    expect(text).toMatch(/polywire_submissions_total\{outcome="version_conflict"\} [1-9]/u);
  });
});

describe('publishing status in a submission', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await startApiHarness();
  });
  afterAll(async () => api[Symbol.asyncDispose]());

  it('kills the article whatever the content', async () => {
    await api.submit('kill-me', 2);
    const kill = await api.submit('kill-me', 3, { content: 'Please kill', pubStatus: 'canceled' });
    expect(kill.statusCode).toBe(202);
    expect((await api.record('kill-me')).pubStatus).toBe('canceled');
    const later = await api.submit('kill-me', 4);
    expect(later.statusCode).toBe(410);
    expect(later.json()).toMatchObject({ code: 'ARTICLE_KILLED' });
    const again = await api.submit('kill-me', 3, { content: 'Please kill', pubStatus: 'canceled' });
    expect(again.statusCode).toBe(200);
  });

  it('remembers a kill that comes before its article', async () => {
    await api.submit('not-yet', 5, { pubStatus: 'canceled' });
    const response = await api.submit('not-yet', 4, { content: 'Late' });
    expect(response.statusCode).toBe(410);
  });

  it('withholds and releases by the same content with another status', async () => {
    await api.submit('held', 1, { pubStatus: 'withheld' });
    expect((await api.record('held')).pubStatus).toBe('withheld');
    const response = await api.submit('held', 1, { pubStatus: 'usable' });
    expect(response.statusCode).toBe(200);
    expect((await api.record('held')).pubStatus).toBe('usable');
  });

  it('keeps what people withheld when a submission does not state a status', async () => {
    await api.submit('desk');
    await api.call({ method: 'POST', url: '/v1/articles/desk/withhold' });
    await api.submit('desk');
    expect((await api.record('desk')).pubStatus).toBe('withheld');
  });

  it('tells the feed when a higher version changes the status', async () => {
    await api.submit('feed-status');
    await api.submit('feed-status', 2, { content: 'Second', pubStatus: 'withheld' });
    const feed = await api.call({ url: '/v1/changes?limit=1000' });
    const mine = feed
      .json()
      .items.filter((item: { externalId: string }) => item.externalId === 'feed-status');
    expect(mine).toMatchObject([{ type: 'withheld', version: 2 }]);
  });
});

async function flowOf(api: ApiHarness, articleId: string): Promise<string | undefined> {
  return api.queue('collect').getJobState(`${articleId}.v1.collect`);
}
