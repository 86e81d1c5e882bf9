import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readXml } from '../../../shared/exchange/xml.ts';
import { type ApiHarness, startApiHarness, storeRendition } from './api-harness.ts';

let api: ApiHarness;
let now = Date.now();
beforeAll(async () => {
  api = await startApiHarness({ now: () => now });
  for (const name of ['first', 'second', 'third']) {
    await publish(name);
  }
});
afterAll(async () => api[Symbol.asyncDispose]());

async function publish(externalId: string, body: object = {}, version = 1): Promise<void> {
  await api.submit(externalId, version, body);
  await storeRendition(api, await api.record(externalId), 'es', [
    { target: `Esto es <${externalId}>.`, review: 'approved' },
    {},
  ]);
  await new Promise((resolve) => setTimeout(resolve, 3)); // so that times differ
}

const JsonFeed = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  language: z.string(),
  feed_url: z.url(),
  items: z.array(
    z.object({
      id: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u),
      title: z.string(),
      content_html: z.string(),
      date_modified: z.iso.datetime(),
      _polywire: z.object({ translation_state: z.string() }),
    }),
  ),
});

async function itemsOf(query = ''): Promise<z.infer<typeof JsonFeed>['items']> {
  const response = await api.call({ url: `/v1/feeds/es?format=json${query}` });
  expect(response.statusCode).toBe(200);
  return JsonFeed.parse(response.json()).items;
}

/** Texts of an XML document by element name; it is well-formed, or this throws. */
async function textsOf(xml: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const texts = new Map<string, string[]>();
  const open: string[] = [];
  for await (const _ of readXml<never>([xml], () => ({
    open: ({ name }) => void (open.push(name), texts.set(name, [...(texts.get(name) ?? []), ''])),
    text: (text) => {
      const own = texts.get(open.at(-1) ?? '');
      own?.splice(-1, 1, (own.at(-1) ?? '') + text);
    },
    close: () => void open.pop(),
  }))) {
    // every piece is read by the handlers
  }
  return texts;
}

describe('the feed of a locale', () => {
  it('has the newest articles first, as sanitized HTML, and counts their sentences', async () => {
    const items = await itemsOf();
    expect(items.map(({ title }) => title)).toEqual(['third', 'second', 'first']);
    expect(items[0]).toMatchObject({
      content_html:
        '<p>Esto es &#x3C;third>.</p>\n<p lang="en" dir="ltr" data-origin="source">Sentence 1.</p>',
      _polywire: { translation_state: 'translated=1;approved=1;reviewed=0;machine=0;source=1;segments=2' },
    });
    expect((await itemsOf('&limit=1')).map(({ title }) => title)).toEqual(['third']);
  });

  it.each([
    ['rss', 'application/rss+xml', 'item', 'content:encoded'],
    ['atom', 'application/atom+xml', 'entry', 'content'],
  ])('is well-formed as %s, with the same content', async (format, type, item, content) => {
    const response = await api.call({ url: `/v1/feeds/es?format=${format}` });
    expect(response.headers['content-type']).toBe(`${type}; charset=utf-8`);
    expect(response.headers['content-language']).toBe('es');
    const texts = await textsOf(response.body);
    expect(texts.get(item)).toHaveLength(3);
    expect(texts.get('title')).toEqual(['Polywire · español', 'third', 'second', 'first']);
    expect(texts.get(content)).toEqual((await itemsOf()).map(({ content_html: html }) => html));
    expect((await api.call({ url: `/v1/feeds/es?format=${format}` })).body).toBe(response.body);
  });

  it('answers 304 until something changes', async () => {
    const first = await api.call({ url: '/v1/feeds/es' });
    const headers = { 'if-none-match': String(first.headers['etag']) };
    expect((await api.call({ url: '/v1/feeds/es', headers })).statusCode).toBe(304);
    expect((await api.call({ url: '/v1/feeds/es?format=atom', headers })).statusCode).toBe(200);
    await publish('fourth');
    expect((await api.call({ url: '/v1/feeds/es', headers })).statusCode).toBe(200);
  });

  it('keeps killed, withheld and embargoed articles out', async () => {
    await publish('embargoed', { embargoedUntil: new Date(now + 60_000).toISOString() });
    await api.call({ method: 'POST', url: '/v1/articles/second/kill' });
    await api.call({ method: 'POST', url: '/v1/articles/third/withhold' });
    expect((await itemsOf()).map(({ title }) => title)).toEqual(['fourth', 'first']);
    now += 60_001;
    expect((await itemsOf()).map(({ title }) => title)).toEqual(['embargoed', 'fourth', 'first']);
  });

  it('keeps the version before while the next one is made, under the same id', async () => {
    const [before] = (await itemsOf()).filter(({ title }) => title === 'first');
    await api.submit('first', 2, { content: '# Another text\n\nIt is new.' });
    const [during] = (await itemsOf()).filter(({ title }) => title === 'first');
    expect(during).toEqual(before);
  });

  it('leaves out articles that do not meet the policy, and is empty where there are none', async () => {
    expect(await itemsOf('&policy=approved&fallback=fail')).toEqual([]);
    const response = await api.call({ url: '/v1/feeds/fr?format=json' });
    expect(response.json()).toMatchObject({ language: 'fr', items: [] });
    expect((await api.call({ url: '/v1/feeds/xx' })).json().code).toBe('LOCALE_UNKNOWN');
  });
});
