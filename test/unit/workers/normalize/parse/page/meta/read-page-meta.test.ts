import { describe, expect, it } from 'vitest';
import type { FoundMeta } from '../../../../../../../workers/normalize/draft/found-meta.ts';
import { readPageMeta } from '../../../../../../../workers/normalize/parse/page/meta/read-page-meta.ts';
import { readPage } from '../../../../../../../workers/normalize/parse/page/read-page.ts';

function metaOf(head: string, body = '', html = '<html lang="en">'): FoundMeta {
  return readPageMeta(readPage(`${html}<head>${head}</head><body>${body}</body></html>`)).found;
}

function jsonLd(value: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
}

describe('readPageMeta: headline', () => {
  it.each([
    ['<title>Pier closes | The Daily Harbour</title>', '<h1>Pier closes</h1>', 'Pier closes', 'visible'],
    [
      '<title>Pier closes - Harbour</title>',
      '<h1 class="logo">Harbour</h1><h2>Pier closes</h2>',
      'Pier closes',
      'visible',
    ],
    [
      '<title>Pier closes for two years - Harbour</title>',
      '<p>Text</p>',
      'Pier closes for two years',
      'meta',
    ],
    [
      '<meta property="og:title" content="Harbour: a year | Daily"><meta property="og:site_name" content="Daily">',
      '',
      'Harbour: a year',
      'meta',
    ],
    [
      '<title>Webcams - Park (National Service)</title>',
      '<nav><h1>Open menu</h1></nav><h1>Webcams</h1>',
      'Webcams',
      'visible',
    ],
    [jsonLd({ '@type': 'NewsArticle', headline: 'Pier closes' }), '<p>Text</p>', 'Pier closes', 'json-ld'],
  ])('reads %s%s', (head, body, headline, from) => {
    const found = metaOf(head, body);
    expect(found.headline).toBe(headline);
    expect(found.evidence.headline?.from).toBe(from);
  });
});

describe('readPageMeta: writers', () => {
  it.each([
    [
      jsonLd({ '@type': 'NewsArticle', headline: 'x', author: { '@type': 'Person', name: 'Jane Doe' } }),
      '',
      ['Jane Doe'],
      'json-ld',
    ],
    [
      jsonLd({
        '@graph': [
          { '@type': 'Article', headline: 'x', author: { '@id': '#p' } },
          { '@type': 'Person', '@id': '#p', name: 'Jane Doe' },
        ],
      }),
      '',
      ['Jane Doe'],
      'json-ld',
    ],
    [
      jsonLd({ '@type': 'Article', headline: 'x', author: ['Jane Doe', { name: 'John Roe' }] }),
      '',
      ['Jane Doe', 'John Roe'],
      'json-ld',
    ],
    [
      jsonLd({ '@type': 'Article', headline: 'x', author: 'https://x.org/jane' }),
      '<a rel="author">Jane Doe</a>',
      ['Jane Doe'],
      'visible',
    ],
    ['<meta name="author" content="Jane Doe">', '', ['Jane Doe'], 'meta'],
    [
      '<meta property="article:author" content="https://facebook.com/jane">',
      '<p class="byline">By <b>Jane Doe</b></p>',
      ['Jane Doe'],
      'visible',
    ],
    [
      '',
      '<div><a rel="author">Jane Doe</a> and <a rel="author">John Roe</a></div>',
      ['Jane Doe', 'John Roe'],
      'visible',
    ],
    [
      '',
      '<h1>Pier</h1><span class="meta-prep meta-prep-author">Posted on</span><span class="author vcard"><a class="fn">Jane Doe</a></span>',
      ['Jane Doe'],
      'visible',
    ],
    ['', '<h1>Pier</h1><p>By Jane Doe</p><p>It closed.</p>', ['Jane Doe'], 'pattern'],
    [
      '',
      '<h1>Pier</h1><div class="author">Jane Doe<br>Science correspondent<br>@janedoe</div>',
      ['Jane Doe'],
      'visible',
    ],
    [
      '',
      '<h1>Pier</h1><div data-component="byline-block"><button>Share</button><button>Save</button><div><span>Jane Doe</span><div><span>Harbour reporter</span>, <span>Leeds</span></div></div></div>',
      ['Jane Doe'],
      'visible',
    ],
    ['', '<h1>부두</h1><p class="byline">김지훈 기자 입력 2026.05.11 09:30</p>', ['김지훈'], 'visible'],
    ['', '<h1>Pier</h1><div>Por Jane Doe, G9 AM — Manaus</div>', ['Jane Doe'], 'pattern'],
    [
      '<title>Am Pier - Hafenblatt</title><meta name="author" content="Hafenblatt">',
      '<h1>Am Pier</h1><div>Ein Interview von <a href="/jd">Jane Doe</a></div>',
      ['Jane Doe'],
      'pattern',
    ],
    [
      '',
      '<h1>Pier</h1><p>It closed.</p><ol class="comment-list"><li><span class="author">Troll</span></li></ol>',
      undefined,
      undefined,
    ],
  ])('reads %s%s', (head, body, names, from) => {
    const found = metaOf(head, body);
    expect(found.writers?.map(({ name }) => name)).toEqual(names);
    expect(found.evidence.writers?.from).toBe(from);
  });

  it('takes the name of the site for who publishes, not for a person', () => {
    const found = metaOf(
      `<meta property="og:site_name" content="The Daily Harbour">${jsonLd({ '@type': 'Article', headline: 'x', author: { name: 'The Daily Harbour' } })}`,
    );
    expect(found).toMatchObject({ agency: 'The Daily Harbour' });
    expect(found.writers).toBeUndefined();
  });

  it('keeps the role that the data states', () => {
    const author = { name: 'Jane Doe', jobTitle: 'Reporter' };
    expect(metaOf(jsonLd({ '@type': 'Article', headline: 'x', author })).writers).toEqual([
      { name: 'Jane Doe', role: 'Reporter' },
    ]);
  });
});

describe('readPageMeta: dates', () => {
  it.each([
    [
      jsonLd({ '@type': 'Article', headline: 'x', datePublished: '2026-01-12T08:30:00+0100' }),
      '',
      '2026-01-12T08:30:00+01:00',
      'json-ld',
    ],
    [
      '<meta property="article:published_time" content="2026-01-12T08:30:00Z">',
      '',
      '2026-01-12T08:30:00Z',
      'meta',
    ],
    ['<meta name="dcterms.created" content="2026-01-12">', '', '2026-01-12', 'meta'],
    ['<meta name="pubdate" content="Mon, 12 Jan 2026 08:30:00 GMT">', '', '2026-01-12T08:30:00Z', 'meta'],
    ['<meta name="date" content="20260112">', '', '2026-01-12', 'meta'],
    ['', '<time itemprop="datePublished" datetime="2026-01-12">today</time>', '2026-01-12', 'visible'],
    ['', '<h1>Pier</h1><span class="entry-date">12 January 2026</span>', '2026-01-12', 'visible'],
    [
      '',
      '<h1>Pier</h1><div><span>Updated Jan. 13, 2026 at 7 p.m. EST</span>|<span>Published Jan. 12, 2026</span></div>',
      '2026-01-12',
      'visible',
    ],
    ['', '<h1>Pier</h1><div>2026年1月12日 08:15 | Source</div>', '2026-01-12', 'visible'],
    [
      '',
      '<h1>Pier</h1><div class="published">by day <time datetime="2026-01-12T08:00:00Z">12 January 2026</time></div>',
      '2026-01-12T08:00:00Z',
      'visible',
    ],
    [
      '',
      '<h1>Pier</h1><p>Published on 12 January 1998, the book of the old pier sold a million copies.</p>',
      undefined,
      undefined,
    ],
    [
      '',
      '<time class="updated" datetime="2026-02-02">now</time><time class="published" datetime="2026-01-12">then</time>',
      '2026-01-12',
      'visible',
    ],
    [
      '',
      '<div class="related"><time datetime="2020-01-01">x</time></div><h1>Pier</h1><time datetime="2026-01-12">x</time>',
      '2026-01-12',
      'visible',
    ],
    ['<link rel="canonical" href="https://x.org/2026/01/12/pier">', '', '2026-01-12', 'pattern'],
  ])('reads %s%s', (head, body, date, from) => {
    const found = metaOf(head, body);
    expect(found.publishedAt).toBe(date);
    expect(found.evidence.publishedAt?.from).toBe(from);
  });

  it('does not take the day of a change for the day of publication', () => {
    const { found, diagnostics } = readPageMeta(
      readPage('<html><body><h1>Pier</h1><p class="date">Last updated: 12 January 2026</p></body></html>'),
    );
    expect(found.publishedAt).toBeUndefined();
    expect(found.modifiedAt).toBe('2026-01-12');
    expect(diagnostics).toMatchObject([{ code: 'published-unknown', severity: 'info' }]);
  });
});

describe('readPageMeta: the rest', () => {
  it('reads language, section, keywords, description and address', () => {
    const found = metaOf(
      '<meta property="og:locale" content="pt_BR"><meta property="article:section" content="Economy"><meta property="article:tag" content="port"><meta name="keywords" content="pier, port"><meta name="description" content="A pier closes."><meta property="og:url" content="https://x.org/pier">',
      '',
      '<html>',
    );
    expect(found).toMatchObject({
      language: 'pt-BR',
      section: 'Economy',
      keywords: ['pier', 'port'],
      description: 'A pier closes.',
      canonicalUrl: 'https://x.org/pier',
    });
  });

  it.each(['{"@type": "Article", "headline": "Pier', '[]', 'null', '{"@type": 5, "author": [[[]]]}'])(
    'says nothing of the broken data %j and goes on',
    (data) => {
      expect(
        metaOf(`<script type="application/ld+json">${data}</script><title>Pier closes</title>`).headline,
      ).toBe('Pier closes');
    },
  );

  it('mends data with raw line ends and trailing commas', () => {
    const found = metaOf(
      '<script type="application/ld+json">{"@type": "Article", "headline": "Pier\ncloses",}</script>',
    );
    expect(found.headline).toBe('Pier closes');
  });
});
