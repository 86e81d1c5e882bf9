import { describe, expect, it } from 'vitest';
import type { EntityOverlay } from '../../../../shared/document/entity-mention.ts';
import { RenderedLocale } from '../../../../shared/document/rendition.ts';
import { documentOf } from '../../../support/builders.ts';
import { coded, link, matchOf, render, strong } from './render-input.ts';

const FERRY = documentOf(['The ferry is back. Drivers welcomed it.', 'Nobody was hurt.'], {
  headline: 'Night ferry returns',
  publishedAt: '2026-04-15T07:20:00+03:00',
  meta: {
    byline: [{ name: 'Lena Hartwell' }, { name: 'Tobias Odera' }],
    agency: 'AFP',
    editorNote: 'SECRET',
  },
});

describe('render', () => {
  it('serves approved targets of equal text and shows the rest in the source language, marked', async () => {
    const { rendition, outputs } = await render(FERRY, 'es', {
      'Night ferry returns': 'Vuelve el ferry nocturno',
      'The ferry is back.': 'El ferry ha vuelto.',
    });
    expect(rendition.counts).toEqual({
      segments: 4,
      translated: 2,
      approved: 2,
      reviewed: 0,
      machine: 0,
      source: 2,
    });
    expect(outputs.html).toContain('<html lang="es" dir="ltr">');
    expect(outputs.html).toContain('<h1>Vuelve el ferry nocturno</h1>');
    expect(outputs.html).toContain(
      '<p>El ferry ha vuelto. <span lang="en" dir="ltr" data-origin="source">Drivers welcomed it.</span></p>',
    );
    expect(outputs.html).toContain('<p lang="en" dir="ltr" data-origin="source">Nobody was hurt.</p>');
    expect(outputs.html).toContain('2 frases aún no están traducidas.');
  });

  it('names writers, agency and date in the words of the locale', async () => {
    const { outputs } = await render(FERRY, 'fr');
    expect(outputs.html).toContain(
      'Par <bdi translate="no">Lena Hartwell</bdi> et <bdi translate="no">Tobias Odera</bdi>',
    );
    expect(outputs.html).toContain('<bdi translate="no">AFP</bdi>');
    expect(outputs.html).toContain(
      'Publié le <time datetime="2026-04-15T07:20:00+03:00">15 avril 2026 à 07:20 (UTC+3)</time>',
    );
  });

  it('keeps what is below equal text out of the page and offers it in the JSON', async () => {
    const fuzzy = matchOf('Nadie resultó muerto.', { kind: 'fuzzy', score: 84, unitId: 'u7' });
    const { rendition, outputs } = await render(FERRY, 'es', { 'Nobody was hurt.': fuzzy });
    expect(outputs.html).not.toContain('Nadie');
    expect(outputs.md).not.toContain('Nadie');
    expect(rendition.segments[3]).toMatchObject({ origin: 'none', reasons: ['fuzzy-below-threshold'] });
    const json = JSON.parse(outputs.json ?? '');
    expect(json.segments[3].suggestions).toMatchObject([{ score: 84, unitId: 'u7' }]);
  });

  it('never publishes the note for the desk', async () => {
    const { outputs } = await render(FERRY, 'de');
    expect(Object.values(outputs).join('')).not.toContain('SECRET');
  });

  it('gives the same bytes for the same input, and a result that fits its schema', async () => {
    const first = await render(FERRY, 'ja', { 'Nobody was hurt.': 'けが人はいなかった。' });
    const second = await render(FERRY, 'ja', { 'Nobody was hurt.': 'けが人はいなかった。' });
    expect(second).toEqual(first);
    expect(() => RenderedLocale.parse(first)).not.toThrow();
  });

  it('shows the article as it is to readers of its own language', async () => {
    const { rendition, outputs } = await render(FERRY, 'en');
    expect(rendition.counts).toEqual({
      segments: 4,
      translated: 4,
      approved: 4,
      reviewed: 0,
      machine: 0,
      source: 0,
    });
    expect(outputs.html).not.toContain('data-origin="');
    expect(outputs.html).not.toContain('class="status"');
  });

  it('uses the URL of the article, not that of the stored unit', async () => {
    const document = documentOf([
      [{ text: 'Read it here.', codes: [link(1, 8, 12, 'https://example.org/en')] }],
    ]);
    const stored = coded('Léelo aquí.', [link(1, 6, 10, 'https://attacker.example/')]);
    const { outputs } = await render(document, 'es', { 'Read it here.': stored });
    expect(outputs.html).toContain('Léelo <a href="https://example.org/en">aquí</a>.');
  });

  it('falls back to the source where the codes of a target do not fit', async () => {
    const document = documentOf([[{ text: 'A bold word here.', codes: [strong(1, 2, 6)] }]]);
    const { rendition } = await render(document, 'es', { 'A bold word here.': 'Una palabra en negrita.' });
    expect(rendition.segments[0]).toMatchObject({
      origin: 'none',
      reasons: ['codes-mismatch'],
      qa: [{ rule: 'codes', severity: 'error' }],
    });
  });

  it('joins Japanese sentences without a space, but not to English ones', async () => {
    const document = documentOf(['One is here. Two is here. Three is here.']);
    const { outputs } = await render(document, 'ja', { 'One is here.': '一。', 'Two is here.': '二。' });
    expect(outputs.html).toContain(
      '<p>一。二。 <span lang="en" dir="ltr" data-origin="source">Three is here.</span></p>',
    );
  });

  it.each([
    ['es', 'Foto: '],
    ['fr', 'Photo\u00A0: '],
    ['ja', '写真：'],
    ['he', 'צילום: '],
  ])('labels the credit of a picture in %s', async (locale, label) => {
    const { outputs } = await render(pictured(), locale, { 'The old pier.': 'X.' });
    expect(outputs.html).toContain(`<small class="credit">${label}<bdi translate="no">AFP</bdi></small>`);
    expect(outputs.md).toContain(`X. ${label}AFP`);
  });

  it('uses the name that the locale has for a place in the metadata, and leaves the text alone', async () => {
    const document = documentOf(['Talks began in Geneva.'], { meta: { dateline: 'GENEVA' } });
    const { outputs } = await render(document, 'fr', {}, geneva(document.segments[0]?.id ?? ''));
    expect(outputs.html).toContain('<bdi translate="no">Genève</bdi>');
    expect(outputs.html).toContain('Talks began in Geneva.');
    expect(JSON.parse(outputs.json ?? '').entities).toMatchObject([
      { id: 'Q71', name: 'Geneva', localName: 'Genève', mentions: 1 },
    ]);
  });

  it('names the language of an alternative text that is not translated', async () => {
    const document = pictured();
    const { outputs } = await render(document, 'es', { 'The old pier.': 'El muelle.' });
    expect(outputs.html).toContain('alt="A wooden pier" lang="en"');
  });

  it('says in the front matter how much is translated', async () => {
    const { outputs } = await render(FERRY, 'es', { 'The ferry is back.': 'El ferry ha vuelto.' });
    expect(outputs.md).toMatch(/^---\ntitle: "Night ferry returns"\ntitleLocale: "en"\nlocale: "es"\n/u);
    expect(outputs.md).toContain(
      '\ncoverage: 25\nsegments: 4\napproved: 1\nreviewed: 0\nmachine: 0\nuntranslated: 3\n---\n',
    );
  });
});

function pictured(): ReturnType<typeof documentOf> {
  const document = documentOf([
    { kind: 'caption', sentences: ['The old pier.'] },
    { kind: 'alt', sentences: ['A wooden pier'] },
  ]);
  const [caption, alt] = document.segments;
  return {
    ...document,
    tree: {
      type: 'root',
      children: [
        {
          type: 'figure',
          url: 'https://example.org/pier.jpg',
          altSegment: alt?.id ?? '',
          credit: { role: 'photo', name: 'AFP' },
          children: [{ type: 'segment', id: caption?.id ?? '' }],
        },
      ],
    },
  };
}

function geneva(segmentId: string): EntityOverlay {
  return {
    mentions: [{ segmentId, span: { start: 15, end: 21 }, text: 'Geneva', entityId: 'Q71', confidence: 1 }],
    entities: [
      { id: 'Q71', type: 'LOC', name: 'Geneva', names: { en: 'Geneva', fr: 'Genève' }, evidence: [] },
    ],
  };
}
