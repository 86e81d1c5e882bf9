import { describe, expect, it } from 'vitest';
import type { TreeNode } from '../../../../shared/document/tree.ts';
import { toHtml } from '../../../../workers/render/to-html.ts';
import { documentOf } from '../../../support/builders.ts';
import { normalized } from '../normalize/support.ts';
import { coded, link, machineMade, matchOf, note, partsOf, render } from './render-input.ts';

/** The status line, up to the language that the article was translated from. */
function statusOf(html: string | undefined): string {
  return (/<p class="status"[^>]*>(.*?)<span/u.exec(html ?? '')?.[1] ?? '').replaceAll('\u00A0', ' ');
}

describe('toHtml', () => {
  it('makes one run of neighbouring sentences in the source language', async () => {
    const document = documentOf(['One is here. Two is here. Three is here.']);
    const { outputs } = await render(document, 'es', { 'One is here.': 'Uno.' });
    expect(outputs.html).toContain(
      '<p>Uno. <span lang="en" dir="ltr" data-origin="source">Two is here. Three is here.</span></p>',
    );
  });

  it('says how far people and machines have taken it', async () => {
    const document = documentOf(['One is here. Two is here. Three is here.']);
    const answers = {
      'One is here.': 'Uno.',
      'Two is here.': matchOf('Dos.', { review: 'reviewed' }),
      'Three is here.': matchOf('Tres.', { review: 'translated' }),
    };
    const { outputs, rendition } = await render(document, 'es', answers);
    expect(rendition.counts).toMatchObject({ translated: 3, approved: 1, reviewed: 1, machine: 0 });
    expect(statusOf(outputs.html)).toBe('Aprobado al 33 % · Revisado al 33 % · ');
    const approved = { ...answers, 'Two is here.': 'Dos.', 'Three is here.': 'Tres.' };
    expect(statusOf((await render(document, 'es', approved)).outputs.html)).toBe('');
    const machine = machineMade(partsOf(document, 'es', approved));
    expect(machine.rendition.counts).toMatchObject({ approved: 2, machine: 1 });
    expect(statusOf(toHtml(machine))).toBe('Traducción automática sin revisar (33 %) · Aprobado al 66 % · ');
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

  it('keeps inline elements and protected text, and names the language of a span', async () => {
    const html =
      'The <abbr title="World Health Organization">WHO</abbr> met on <time datetime="2026-01-12">Monday</time>: H<sub>2</sub>O, <mark>x</mark>, <span lang="ar">سلام</span>, <ruby>漢<rt>kan</rt></ruby>, <span translate="no">Poly <b>Wire</b></span>.';
    const document = await normalized(`<p>${html}</p>`, { format: 'html' });
    const { outputs } = await render(document, 'en');
    expect(outputs.html).toContain(
      '<p>The <abbr title="World Health Organization">WHO</abbr> met on <time datetime="2026-01-12">Monday</time>: H<sub>2</sub>O, <mark>x</mark>, <span lang="ar" dir="rtl">سلام</span>, <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>, <span translate="no">Poly</span> <strong><span translate="no">Wire</span></strong>.</p>',
    );
    expect(outputs.md).toContain('The WHO met on Monday: H₂O, x, سلام, 漢(kan), Poly **Wire**.');
  });

  it('serves no translation of protected text', async () => {
    const document = await normalized('<p translate="no">Acme Corporation</p><p>It grew.</p>', {
      format: 'html',
    });
    const { outputs, rendition } = await render(document, 'de', { 'It grew.': 'Es wuchs.' });
    expect(outputs.html).toContain('<p><span translate="no">Acme Corporation</span></p>');
    expect(rendition.segments[0]).toMatchObject({ origin: 'source-copy', reasons: ['nothing-to-translate'] });
  });

  it('needs nothing from elsewhere and has one top heading', async () => {
    const { outputs } = await render(documentOf(['One is here.'], { headline: 'A headline' }), 'ar');
    expect(outputs.html).not.toMatch(
      /<script(?! type="application\/ld\+json")|<link rel="stylesheet"|@import|url\(/u,
    );
    expect(outputs.html?.match(/<h1/gu)).toHaveLength(1);
    expect(outputs.html).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/u);
  });
});
