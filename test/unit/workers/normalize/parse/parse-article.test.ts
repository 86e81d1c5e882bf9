import { describe, expect, it } from 'vitest';
import { normalized, textsOf } from '../support.ts';

const PAGE = `<!doctype html><html lang="pt-BR"><head><title>Site</title>
<meta property="og:title" content="O cais fechou | Jornal"><meta name="author" content="Ana Silva">
<meta property="article:published_time" content="2026-01-12T08:30:00-03:00"><meta name="keywords" content="porto, cais">
<link rel="canonical" href="https://x.org/cais"><script>alert(1)</script></head>
<body><nav><a href="/">Início</a></nav><main><article><h1>O cais fechou</h1>
<p>O cais fechou na <b>segunda</b>. <a href="javascript:alert(1)">Ninguém</a> sabia.</p>
<figure><img src="a.jpg" alt="O cais"><figcaption>Operários no cais. Foto: AFP</figcaption></figure>
<ul><li>Um</li><li>Dois</li></ul><aside>Leia mais</aside></article></main><footer>Contato</footer></body></html>`;

describe('parseArticle', () => {
  it('reads the article of a page, its figure and its metadata', async () => {
    const document = await normalized(PAGE, { format: 'html', sourceLocale: undefined });
    expect(textsOf(document)).toEqual([
      'O cais fechou',
      'O cais fechou na segunda.',
      'Ninguém sabia.',
      'Operários no cais.',
      'O cais',
      'Um',
      'Dois',
    ]);
    expect(document.sourceLocale).toBe('pt-BR');
    expect(document.meta).toMatchObject({
      headline: 'O cais fechou',
      byline: [{ name: 'Ana Silva' }],
      publishedAt: '2026-01-12T08:30:00-03:00',
      keywords: ['porto', 'cais'],
      canonicalUrl: 'https://x.org/cais',
    });
    expect(document.tree.children[2]).toMatchObject({
      type: 'figure',
      url: 'https://x.org/a.jpg',
      credit: { role: 'photo', name: 'AFP' },
    });
    expect(document.overlays.diagnostics).toMatchObject([{ code: 'page-extracted' }, { code: 'unsafe-url' }]);
  });

  it('reads a fragment of HTML', async () => {
    const document = await normalized('<p>The pier closed.</p><p>Nobody knew.</p>', { format: 'html' });
    expect(textsOf(document)).toEqual(['The pier closed.', 'Nobody knew.']);
  });

  it('reads plain text with a headline in its first line', async () => {
    const document = await normalized(
      'Pier closes for two years\n\nThe pier closed.\nNobody knew.\n\nIt was late.',
      { format: 'text' },
    );
    expect(document.meta.headline).toBe('Pier closes for two years');
    expect(document.tree.children.map((node) => node.type)).toEqual(['heading', 'paragraph', 'paragraph']);
  });

  it('takes no sentence of plain text for a headline', async () => {
    const document = await normalized('The pier closed.\n\nIt was late.', { format: 'text' });
    expect(document.meta.headline).toBeUndefined();
  });

  it('reads a JSON article and its body by format', async () => {
    const content = JSON.stringify({
      headline: 'Pier closes',
      byline: ['Ana Silva', { name: 'João Melo' }],
      body: '<p>It <i>closed</i>.</p>',
      bodyFormat: 'html',
      language: 'en',
      publishedAt: '2026-01-12',
      keywords: ['port'],
    });
    const document = await normalized(content, { format: 'json', sourceLocale: undefined });
    expect(textsOf(document)).toEqual(['Pier closes', 'It closed.']);
    expect(document.meta).toMatchObject({
      headline: 'Pier closes',
      byline: [{ name: 'Ana Silva' }, { name: 'João Melo' }],
      publishedAt: '2026-01-12',
      keywords: ['port'],
    });
  });

  it.each([
    ['{"body": 5}', '/body'],
    ['{"body": "a", "keywords": ["x", 7]}', '/keywords/1'],
    ['{"headline": "a"}', '/body'],
    ['[1]', '/'],
    ['{"body": ', ''],
  ])('names the place where the JSON article %j is wrong', async (content, pointer) => {
    await expect(normalized(content, { format: 'json' })).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
      details: { problems: [{ pointer }] },
    });
  });

  it('reads YAML front matter and says so where it cannot', async () => {
    const good = await normalized(
      '---\ntitle: Pier closes\nauthors: [Ana Silva, João Melo]\ndate: 2026-01-12 08:30:00 +0100\nlang: en\ntags: a, b\n---\nIt closed.',
    );
    expect(good.meta).toMatchObject({
      headline: 'Pier closes',
      byline: [{ name: 'Ana Silva' }, { name: 'João Melo' }],
      publishedAt: '2026-01-12T08:30:00+01:00',
      keywords: ['a', 'b'],
    });
    const bad = await normalized('---\ntitle: [\n---\nIt closed.');
    expect(bad.overlays.diagnostics).toMatchObject([{ code: 'front-matter-unreadable' }]);
    expect(textsOf(bad)).toEqual(['It closed.']);
  });

  it('states no date without evidence', async () => {
    const document = await normalized('---\ndate: last week\n---\nIt closed.');
    expect(document.meta.publishedAt).toBeUndefined();
    expect(document.overlays.diagnostics).toMatchObject([{ code: 'date-unreadable' }]);
  });

  it('maps inline HTML in Markdown and drops the rest with a diagnostic', async () => {
    const document = await normalized(
      'It <b>is</b> H<sub>2</sub>O<br>and <a href="https://x.org">a link</a> <blink>now</blink>.<script>alert(1)</script>',
    );
    const [segment] = document.segments;
    expect(segment?.text).toBe('It is H2O\uFFFCand a link now.');
    expect(segment?.codes.map((code) => code.kind)).toEqual(['strong', 'span', 'break', 'link']);
    expect(document.overlays.diagnostics).toMatchObject([{ code: 'html-dropped' }]);
  });

  it('reads the words of HTML blocks in Markdown', async () => {
    const document = await normalized(
      'One.\n\n<div><p>Two.</p><script>x()</script></div>\n\n<!-- note -->\n\nThree.',
    );
    expect(textsOf(document)).toEqual(['One.', 'Two.', 'Three.']);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '\u200Bjavascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'feed:x',
    'view-source:x',
  ])('takes the link to %j out and keeps its text', async (url) => {
    const document = await normalized(`<p>See <a href="${url}">the page</a> now.</p>`, { format: 'html' });
    expect(document.segments).toMatchObject([{ text: 'See the page now.', codes: [] }]);
    expect(document.overlays.diagnostics).toMatchObject([{ code: 'unsafe-url' }]);
  });

  it.each([
    'https://x.org',
    'http://x.org',
    'mailto:a@x.org',
    'tel:+351',
    '/a',
    '#a',
    'a/b:c',
    '?q=a:b',
    '//x.org/a',
  ])('keeps the link to %j', async (url) => {
    const document = await normalized(`<p>See <a href="${url}">the page</a> now.</p>`, { format: 'html' });
    expect(document.segments[0]?.codes).toMatchObject([{ kind: 'link', url }]);
  });
});
