import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../../../../workers/normalize/parse/parse-html.ts';
import { plainText } from '../../../../../../workers/normalize/parse/plain-text.ts';
import { normalized } from '../../support.ts';

const ONE = 'The harbour of the town was closed on Monday, because its pier had become unsafe for ships.';
const TWO = 'Nobody knew how long the repairs would take, said the mayor, who had asked for help in vain.';
const THREE =
  'Fishermen from the coast now land their catch in the next town, forty kilometres to the north.';
const TEXT = `<p>${ONE}</p><p>${TWO}</p><p>${THREE}</p>`;
const HEAD = '<!doctype html><html lang="en"><head><title>Pier closes</title></head>';

/** The blocks of a page's article as lines, list items each on their own. */
function linesOf(body: string): string[] {
  return parseHtml(`${HEAD}<body>${body}</body></html>`).root.children.flatMap((node) => lines(node));
}

function lines(node: Nodes): string[] {
  return node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote'
    ? node.children.flatMap((child: Nodes) => lines(child))
    : [plainText([node]).replaceAll(/\s+/gu, ' ').trim()];
}

describe('the article of a page', () => {
  it.each([
    ['navigation', `<nav><a href="/">Home</a></nav><main>${TEXT}</main>`],
    [
      'a menu without any semantics',
      `<div class="c1"><ul><li><a href="/a">News</a></li><li><a href="/b">Sport</a></li></ul></div><div class="c2">${TEXT}</div>`,
    ],
    [
      'a sidebar',
      `<div class="content">${TEXT}</div><div id="sidebar"><h3>Weather</h3><p>Rain is expected all day, with strong wind.</p></div>`,
    ],
    [
      'share bars',
      `<article><div class="share-buttons"><a href="#">Share</a><a href="#">Tweet</a></div>${TEXT}<div class="social-links">Follow us on every network, today.</div></article>`,
    ],
    [
      'a box of related links',
      `<article>${TEXT}<div class="x1"><h3>Related articles</h3><ul><li><a href="/1">One pier more, and what then</a></li><li><a href="/2">Two piers and a long story</a></li></ul></div></article>`,
    ],
    [
      'links under a label in another language',
      `<article>${TEXT}<h3>Lesen Sie auch</h3><ul><li><a href="/1">Der Hafen</a></li><li><a href="/2">Die Stadt</a></li></ul></article>`,
    ],
    [
      'a box of links amid the text',
      `<article><p>${ONE}</p><div><a href="/1">Another story of the harbour</a></div><p>${TWO}</p><p>${THREE}</p></article>`,
    ],
    [
      'a newsletter form',
      `<article>${TEXT}<div class="newsletter-signup"><p>Get our letter every morning, free of charge.</p></div><form><label>Mail</label></form></article>`,
    ],
    [
      'a cookie notice',
      `<div class="cookie-banner"><p>We use cookies to make this site better, and to count visits.</p></div><main>${TEXT}</main>`,
    ],
    [
      "readers' comments longer than the article",
      `<article>${TEXT}</article><section id="comments">${'<p>I do not agree with any of this, and I never did, since the town lied to us all.</p>'.repeat(12)}</section>`,
    ],
    [
      'what is hidden',
      `<article>${TEXT}<p style="display:none">A secret sentence that nobody shall read here.</p><p hidden>Another one, of the same kind.</p><div aria-hidden="true"><p>And a third, for machines only.</p></div></article>`,
    ],
    [
      'tags and writer below the text',
      `<article>${TEXT}<ul class="tags"><li><a href="/t">port</a></li></ul><div class="author-bio"><p>Jane Doe writes about ships and harbours, mostly at night.</p></div></article>`,
    ],
    [
      'a line of rights at the end',
      `<div>${TEXT}<p>Unless otherwise noted, the content of this site is free to use by anyone.</p></div>`,
    ],
    [
      'teasers in articles of their own',
      `<article>${TEXT}</article>${'<article><h3><a href="/x">A short teaser</a></h3><p>Something else happened.</p></article>'.repeat(6)}`,
    ],
    [
      'a line that starts with the date',
      `<article><p>2026-01-12 08:15 | Source: Harbour</p>${TEXT}</article>`,
    ],
    ['lines of the writers', `<article><p>By Jane Doe, <i>staff writer</i></p>${TEXT}</article>`],
    [
      'elements of AMP that hold no text',
      `<amp-sidebar><p>All the news of the coast, every day.</p></amp-sidebar><main><p>${ONE}</p><amp-embed><div placeholder>Loading the next story, please wait.</div></amp-embed><p>${TWO}</p><p>${THREE}</p></main>`,
    ],
    ['names of page states', `<div class="has-sidebar no-comments">${TEXT}</div>`],
    [
      'a body in two nested boxes',
      `<div><div class="intro"><p>${ONE}</p></div><div class="rest"><p>${TWO}</p><p>${THREE}</p></div></div><div><a href="/">Imprint</a></div>`,
    ],
    [
      'a layout table',
      `<table><tr><td width="100"><a href="/">Home</a><br><a href="/b">News</a></td><td>${TEXT}</td></tr></table>`,
    ],
    ['text that only line breaks divide', `<div id="t">${ONE}<br><br>${TWO}<br/>\n<br/>${THREE}</div>`],
    [
      'buttons in a line of their own',
      `<main>${TEXT}<p><a class="btn" href="/get">Get it now</a></p></main>`,
    ],
  ])('is found beside %s', (_name, body) => {
    expect(linesOf(body)).toEqual([ONE, TWO, THREE]);
  });

  it.each([
    [
      'lists',
      `<article><p>${ONE}</p><p>${TWO}</p><ul><li>One ship</li><li>Two boats</li></ul></article>`,
      [ONE, TWO, 'One ship', 'Two boats'],
    ],
    [
      'headings between paragraphs',
      `<article><p>${ONE}</p><h2>What next</h2><p>${TWO}</p></article>`,
      [ONE, 'What next', TWO],
    ],
    [
      'quotes with their footer',
      `<article><p>${ONE}</p><blockquote><p>${TWO}</p><footer>The mayor</footer></blockquote><p>${THREE}</p></article>`,
      [ONE, TWO, 'The mayor', THREE],
    ],
    [
      'links within sentences',
      `<article><p>${ONE} <a href="/x">See the report of the engineers</a>, which says more.</p><p>${TWO}</p></article>`,
      [`${ONE} See the report of the engineers, which says more.`, TWO],
    ],
    [
      'code',
      `<article><p>${ONE}</p><pre><code>pier --close</code></pre><p>${TWO}</p></article>`,
      [ONE, 'pier --close', TWO],
    ],
    [
      'the lead between headline and body',
      `<header><h1>Pier closes</h1><p class="standfirst">${ONE}</p></header><div class="share">Share this page with all your friends.</div><div class="entry-content"><p>${TWO}</p><p>${THREE}</p></div>`,
      ['Pier closes', ONE, TWO, THREE],
    ],
    [
      'a whole form around the page',
      `<form action="/"><div class="main"><h1>Pier closes</h1>${TEXT}</div></form>`,
      ['Pier closes', ONE, TWO, THREE],
    ],
  ])('keeps %s', (_name, body, expected) => {
    expect(linesOf(body)).toEqual(expected);
  });

  it('moves lines of names and dates out of the text', () => {
    const body = `<article><h1>Pier closes</h1><p class="byline">By Jane Doe</p><p class="date">12 January 2026</p>${TEXT}<p>On 12 January 2026 the pier was measured by Jane Doe and others, for the first time.</p></article>`;
    expect(linesOf(body)).toEqual([
      'Pier closes',
      ONE,
      TWO,
      THREE,
      'On 12 January 2026 the pier was measured by Jane Doe and others, for the first time.',
    ]);
  });

  it.each([
    ['a line in its box', '<div><img src="/a.jpg"><span>The pier.</span></div>'],
    ['a table', '<table><tr><td><img src="/a.jpg"></td></tr><tr><td>The pier.</td></tr></table>'],
  ])('shows a picture with %s below it as a figure', async (_name, box) => {
    const document = await normalized(
      `${HEAD}<body><article><p>${ONE}</p>${box}<p>${TWO}</p></article></body></html>`,
      {
        format: 'html',
      },
    );
    expect(document.tree.children.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'figure',
      'paragraph',
    ]);
    expect(document.blocks.map(({ kind }) => kind)).toContain('caption');
  });

  it('keeps a subtitle, and the picture above the text in boxes of any name', () => {
    const body = `<div><h1>Pier closes</h1><h2>Nobody knows for how long</h2></div><div class="sc-1"><div><img src="/a.jpg"></div><div class="x-caption">The pier on Monday.</div></div><div class="article-body">${TEXT}</div>`;
    expect(linesOf(body)).toEqual([
      'Pier closes',
      'Nobody knows for how long',
      'The pier on Monday.',
      ONE,
      TWO,
      THREE,
    ]);
  });

  it('shows a picture and its caption in boxes as a figure', () => {
    const { root } = parseHtml(
      `${HEAD}<body><article><p>${ONE}</p><div class="wp-caption"><img src="/lazy/blank.gif" data-src="/pier.jpg" alt=""><p class="wp-caption-text">The pier. <span class="credit">Photo: AFP</span></p></div><p>${TWO}</p></article></body></html>`,
    );
    expect(root.children[1]).toMatchObject({
      type: 'figure',
      url: '/pier.jpg',
      credit: { role: 'photo', name: 'AFP' },
    });
    expect(plainText([root.children[1] ?? root]).trim()).toBe('The pier.');
  });

  it.each([
    ['<img data-src="b.jpg" src="data:image/gif;base64,R0">', 'https://x.org/d/b.jpg'],
    ['<img srcset="s.jpg 320w, l.jpg 1280w">', 'https://x.org/d/l.jpg'],
    ['<picture><source srcset="p.webp 1x"><img></picture>', 'https://x.org/d/p.webp'],
    ['<img class="lazy"><noscript><img src="n.jpg"></noscript>', 'https://x.org/d/n.jpg'],
    ['<amp-img src="/amp.jpg" width="600" height="400"></amp-img>', 'https://x.org/amp.jpg'],
  ])('finds the address of %s', (image, url) => {
    const { root } = parseHtml(
      `<!doctype html><html><head><link rel="canonical" href="https://x.org/d/page"></head><body><article><p>${ONE}</p><figure>${image}<figcaption>The pier.</figcaption></figure><p>${TWO}</p></article></body></html>`,
    );
    expect(root.children[1]).toMatchObject({ type: 'figure', url });
  });

  it('leaves out pictures of one pixel', () => {
    expect(
      JSON.stringify(
        parseHtml(
          `${HEAD}<body><article>${TEXT}<img src="/c.gif" width="1" height="1"></article></body></html>`,
        ).root,
      ),
    ).not.toContain('c.gif');
  });

  it('takes links against the base of the page', () => {
    const { root } = parseHtml(
      `<html><head><base href="https://x.org/a/"></head><body><p>${ONE} <a href="b">More</a>, <a href="#c">below</a>.</p></body></html>`,
    );
    expect(JSON.stringify(root)).toContain('"url":"https://x.org/a/b"');
    expect(JSON.stringify(root)).toContain('"url":"#c"');
  });

  it('reads the text of the data where the page shows hardly any', () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Pier closes',
      articleBody: `${ONE}\n\n${TWO}\n\n${THREE}`,
    });
    const { root, diagnostics } = parseHtml(
      `<html><head><script type="application/ld+json">${data}</script></head><body><h1>Pier closes</h1><p>Log in to read on.</p></body></html>`,
    );
    expect(root.children.map((node) => plainText([node]))).toEqual(['Pier closes', ONE, TWO, THREE]);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'page-extracted', message: expect.stringContaining('data') }),
    );
  });

  it('finds the container of the text that the data repeats', () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Pier closes',
      articleBody: `${ONE} ${TWO} ${THREE}`.repeat(2),
    });
    const other =
      '<p>A long text of another story, which has nothing to do with piers, ships or the town at all.</p>';
    const { root } = parseHtml(
      `<html><head><script type="application/ld+json">${data}</script></head><body><div class="a">${other.repeat(9)}</div><div class="b">${TEXT}${TEXT}</div></body></html>`,
    );
    expect(JSON.stringify(root)).not.toContain('another story');
    expect(JSON.stringify(root)).toContain('harbour of the town');
  });

  it('takes everything where no article is found', () => {
    const { root, diagnostics } = parseHtml(
      `<html><body><nav>${'<a href="/x">A long line of navigation that is all there is</a>'.repeat(9)}</nav><div><a href="/y">${'Nothing but links on this page. '.repeat(20)}</a></div><p>Few words.</p></body></html>`,
    );
    expect(JSON.stringify(root)).toContain('Nothing but links');
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('No article was found') }),
    );
  });
});

describe('any page', () => {
  it('is read, or refused with a documented error', () => {
    const piece = fc.constantFrom(
      '<div>',
      '</div>',
      '<p>',
      '</p>',
      '<ul><li>',
      '</ul>',
      '<table><tr><td>',
      '</table>',
      '<h1>Pier</h1>',
      '<h2>Next',
      '<a href="/x">',
      '</a>',
      '<b>',
      '</b>',
      '<article>',
      '</article>',
      '<figure><img src="a.jpg">',
      '</figure>',
      '<figcaption>',
      '<nav>',
      '</nav>',
      '<noscript>',
      '<br><br>',
      '<time datetime="2026-01-12">',
      '<blockquote>',
      '<div class="comments">',
      '<span class="author">',
      '<script type="application/ld+json">{"@type":"Article"',
      '</script>',
      'Some words. ',
      'The pier was closed on Monday, because it had become unsafe for all ships. ',
      '&nbsp;',
      '<',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { root } = parseHtml(`<html><body>${pieces.join('')}`);
        expect(root.type).toBe('root');
        expect(JSON.stringify(root)).not.toContain('"type":"html"');
      }),
      { numRuns: 400 },
    );
  });
});

describe('a fragment', () => {
  it.each([
    '<p>One.</p><div class="share">Two.</div><aside>Three.</aside>',
    '<div class="related"><a href="/x">One.</a></div><p>Two.</p><footer>Three.</footer>',
    '<h2>One.</h2><ul><li><a href="/x">Two.</a></li></ul><p class="byline">Three.</p>',
  ])('comes through whole: %s', (html) => {
    expect(
      parseHtml(html)
        .root.children.map((node) => plainText([node]))
        .join(' '),
    ).toMatch(/One\..*Two\..*Three\./u);
  });

  it('keeps the order of its headings', () => {
    const { root } = parseHtml('<p>A.</p><p>B.</p><p>C.</p><p>D.</p><h1>Late</h1><p>E.</p><h1>Later</h1>');
    expect(root.children.map((node) => plainText([node]))).toEqual([
      'A.',
      'B.',
      'C.',
      'D.',
      'Late',
      'E.',
      'Later',
    ]);
  });
});
