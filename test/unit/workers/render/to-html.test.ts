import { describe, expect, it } from 'vitest';
import type { TreeNode } from '../../../../shared/document/tree.ts';
import { documentOf } from '../../../support/builders.ts';
import { coded, link, note, render } from './render-input.ts';

describe('toHtml', () => {
  it('makes one run of neighbouring sentences in the source language', async () => {
    const document = documentOf(['One is here. Two is here. Three is here.']);
    const { outputs } = await render(document, 'es', { 'One is here.': 'Uno.' });
    expect(outputs.html).toContain(
      '<p>Uno. <span lang="en" dir="ltr" data-origin="source">Two is here. Three is here.</span></p>',
    );
  });

  it('keeps the marks of an item inside it where its bullet would change sides', async () => {
    const document = documentOf([{ kind: 'list-item', sentences: ['One is here.'] }]);
    const english = 'lang="en" dir="ltr" data-origin="source">One is here.';
    expect((await render(document, 'he')).outputs.html).toContain(`<li><span ${english}</span></li>`);
    expect((await render(document, 'de')).outputs.html).toContain(`<li ${english}</li>`);
  });

  it('marks a sentence whose own language is not that of the article', async () => {
    const plain = documentOf([['Hier stehe ich.', 'Luther said so.']]);
    const segments = plain.segments.map((segment, at) => (at === 0 ? { ...segment, locale: 'de' } : segment));
    const { outputs } = await render({ ...plain, segments }, 'fr');
    expect(outputs.html).toContain('<span lang="de" dir="ltr" data-origin="source">Hier stehe ich.</span>');
    const german = await render({ ...plain, segments }, 'de');
    expect(german.rendition.segments[0]).toMatchObject({ origin: 'source-copy', reasons: ['same-language'] });
  });

  it('links footnotes both ways, in the words of the locale', async () => {
    const document = documentOf([[coded('So it is.\uFFFC', [note(1, 9)])], ['A note.']]);
    const [paragraph, noted] = document.tree.children;
    const children: TreeNode[] = [
      ...(paragraph === undefined ? [] : [paragraph]),
      { type: 'footnoteDefinition', identifier: '1', children: noted === undefined ? [] : [noted] },
    ];
    const { outputs } = await render({ ...document, tree: { type: 'root', children } }, 'de');
    expect(outputs.html).toContain('href="#note-fn-1" id="note-fnref-1"');
    expect(outputs.html).toContain('<li id="note-fn-1">');
    expect(outputs.html).toContain('href="#note-fnref-1"');
    expect(outputs.html).toContain('aria-label="Zurück zur Textstelle 1"');
    expect(outputs.html).toContain('<h2 class="sr-only" id="footnote-label">Fußnoten</h2>');
  });

  it('shows a headline that came as metadata alone, and names the original', async () => {
    const document = documentOf(['One is here.'], {
      meta: { headline: 'Only submitted', canonicalUrl: 'https://example.org/1' },
    });
    const { outputs } = await render(document, 'vi');
    expect(outputs.html).toContain('<h1 lang="en" dir="ltr" data-origin="source">Only submitted</h1>');
    expect(outputs.html).toContain('<title>Only submitted</title>');
    expect(outputs.html).toContain('<a href="https://example.org/1" hreflang="en">Bài gốc</a>');
  });

  it('shows the caption of a picture that the source lost, and no broken picture', async () => {
    const document = documentOf([{ kind: 'caption', sentences: ['The old pier.'] }]);
    const { outputs } = await render(document, 'es', { 'The old pier.': 'El viejo muelle.' });
    expect(outputs.html).toContain('<figure><figcaption>El viejo muelle.</figcaption></figure>');
    expect(outputs.html).not.toContain('<img');
  });

  it('keeps a code of the source where a translation moved it', async () => {
    const document = documentOf([[coded('Read the report.', [link(1, 9, 15)])]]);
    const { outputs } = await render(document, 'ja', {
      'Read the report.': coded('報告書を読む。', [link(1, 0, 3)]),
    });
    expect(outputs.html).toContain('<p><a href="https://example.org/">報告書</a>を読む。</p>');
  });

  it('needs nothing from elsewhere and has one top heading', async () => {
    const { outputs } = await render(documentOf(['One is here.'], { headline: 'A headline' }), 'ar');
    expect(outputs.html).not.toMatch(/<script|<link rel="stylesheet"|@import|url\(/u);
    expect(outputs.html?.match(/<h1/gu)).toHaveLength(1);
    expect(outputs.html).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/u);
  });
});
