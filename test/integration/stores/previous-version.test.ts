import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Locale } from '../../../shared/document/locale.ts';
import { readPreviousVersion } from '../../../shared/stores/previous-version.ts';
import { type ApiHarness, startApiHarness, storeRendition } from '../api/api-harness.ts';

const es = Locale.parse('es');

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(async () => api[Symbol.asyncDispose]());

describe('the version before', () => {
  it('is the newest one that was rendered in the locale, with what was served', async () => {
    await api.submit('story', 3);
    const first = await api.record('story', 3);
    await storeRendition(api, first, 'es', [{ target: 'Uno.', review: 'approved' }, {}]);
    await api.submit('story', 5, { content: '# Title\n\nOverwritten at once.\n' });
    await api.submit('story', 9, { content: '# Title\n\nNew.\n' });
    const { articleId } = first;
    const previous = await readPreviousVersion(api.client, { articleId, version: 9 }, es);
    expect(previous).toMatchObject({
      articleId,
      version: 3,
      segments: [
        { source: { text: 'Sentence 0.' }, target: { text: 'Uno.' }, review: 'approved', origin: 'exact' },
        { source: { text: 'Sentence 1.' }, target: undefined, origin: 'none' },
      ],
    });
    expect(await readPreviousVersion(api.client, { articleId, version: 3 }, es)).toBeUndefined();
    expect(
      await readPreviousVersion(api.client, { articleId, version: 9 }, Locale.parse('fr')),
    ).toBeUndefined();
  });

  it('is none for an article that came in once', async () => {
    await api.submit('only');
    const { articleId } = await api.record('only');
    expect(await readPreviousVersion(api.client, { articleId, version: 1 }, es)).toBeUndefined();
  });
});
