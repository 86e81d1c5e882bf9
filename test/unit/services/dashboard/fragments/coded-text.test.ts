import { array, assert, nat, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedText } from '../../../../../services/dashboard/fragments/coded-text.ts';
import { escapeHtml, renderHtml } from '../../../../../services/dashboard/view/html.ts';
import { createInterfaces } from '../../../../../services/dashboard/view/interface.ts';
import type { InlineCode } from '../../../../../shared/document/inline-code.ts';

const view = {
  ...createInterfaces().choose('en', undefined),
  session: undefined,
  url: '/',
  now: 0,
  languages: ['en'],
};
const free = { canDelete: true, canReorder: true };

describe('codedText', () => {
  it('cuts the text where codes and mentions begin and end, also where they overlap', () => {
    const codes: InlineCode[] = [{ id: 1, kind: 'strong', start: 0, end: 7, ...free }];
    const mention = {
      segmentId: 's',
      span: { start: 4, end: 11 },
      text: 'big sea',
      entityId: 'e',
      confidence: 1,
    };
    expect(renderHtml(codedText(view, { text: 'the big sea', codes }, [mention]))).toBe(
      '<span class="code-strong">the </span><span class="code-strong mention">big</span><span class="mention"> sea</span>',
    );
  });

  it('shows standalone codes as chips: their words, or the code that they hold', () => {
    const codes: InlineCode[] = [
      { id: 1, kind: 'image', start: 0, end: 1, url: 'https://example.org/a.png', ...free },
      { id: 2, kind: 'code', start: 5, end: 6, value: '<a>', ...free },
    ];
    expect(renderHtml(codedText(view, { text: '\uFFFC run\uFFFC', codes }))).toBe(
      '<span class="chip">image</span> run<span class="chip">&lt;a&gt;</span>',
    );
  });

  it('keeps every character of the text, whatever lies over it', () => {
    const spans = array(tuple(nat(40), nat(40)), { maxLength: 6 });
    assert(
      property(string({ minLength: 1, maxLength: 30 }), spans, (text, pairs) => {
        const codes = pairs.map(
          ([a, b], index): InlineCode => ({
            id: index + 1,
            kind: 'emphasis',
            start: Math.min(a, b, text.length),
            end: Math.min(Math.max(a, b), text.length),
            ...free,
          }),
        );
        const shown = renderHtml(codedText(view, { text, codes })).replace(/<[^>]*>/gu, '');
        expect(shown.normalize()).toBe(escapeHtml(text).normalize());
      }),
    );
  });
});
