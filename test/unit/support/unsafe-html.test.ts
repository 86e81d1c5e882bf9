import { describe, expect, it } from 'vitest';
import { unsafeHtml } from '../../support/unsafe-html.ts';

describe('unsafeHtml', () => {
  it.each([
    ['<script>x</script>', '<script>'],
    ['<p onclick="x">words', 'onClick'],
    ['<a href="java\nscript:x">words</a>', 'javascript:'],
    ['<img src="\u200Bdata:image/svg+xml,x">', 'data:'],
    ['<iframe srcdoc="x"></iframe>', '<iframe>'],
    ['<svg><a xlink:href="javascript:x">words</a></svg>', '<svg>'],
    ['<base href="https://example.org/">', '<base>'],
    ['<meta http-equiv="refresh" content="0">', '<meta http-equiv>'],
    ['<noscript><img src=x onerror=y></noscript>', 'onError'],
    ['<button formaction="javascript:x">', 'javascript:'],
  ])('finds what runs in %j', (html, what) => {
    expect(unsafeHtml(html).executable).toContain(what);
  });

  it.each([
    ['<form></form>', '<form>'],
    ['<style>p{}</style>', '<style>'],
    ['<!doctype html><style>p{}</style><style>p{}</style>', '<style>'],
    ['<p class="x" data-a="y">words', 'p[dataA]'],
    ['<p style="color: red">words', 'style'],
    ['<p id="location">words', 'id=location'],
    ['<a name="cookie">words', 'name=cookie'],
    ['<input type="checkbox" disabled value="1">', '<input>'],
    ['<a href="ftp://example.org/">words', 'ftp:'],
  ])('finds what runs nothing in %j', (html, what) => {
    expect(unsafeHtml(html)).toEqual({ executable: [], leftover: [what] });
  });

  it.each([
    '<article lang="he" dir="rtl"><h1>&lt;script&gt;</h1><a href="/a:b">words</a></article>',
    '<ul><li id="note-1"><input type="checkbox" disabled checked> words</ul>',
    '<!doctype html><style>p{}</style><script type="application/ld+json">{}</script><a href="mailto:a@example.org">words</a>',
  ])('finds nothing in %j', (html) => {
    expect(unsafeHtml(html)).toEqual({ executable: [], leftover: [] });
  });
});
