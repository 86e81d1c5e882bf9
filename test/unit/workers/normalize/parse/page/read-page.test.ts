import type { Nodes } from 'hast';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../../../workers/normalize/parse/page/read-page.ts';

/** The tree as tags without attributes. */
function tags(node: Nodes): string {
  if (node.type === 'text') {
    return node.value;
  }
  const inner = 'children' in node ? node.children.map((child) => tags(child)).join('') : '';
  return node.type === 'element' ? `<${node.tagName}>${inner}</${node.tagName}>` : inner;
}

describe('readPage', () => {
  it.each([
    ['<ul><li><p>a<li><p>b</ul><p>c', '<ul><li><p>a</p></li><li><p>b</p></li></ul><p>c</p>'],
    ['<ul><li>a<ul><li>b<li>c</ul><li>d</ul>', '<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>'],
    ['<dl><dt>a<dd><p>b<dt>c</dl>', '<dl><dt>a</dt><dd><p>b</p></dd><dt>c</dt></dl>'],
    [
      '<table><tr><td><p>a<td>b<tr><td>c</table>d',
      '<table><tr><td><p>a</p></td><td>b</td></tr><tr><td>c</td></tr></table>d',
    ],
    [
      '<table><tr><td><table><tr><td>a</table><td>b</table>',
      '<table><tr><td><table><tr><td>a</td></tr></table></td><td>b</td></tr></table>',
    ],
    ['<p>a<div>b</div>c', '<p>a</p><div>b</div>c'],
    ['<p><b>a<p>b', '<p><b>a</b></p><p>b</p>'],
    ['a</section>b', 'ab'],
    ['<style>p{}</style><script>x<p></script><svg><text>y</text></svg>a<!-- z -->', 'a'],
    ['a &amp; b &eacute;', 'a & b é'],
  ])('reads %s', (html, expected) => {
    expect(tags(readPage(html).root)).toBe(expected);
  });

  it('keeps the data of scripts as it stands', () => {
    const { jsonLd } = readPage(
      '<script type="application/ld+json">{"a": "<b>&amp;"}</script><script>{"b": 1}</script>',
    );
    expect(jsonLd).toEqual(['{"a": "<b>&amp;"}']);
  });

  it('refuses thousands of elements that nothing closes', () => {
    expect(() => readPage(`<ul>${'<li><p>a'.repeat(12_000)}`)).toThrow(
      expect.objectContaining({ code: 'SOURCE_TOO_COMPLEX' }),
    );
  });

  it('nests no deeper than a page may, and loses no text', () => {
    const text = tags(readPage('<div><p>a'.repeat(3_000)).root);
    expect(text.match(/a/gu)).toHaveLength(3_000);
  });
});
