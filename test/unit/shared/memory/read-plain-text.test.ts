import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapse, readTokens } from '../../../../shared/memory/comparable.ts';
import { readPlainText } from '../../../../shared/memory/read-plain-text.ts';

/** Every code unit that it may meet, those that mean something more often, and some that it must leave. */
const unit = fc.oneof(
  fc.constantFrom(
    ...Array.from(`abcXYZ019 .,'’_-“”é`),
    'ß',
    'İ',
    'ı',
    'ŉ',
    'ſ',
    '×',
    '\u00A0',
    '\u0301',
    '\u00AD',
  ),
  fc.integer({ min: 0, max: 0x20_40 }).map((code) => String.fromCharCode(code)),
);
const text = fc.array(unit, { maxLength: 60 }).map((units) => units.join(''));
const plainUnit = fc.constantFrom(...Array.from(`abcdeXYZ0123 .,'’_-!“”éÄŠ«—…`));
const plain = fc.array(plainUnit, { minLength: 1, maxLength: 80 }).map((units) => `a${units.join('')}b`);

describe('readPlainText', () => {
  it('reads what the general way reads, or leaves the text to it', () => {
    fc.assert(
      fc.property(text, (each) => {
        const read = readPlainText(each);
        if (read !== undefined) {
          expect(collapse(each)).toBe(each);
          expect(read).toEqual(readTokens(each));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('reads Latin text with single spaces', () => {
    fc.assert(
      fc.property(
        plain.map((each) => each.replaceAll(/ +/gu, ' ')),
        (each) => {
          expect(readPlainText(each)).toEqual(readTokens(each));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['white space at an end', ' He agreed'],
    ['white space at the other end', 'He agreed '],
    ['a run of spaces', 'He  agreed'],
    ['another space', 'He\u00A0agreed'],
    ['a combining mark', 'cafe\u0301'],
    ['an inline code', 'see \uFFFC here'],
    ['another script', 'Он согласился'],
    ['a letter with a longer lower case', 'İzmir'],
    ['nothing but marks', '...'],
    ['nothing', ''],
  ])('leaves %s to the general way', (_, each) => {
    expect(readPlainText(each)).toBeUndefined();
  });
});
