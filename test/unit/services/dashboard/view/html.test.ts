import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, html, renderHtml } from '../../../../../services/dashboard/view/html.ts';

describe('html', () => {
  it('escapes text, in content and in quoted attributes', () => {
    const text = `<script>alert("1")</script> & 'more'`;
    expect(renderHtml(html`<p title="${text}">${text}</p>`)).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;</p>',
    );
  });

  it('keeps markup that it made itself, and joins lists', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
    expect(renderHtml(html`<ul>${items}</ul>`)).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>');
  });

  it('writes nothing for what is absent, but does write zero', () => {
    const isShown: boolean = Number('0') > 1;
    expect(renderHtml(html`${undefined}${isShown && 'no'}${0}`)).toBe('0');
  });

  it('never lets a text open a tag or leave a quoted attribute', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/u);
      }),
    );
  });
});
