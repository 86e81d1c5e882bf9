import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../../../workers/normalize/parse/page/read-page.ts';
import { simplifyTree } from '../../../../../../workers/normalize/parse/page/simplify-tree.ts';

function simplified(html: string): string {
  const { root } = readPage(html);
  simplifyTree(root);
  return JSON.stringify(root.children);
}

describe('simplifyTree', () => {
  it('drops white space between blocks and at their ends, and no other', () => {
    expect(simplified('<div> <p>a</p>\n<p>b <i>c</i> <b>d</b></p> </div>')).toBe(
      simplified('<div><p>a</p><p>b <i>c</i> <b>d</b></p></div>'),
    );
    expect(simplified('<p><i>c</i> <b>d</b></p>')).toContain('"value":" "');
    expect(simplified('<div>\u00A0<p>a</p></div>')).toContain('\u00A0');
  });

  it('keeps the white space of preformatted text', () => {
    expect(simplified('<pre> <p> a</p>\n</pre>')).toContain('"value":"\\n"');
  });

  it('keeps the attributes that the conversion reads', () => {
    const html = '<a href="b" class="c" onclick="d" data-e="f" translate="no">g</a>';
    expect(simplified(html)).toBe(simplified('<a href="b" translate="no">g</a>'));
    expect(simplified('<i class="notranslate x">a</i>')).toContain('notranslate');
    expect(simplified('<code class="language-js">a</code>')).toContain('language-js');
  });
});
