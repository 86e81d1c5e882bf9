import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KIND, kindAt, wordEnd, wordStart } from '../../../../shared/text/character-kind.ts';

describe('kindAt', () => {
  it.each([
    ['a', KIND.letter | KIND.lower],
    ['É', KIND.letter | KIND.upper],
    ['7', KIND.number],
    ['\u0301', KIND.mark],
    ['語', KIND.letter | KIND.dense],
    ['\u00A0', KIND.space],
    ['.', 0],
    ['', 0],
  ])('tells what %j is', (character, kind) => {
    expect(kindAt(character, 0)).toBe(kind);
  });

  it('tells both halves of a pair alike, and a half alone to be nothing', () => {
    expect([kindAt('𝐀b', 0), kindAt('𝐀b', 1)]).toEqual([KIND.letter, KIND.letter]);
    expect([kindAt('\uDC00', 0), kindAt('\uD835', 0)]).toEqual([0, 0]);
  });
});

describe('wordStart and wordEnd', () => {
  it('find the words that a pattern finds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words: string[] = [];
        for (let start = wordStart(text, 0); start < text.length; ) {
          const end = wordEnd(text, start);
          words.push(text.slice(start, end));
          start = wordStart(text, end);
        }
        expect(words).toEqual(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
      }),
    );
  });
});
