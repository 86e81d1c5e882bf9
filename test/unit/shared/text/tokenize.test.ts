import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../../shared/text/tokenize.ts';

const texts = (text: string): readonly string[] => tokenize(text).map((token) => token.text);
const kinds = (text: string): readonly string[] => tokenize(text).map((token) => token.kind);

describe('tokenize', () => {
  it.each([
    ['splits words from punctuation', 'Yes, he did.', ['Yes', ',', 'he', 'did', '.']],
    ['keeps an inner apostrophe, straight or curly', "Peru’s mayor didn't", ['Peru’s', 'mayor', "didn't"]],
    ['leaves an outer apostrophe outside', "the 'best' boys'", ['the', "'", 'best', "'", 'boys', "'"]],
    ['keeps separators between digits only', '1,234.5, then 6.', ['1,234.5', ',', 'then', '6', '.']],
    ['splits at a hyphen', 'a 15-minute call', ['a', '15', '-', 'minute', 'call']],
    ['keeps letters and digits of one run together', 'the 3rd G7', ['the', '3rd', 'G7']],
    ['splits a percent sign from its number', '97%', ['97', '%']],
    ['keeps combining marks with their letter', 'e\u0301te\u0301 x', ['e\u0301te\u0301', 'x']],
    ['keeps an emoji sequence whole', 'ok 👩‍👩‍👧🇲🇽👍🏽', ['ok', '👩‍👩‍👧', '🇲🇽', '👍🏽']],
    ['splits Japanese by dictionary', '東京都に行く', ['東京', '都', 'に', '行く']],
    ['splits Thai by dictionary', 'สวัสดีครับ', ['สวัสดี', 'ครับ']],
    ['ends a Han run at the middle dot', '北京·上海', ['北京', '·', '上海']],
    ['goes through mixed scripts', 'NATO北约, да', ['NATO', '北约', ',', 'да']],
    ['keeps Arabic digits and separators', '١٢٬٣٤٥', ['١٢٬٣٤٥']],
    ['drops every kind of white space', '\u00A0a\u2009b\u3000\n', ['a', 'b']],
  ])('%s', (_, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('names the kind of each token', () => {
    expect(kinds('At 5 \uFFFCA1!')).toEqual(['word', 'number', 'placeholder', 'word', 'punctuation']);
  });

  it('keeps a placeholder alone whatever stands beside it', () => {
    expect(texts('a\uFFFCb\uFFFC\uFFFC.')).toEqual(['a', '\uFFFC', 'b', '\uFFFC', '\uFFFC', '.']);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        'É',
        '\u0301',
        '1',
        '.',
        ',',
        "'",
        ' ',
        '\uFFFC',
        '漢',
        'か',
        'ไ',
        '👍',
        '\u200D',
        '🇲',
        '\uD800',
      ),
    }),
  );

  it('covers every character that is not white space once, in order, by its slice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const token of tokenize(text)) {
          expect(token.text).toBe(text.slice(token.start, token.end));
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(end, token.start)).toMatch(/^[\s\p{Z}\p{Cc}\u200B\uFEFF]*$/u);
          end = token.end;
        }
        expect(text.slice(end)).toMatch(/^[\s\p{Z}\p{Cc}\u200B\uFEFF]*$/u);
      }),
      { numRuns: 300 },
    );
  });

  it('never splits a surrogate pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start } of tokenize(text)) {
          const before = text.charCodeAt(start - 1);
          const here = text.charCodeAt(start);
          expect(before >= 0xd800 && before < 0xdc00 && here >= 0xdc00 && here < 0xe000).toBe(false);
        }
      }),
    );
  });
});
