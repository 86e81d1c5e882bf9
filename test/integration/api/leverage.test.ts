import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../../shared/stores/keys.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import { unitOf } from '../../support/units.ts';
import { type ApiHarness, BOOTSTRAP_KEY, startApiHarness, storeRendition } from './api-harness.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
  for (const [name, count] of [
    ['first', 2],
    ['second', 3],
  ] as const) {
    await api.submit(name);
    const segments = Array.from({ length: count }, () => ({}));
    await storeRendition(api, await api.record(name), 'es', segments);
  }
  await api.submit('early');
});
afterAll(async () => api[Symbol.asyncDispose]());

async function leverage(body: object, query = ''): ReturnType<ApiHarness['call']> {
  return api.call({ method: 'POST', url: `/v1/leverage${query}`, payload: body });
}

describe('counting leverage', () => {
  it('counts a batch with its repetitions', async () => {
    const response = await leverage({ articles: ['first', 'second'], locales: ['es'] });
    expect(response.statusCode).toBe(200);
    const [report] = response.json().reports;
    expect(report).toMatchObject({ locale: 'es', articles: ['first', 'second'], total: { segments: 5 } });
    const bands = Object.fromEntries(
      report.rows.map(({ band, segments }: { band: string; segments: number }) => [band, segments]),
    );
    expect(bands).toMatchObject({ new: 3, repetition: 2 }); // both begin with the same two sentences
  });

  it.each([
    ['csv', 'text/csv; charset=utf-8', /^locale,band,/u],
    ['trados', 'application/xml; charset=utf-8', /<task name="analyse">/u],
  ])('writes %s', async (format, type, expected) => {
    const response = await leverage({ articles: ['first'], locales: ['es'] }, `?format=${format}`);
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, type]);
    expect(response.body).toMatch(expected);
  });

  it.each([
    ['an article that does not exist', { articles: ['none'] }, 404, 'ARTICLE_NOT_FOUND'],
    [
      'an article that is still in the queue',
      { articles: ['early'], locales: ['es'] },
      409,
      'OUTPUT_NOT_READY',
    ],
    ['a locale that the article has not', { articles: ['first'], locales: ['ja'] }, 422, 'REQUEST_INVALID'],
    ['what is no locale', { articles: ['first'], locales: ['?'] }, 422, 'REQUEST_INVALID'],
    ['no article', { articles: [] }, 422, 'REQUEST_INVALID'],
  ])('refuses %s', async (_, body, status, code) => {
    const response = await leverage(body);
    expect([response.statusCode, response.json().code]).toEqual([status, code]);
  });
});

describe('counting articles that are not submitted', () => {
  const draft = { name: 'draft.md', format: 'markdown', content: '# A title\n\nHe agreed. He left.\n' };

  it('finds what the memory has for them, per locale, and keeps nothing', async () => {
    await createRedisMemory(api.client).add(
      [
        { source: 'He agreed.', target: 'Aceptó.', provenance: { review: 'approved' } as const },
        { source: 'He agreed.', target: 'Il a accepté.', locale: 'fr' },
      ].map(unitOf),
    );
    const before = await api.client.zcard(keys.articles());
    const second = { ...draft, name: 'second.md', content: 'He left. In **2027** too.\n' };
    const response = await leverage({ drafts: [draft, second], locales: ['es', 'fr', 'de'] });
    expect(response.statusCode).toBe(200);
    const { reports } = response.json();
    expect(reports.map(({ locale }: { locale: string }) => locale)).toEqual(['es', 'fr', 'de']);
    expect(bandsOf(reports[0])).toMatchObject({ '100': 1, new: 3, repetition: 1 });
    expect(bandsOf(reports[1])).toMatchObject({ '100': 1 });
    expect(bandsOf(reports[2])).toMatchObject({ '100': 0, new: 4, repetition: 1 });
    expect(reports[0].articles).toEqual(['draft.md', 'second.md']);
    expect(await api.client.zcard(keys.articles())).toBe(before);
    const csv = await leverage({ drafts: [draft], locales: ['es'] }, '?format=csv');
    expect(csv.body).toContain('es,100,1,2,');
  });

  it('answers over a connection', async () => {
    const url = await api.app.listen({ host: '127.0.0.1', port: 0 });
    const response = await fetch(`${url}/v1/leverage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${BOOTSTRAP_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({ drafts: [draft], locales: ['es'] }),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ reports: [{ locale: 'es', total: { segments: 3 } }] });
  });

  it.each([
    ['no locale', { drafts: [draft] }, 'REQUEST_INVALID'],
    ['a locale that is not configured', { drafts: [draft], locales: ['vn'] }, 'LOCALE_UNKNOWN'],
    [
      'articles and drafts at once',
      { drafts: [draft], articles: ['first'], locales: ['es'] },
      'REQUEST_INVALID',
    ],
    ['a draft without text', { drafts: [{ ...draft, content: ' ' }], locales: ['es'] }, 'SOURCE_EMPTY'],
  ])('refuses %s', async (_, body, code) => {
    const response = await leverage(body);
    expect([response.statusCode, response.json().code]).toEqual([422, code]);
  });
});

function bandsOf({ rows }: { rows: readonly { band: string; segments: number }[] }): Record<string, number> {
  return Object.fromEntries(rows.map(({ band, segments }) => [band, segments]));
}
