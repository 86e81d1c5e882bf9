import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from '../../../../shared/text/diff-words.ts';

describe('diffWords', () => {
  it.each([
    ['He will go.', 'He may go.', '=He |-will |+may |=go.'],
    ['Two died.', 'Two died on Monday.', '=Two died |+on Monday|=.'],
    ['He agreed.', 'He agreed!', '=He agreed|-.|+!'],
    ['a b c', 'a b c', '=a b c'],
    ['', 'New.', '+New.'],
    ['Old.', '', '-Old.'],
    ['one  two', 'one two', '=one two'],
    ['他今天来。', '他明天来。', '=他|-今天|+明天|=来。'],
  ])('tells what became of %j in %j', (before, after, expected) => {
    const signs = { same: '=', removed: '-', added: '+' };
    expect(
      diffWords(before, after)
        .map(({ kind, text }) => `${signs[kind]}${text}`)
        .join('|'),
    ).toBe(expected);
  });

  it('gives the new text back from what stayed and what was added', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', ' ', '. ', '12', '漢字', '\n'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        const of = (without: string): string =>
          parts.flatMap(({ kind, text: part }) => (kind === without ? [] : [part])).join('');
        expect(of('removed').replaceAll(/\s+/gu, '')).toBe(after.replaceAll(/\s+/gu, ''));
        expect(of('added').replaceAll(/\s+/gu, '')).toBe(before.replaceAll(/\s+/gu, ''));
        if (/\S/u.test(after)) {
          expect(of('removed')).toBe(after);
        }
      }),
    );
  });

  it('does not compare very long texts word by word', () => {
    const [before, after] = ['a ', 'b '].map((word) => word.repeat(2000));
    expect(diffWords(before ?? '', after ?? '').map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
