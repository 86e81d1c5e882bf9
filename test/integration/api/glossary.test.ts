import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Locale } from '../../../shared/document/locale.ts';
import { createTermMatchers } from '../../../shared/memory/terms/term-matcher.ts';
import { createGlossaryStore } from '../../../shared/stores/glossary-store.ts';
import { createTermFinder } from '../../../shared/stores/term-finder.ts';
import { documentOf } from '../../support/builders.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';

const CSV =
  'source,target,status\nferry,ferry,preferred\nferry,bac,forbidden\nLake Post,,do-not-translate\n,x,\n';

describe('the glossary', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await startApiHarness();
  });
  afterAll(async () => api[Symbol.asyncDispose]());

  const send = async (payload: string, query: string) =>
    api.call({
      method: 'POST',
      url: `/v1/glossary?${query}`,
      payload,
      headers: { 'content-type': 'application/octet-stream' },
    });

  it('takes a file, tells what became of the terms, gives them back and removes them', async () => {
    const query = 'format=csv&sourceLocale=en&locale=fr';
    expect((await send(CSV, query)).json()).toEqual({
      created: 3,
      merged: 0,
      kept: 0,
      refused: 1,
      refusals: [{ line: 5, name: '', reason: 'source-empty' }],
    });
    expect((await send(CSV.replace('forbidden', 'admitted'), query)).json()).toMatchObject({
      merged: 1,
      kept: 2,
    });
    expect((await api.call({ url: '/v1/glossary' })).json()).toEqual({
      glossaries: [{ sourceLocale: 'en', locale: 'fr', terms: 3 }],
    });
    for (const format of ['csv', 'tbx']) {
      const pair = 'sourceLocale=en&locale=fr';
      const { body } = await api.call({ url: `/v1/glossary/export?${pair}&format=${format}` });
      expect((await send(body, `format=${format}`)).json()).toMatchObject({ created: 0, merged: 0, kept: 3 });
    }
    const removed = await api.call({ method: 'DELETE', url: '/v1/glossary?sourceLocale=en&locale=fr' });
    expect(removed.json()).toEqual({ removed: 3 });
    expect((await api.call({ url: '/v1/glossary' })).json()).toEqual({ glossaries: [] });
  });

  it('names the place of a fault', async () => {
    const response = await send('<tbx><text>', 'format=tbx');
    expect(response.json()).toMatchObject({ code: 'EXCHANGE_INVALID', details: { line: 1 } });
  });

  it('shows a worker each change at its next document, for regions too', async () => {
    const store = createGlossaryStore(api.client);
    const findTerms = createTermFinder(store, createTermMatchers(new Map()));
    const document = { ...documentOf(['The ferry leaves.'], {}), sourceLocale: Locale.parse('en-GB') };
    const target = { locale: Locale.parse('es-MX') };
    await send('source,target\nlake,lago\n', 'format=csv&sourceLocale=en&locale=es');
    expect(await findTerms(document, target)).toEqual([]);
    await send('source,target\nferry,transbordador\n', 'format=csv&sourceLocale=en&locale=es');
    expect(await findTerms(document, target)).toMatchObject([
      { source: 'ferry', span: { start: 4, end: 9 }, targets: [{ text: 'transbordador' }] },
    ]);
    await store.remove('default', { sourceLocale: Locale.parse('en'), locale: Locale.parse('es') });
    expect(await findTerms(document, target)).toBeUndefined();
  });
});
