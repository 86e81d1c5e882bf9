import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHarness, type SegmentSpec, startApiHarness, storeRendition } from './api-harness.ts';

let api: ApiHarness;
let now = Date.now();
beforeAll(async () => {
  api = await startApiHarness({ now: () => now });
});
afterAll(async () => api[Symbol.asyncDispose]());

async function rendered(
  externalId: string,
  segments: readonly SegmentSpec[],
  body: object = {},
): Promise<string> {
  await api.submit(externalId, 1, body);
  await storeRendition(api, await api.record(externalId), 'es', segments);
  return `/v1/articles/${externalId}/locales/es`;
}

describe('pulling an output', () => {
  it.each([
    ['html', 'text/html; charset=utf-8', '<p lang="es">formats</p>'],
    ['md', 'text/markdown; charset=utf-8', '*formats*\n'],
    ['json', 'application/json; charset=utf-8', '{"id":"formats"}'],
  ])('serves the stored bytes as %s', async (format, type, body) => {
    const url = await rendered('formats', [{ target: 'Uno' }, {}]);
    const response = await api.call({ url: `${url}?format=${format}` });
    expect(response.statusCode).toBe(200);
    expect(response.body).toBe(body);
    expect(response.headers).toMatchObject({
      'content-type': type,
      'content-language': 'es',
      'translation-state': 'translated=1;approved=0;source=1;segments=2',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers['content-security-policy']).toBe(
      format === 'html' ? "default-src 'none'; style-src 'unsafe-inline'; img-src https: http:" : undefined,
    );
  });

  it('writes the formats that are not kept, the same bytes each time', async () => {
    const url = await rendered('written-now', [{ target: 'Frase cero.' }, {}]);
    const fragment = await api.call({ url: `${url}?format=fragment` });
    expect(fragment.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(fragment.body).toContain('<article lang="es" dir="ltr">');
    expect(fragment.body).toContain('<p>Frase cero.</p>');
    expect(fragment.body).toContain('<p lang="en" dir="ltr" data-origin="source">Sentence 1.</p>');
    const again = await api.call({
      url: `${url}?format=fragment`,
      headers: { 'if-none-match': String(fragment.headers['etag']) },
    });
    expect(again.statusCode).toBe(304);
  });

  it('shows the source in place of a target below the policy', async () => {
    const url = await rendered('below', [
      { target: 'Aprobada.', review: 'approved' },
      { target: 'Borrador.', review: 'draft' },
    ]);
    const response = await api.call({ url: `${url}?format=html&policy=approved` });
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('<p>Aprobada.</p>');
    expect(response.body).not.toContain('Borrador.');
    expect(response.body).toContain('data-origin="source">Sentence 1.</p>');
    expect(response.headers['translation-state']).toBe(
      'translated=1;approved=1;reviewed=0;machine=0;source=1;segments=2',
    );
  });

  it('leaves out what is not translated, and says how much', async () => {
    const url = await rendered('omitted', [{ target: 'Aprobada.', review: 'approved' }, {}]);
    const response = await api.call({ url: `${url}?format=txt&fallback=omit` });
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('Aprobada.\n\n[…]\n');
    expect(response.body).not.toContain('Sentence 1.');
    expect(response.headers['translation-state']).toBe(
      'translated=1;approved=1;reviewed=0;machine=0;source=0;omitted=1;segments=2',
    );
  });

  it('serves the newest older version that was approved as a whole, and says so', async () => {
    const url = await rendered('older', [{ target: 'Uno.', review: 'approved' }]);
    for (const [version, review] of [
      [2, 'approved'],
      [3, 'reviewed'],
      [5, 'draft'],
    ] as const) {
      await api.submit('older', version, { content: `# Title\n\nVersion ${version}.\n` });
      const record = await api.record('older', version);
      await storeRendition(api, record, 'es', [{ target: `Versión ${version}.`, review }]);
    }
    const wanted = `${url}?format=fragment&policy=reviewed&fallback=last-approved`;
    const response = await api.call({ url: wanted });
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('Versión 2.');
    expect(response.headers).toMatchObject({
      'article-version': '2',
      'translation-state': 'translated=1;approved=1;reviewed=0;machine=0;source=0;segments=1',
    });
    const named = await api.call({ url: String(response.headers['content-location']) });
    expect([named.body, named.headers['etag']]).toEqual([response.body, response.headers['etag']]);
    expect(named.headers['content-location']).toBeUndefined();
    const met = await api.call({ url: `${wanted}&version=3` });
    expect(met.body).toContain('Versión 3.');
    expect(met.headers['article-version']).toBe('3');
  });

  it('serves an approved older version while the newest is being made', async () => {
    const url = await rendered('making', [{ target: 'Uno.', review: 'approved' }]);
    await api.submit('making', 2, { content: '# Title\n\nNew.\n' });
    expect((await api.call({ url })).statusCode).toBe(409);
    const response = await api.call({ url: `${url}?fallback=last-approved` });
    expect([response.statusCode, response.headers['article-version']]).toEqual([200, '1']);
  });

  it('has nothing to fall back to where no version was approved as a whole', async () => {
    const url = await rendered('never', [
      { target: 'Uno.', review: 'approved' },
      { target: 'Dos.', review: 'approved', origin: 'mt' },
    ]);
    await api.submit('never', 2, { content: '# Title\n\nNew.\n' });
    await storeRendition(api, await api.record('never', 2), 'es', [{ target: 'Uno.' }]);
    const response = await api.call({ url: `${url}?policy=approved&fallback=last-approved` });
    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({
      code: 'OUTPUT_NOT_READY',
      details: { fallback: 'last-approved' },
    });
    await act('never', 'withhold');
    expect((await api.call({ url: `${url}?fallback=last-approved` })).statusCode).toBe(451);
  });

  it('marks on request where each sentence of HTML came from', async () => {
    const url = await rendered('marked', [{ target: 'Uno.', review: 'approved' }, {}]);
    const response = await api.call({ url: `${url}?format=html&origins=true` });
    expect(response.body).toContain('<span data-origin="exact" data-review="approved">Uno.</span>');
    expect(response.body).toContain('data-origin="source">Sentence 1.</p>');
    const text = await api.call({ url: `${url}?format=md&origins=true` });
    expect(text.body).toContain('Uno.\n\nSentence 1.\n');
    expect(text.body).not.toContain('data-');
    expect((await api.call({ url: `${url}?origins=perhaps` })).statusCode).toBe(422);
  });

  it('answers 304 to its own tag, and HEAD without the bytes', async () => {
    const url = await rendered('tagged', [{ target: 'Uno' }]);
    const first = await api.call({ url });
    const etag = String(first.headers['etag']);
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/u);
    const again = await api.call({ url, headers: { 'if-none-match': `"x", W/${etag}` } });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    expect(again.headers['etag']).toBe(etag);
    const head = await api.call({ method: 'HEAD', url });
    expect([head.statusCode, head.headers['etag'], head.body]).toEqual([200, etag, '']);
    const other = await api.call({ url: `${url}?format=md`, headers: { 'if-none-match': etag } });
    expect(other.statusCode).toBe(200);
  });

  const approved: SegmentSpec = { target: 'Uno', review: 'approved' };
  const draft: SegmentSpec = { target: 'Uno', review: 'draft' };
  const machine: SegmentSpec = { target: 'Uno', review: 'approved', origin: 'mt' };
  it.each<[string, readonly SegmentSpec[], string, number]>([
    ['everything approved', [approved, approved], 'policy=approved&fallback=fail', 200],
    ['an approved machine output', [machine], 'policy=approved&fallback=fail', 409],
    ['a draft under a stricter policy', [approved, draft], 'policy=translated&fallback=fail', 409],
    ['a draft that the source stands in for', [approved, draft], 'policy=translated', 200],
    ['a draft under any', [approved, draft], 'policy=any&fallback=fail', 200],
    ['a gap, with the source in it', [approved, {}], 'policy=approved&fallback=source', 200],
    ['a gap that must not be', [approved, {}], 'policy=any&fallback=fail', 409],
  ])('serves by policy: %s', async (name, segments, query, status) => {
    const url = await rendered(`policy-${name.replaceAll(' ', '-')}`, segments);
    const response = await api.call({ url: `${url}?${query}` });
    expect(response.statusCode).toBe(status);
    if (status === 409) {
      expect(response.json()).toMatchObject({
        code: 'OUTPUT_NOT_READY',
        details: { segments: segments.length },
      });
    }
  });

  it('says which stage has not ended', async () => {
    await api.submit('early');
    const response = await api.call({ url: '/v1/articles/early/locales/es' });
    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({
      code: 'OUTPUT_NOT_READY',
      details: { state: 'running', stages: { normalize: 'waiting', render: 'waiting' } },
    });
  });

  it.each([
    [
      '/v1/articles/formats/locales/de',
      'LOCALE_NOT_FOUND',
      '"de" was not a target of article "formats" version 1; it has es, fr',
    ],
    [
      '/v1/articles/formats/locales/es?version=9',
      'VERSION_NOT_FOUND',
      'Article "formats" has no version 9; the newest is 1',
    ],
    ['/v1/articles/nobody/locales/es', 'ARTICLE_NOT_FOUND', 'There is no article "nobody"'],
  ])('answers 404 to %s', async (url, code, detail) => {
    const response = await api.call({ url });
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ code, detail });
  });

  it('serves a locale under the name that people write', async () => {
    const url = await rendered('written', [{ target: 'Uno' }]);
    expect((await api.call({ url: url.replace('/es', '/ES') })).statusCode).toBe(200);
  });

  it('keeps an embargoed article back until its time', async () => {
    const until = new Date(now + 60_000).toISOString();
    const url = await rendered('embargo', [{ target: 'Uno' }], { embargoedUntil: until });
    const early = await api.call({ url });
    expect(early.statusCode).toBe(403);
    expect(early.json()).toMatchObject({ code: 'OUTPUT_EMBARGOED', details: { embargoedUntil: until } });
    now += 60_001;
    expect((await api.call({ url })).statusCode).toBe(200);
  });
});

async function act(externalId: string, action: string): ReturnType<ApiHarness['call']> {
  return api.call({ method: 'POST', url: `/v1/articles/${externalId}/${action}` });
}

describe('acting on an article', () => {
  it('withholds at once, also from those who have a tag, and releases', async () => {
    const url = await rendered('hold', [{ target: 'Uno' }]);
    const etag = String((await api.call({ url })).headers['etag']);
    expect((await act('hold', 'withhold')).json()).toMatchObject({ pubStatus: 'withheld' });
    const held = await api.call({ url, headers: { 'if-none-match': etag } });
    expect(held.statusCode).toBe(451);
    await act('hold', 'release');
    expect((await api.call({ url })).statusCode).toBe(200);
  });

  it('kills for good', async () => {
    const url = await rendered('dead', [{ target: 'Uno' }]);
    const killed = await act('dead', 'kill');
    expect(killed.statusCode).toBe(202);
    expect(killed.json()).toMatchObject({ state: 'killed', pubStatus: 'canceled' });
    expect((await api.call({ url })).statusCode).toBe(410);
    expect((await api.call({ url: '/v1/articles/dead/document' })).statusCode).toBe(410);
    expect((await act('dead', 'release')).json().code).toBe('ARTICLE_KILLED');
  });

  it('does not retry what is running', async () => {
    await api.submit('busy');
    const response = await act('busy', 'retry');
    expect(response.statusCode).toBe(409);
    expect(response.json().code).toBe('NOT_RETRYABLE');
  });

  it('tells the feed and the audit log who did what', async () => {
    await rendered('audited', [{ target: 'Uno' }]);
    await act('audited', 'withhold');
    const entries = await api.client.xrevrange('{polywire}:audit', '+', '-', 'COUNT', 1);
    expect(JSON.parse(entries[0]?.[1][1] ?? '')).toMatchObject({
      actor: 'bootstrap',
      action: 'withhold',
      target: 'default/audited',
    });
    const feed = (await api.call({ url: '/v1/changes?limit=1000' })).json();
    const mine = feed.items.filter((item: { externalId: string }) => item.externalId === 'audited');
    expect(mine).toMatchObject([{ type: 'ready', locale: 'es' }, { type: 'withheld' }]);
  });
});

describe('reading about an article', () => {
  it('shows the document with its entities', async () => {
    await rendered('read', [{ target: 'Uno' }]);
    const response = await api.call({ url: '/v1/articles/read/document' });
    expect(response.json()).toMatchObject({ document: { externalId: 'read' }, entities: { mentions: [] } });
  });

  it('shows its stages in time', async () => {
    await rendered('traced', [{ target: 'Uno' }]);
    const { timeline } = (await api.call({ url: '/v1/articles/traced/trace' })).json();
    const done = timeline.filter((entry: { state: string }) => entry.state === 'done');
    expect(done.map((entry: { stage: string }) => entry.stage)).toEqual([
      'normalize',
      'tag-entities',
      'tm-lookup',
      'render',
    ]);
    const times = timeline.map((entry: { at: number }) => entry.at);
    expect(times).toEqual(times.toSorted((a: number, b: number) => a - b));
  });

  it('tags its status', async () => {
    await api.submit('status-tag');
    const first = await api.call({ url: '/v1/articles/status-tag' });
    const again = await api.call({
      url: '/v1/articles/status-tag',
      headers: { 'if-none-match': String(first.headers['etag']) },
    });
    expect([first.statusCode, again.statusCode]).toEqual([200, 304]);
  });
});

describe('the change feed', () => {
  it('goes on where a page ended, over any page size', async () => {
    const all = (await api.call({ url: '/v1/changes?limit=1000' })).json();
    expect(all.items.length).toBeGreaterThan(5);
    const seen: unknown[] = [];
    let next = '';
    for (;;) {
      const page = (
        await api.call({ url: `/v1/changes?limit=2${next === '' ? '' : `&after=${next}`}` })
      ).json();
      if (page.items.length === 0) {
        break;
      }
      seen.push(...page.items);
      next = page.next;
    }
    expect(seen).toEqual(all.items);
    expect(next).toBe(all.next);
  });
});
