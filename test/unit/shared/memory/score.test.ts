import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodedText, InlineCode } from '../../../../shared/document/inline-code.ts';
import { toComparable } from '../../../../shared/memory/comparable.ts';
import { type SourceScore, scorerOf, scoreSources, totalOf } from '../../../../shared/memory/score.ts';
import { formatSourceId } from '../../../../shared/memory/token-hash.ts';
import { codedOf } from '../../../support/units.ts';

const position = { id: 1, canDelete: true, canReorder: true };
const strong = (start: number, end: number): InlineCode => ({ kind: 'strong', start, end, ...position });
const link = (url: string): InlineCode => ({ kind: 'link', url, start: 0, end: 2, ...position });
const image = (at: number): InlineCode => ({
  kind: 'image',
  url: 'i.png',
  start: at,
  end: at + 1,
  ...position,
});

describe('scoreSources: equal words', () => {
  it.each<[string, string | CodedText, string | CodedText, number, Record<string, number>]>([
    ['equal text', 'He agreed.', 'He agreed.', 100, {}],
    ['white space runs and ends', ' He  agreed. ', 'He\u00A0agreed.', 100, {}],
    ['composed and decomposed letters', 'caf\u00E9', 'cafe\u0301', 100, {}],
    ['case alone', 'he Agreed.', 'He agreed.', 99, { case: 1 }],
    ['an end mark', 'He agreed.', 'He agreed!', 98, { punctuation: 2 }],
    ['marks that one lacks', '“Yes”, he said.', 'Yes he said', 98, { punctuation: 2 }],
    ['the form of an apostrophe', "It's on", 'It’s on', 98, { punctuation: 2 }],
    ['spaces around a mark', 'and / or', 'and/or', 98, { spacing: 2 }],
    ['case and marks', 'Yes!', 'yes.', 97, { case: 1, punctuation: 2 }],
    ['other markup', { text: 'He agreed', codes: [strong(0, 2)] }, 'He agreed', 99, { codes: 1 }],
    [
      'markup elsewhere',
      { text: 'He agreed', codes: [strong(0, 2)] },
      { text: 'He agreed', codes: [strong(3, 9)] },
      99,
      { codes: 1 },
    ],
    [
      'a link to elsewhere',
      { text: 'He agreed', codes: [link('a')] },
      { text: 'He agreed', codes: [link('b')] },
      99,
      { codes: 1 },
    ],
    [
      'an image that one lacks',
      { text: 'He \uFFFC agreed', codes: [image(3)] },
      'He agreed',
      99,
      { codes: 1 },
    ],
    [
      'the same markup',
      { text: 'He agreed', codes: [strong(0, 2)] },
      { text: 'He agreed', codes: [strong(0, 2)] },
      100,
      {},
    ],
  ])('takes off for %s', (...[, query, candidate, total, deductions]) => {
    const score = compare(query, candidate);
    expect(score?.base).toBe(100);
    expect(Object.fromEntries((score?.deductions ?? []).map(({ name, points }) => [name, points]))).toEqual(
      deductions,
    );
    expect(score === undefined ? undefined : totalOf(score)).toBe(total);
  });
});

describe('scoreSources: other words', () => {
  it.each([
    ['one word of ten', 'a b c d e f g h i j', 'a b c d e f g h i x', 90],
    ['one word more', 'a b c d e', 'a b c d e f', 83],
    ['a number, as a word', 'on January 12, he said', 'on January 13, he said', 81],
    ['case does not count besides', 'A b c d', 'a B c x', 75],
    ['marks count half a word', 'yes, he did', 'no he did', 57],
    ['Chinese, by its words', '外长会晤', '外长会谈', 50],
    ['marks alone', '!', '?', 0],
    ['swapped clauses', 'a b c d', 'c d a b', 0],
  ])('floors the share of equal weight: %s', (_, query, candidate, base) => {
    expect(compare(query, candidate)?.base).toBe(base);
  });

  it('takes one point off where the markup differs too', () => {
    const score = compare({ text: 'one two three four', codes: [strong(0, 3)] }, 'one two three five');
    expect([score?.base, score === undefined ? 0 : totalOf(score)]).toEqual([75, 74]);
  });

  it('answers nothing below the lowest score', () => {
    expect(compare('a b c d', 'a b c x', 76)).toBeUndefined();
    expect(compare('a b c d', 'a b c x', 75)?.base).toBe(75);
    expect(compare('Yes!', 'yes.', 98)).toBeUndefined();
  });
});

describe('scoreSources: laws', () => {
  const text = fc
    .array(fc.constantFrom('a', 'B', 'b', 'c', ',', '.', '1.5', ' '), { maxLength: 40 })
    .map((words) => words.join(' '));

  it('is symmetric and stays within 0 and 100', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [there, back] = [compare(a, b), compare(b, a)];
        expect(there).toEqual(back);
        expect(there === undefined ? 0 : totalOf(there)).toBeGreaterThanOrEqual(0);
        expect(there === undefined ? 0 : totalOf(there)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('is 100 for equal text only', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const score = compare(a, b);
        const equal = toComparable(codedOf(a)).text === toComparable(codedOf(b)).text;
        fc.pre(toComparable(codedOf(a)).tokens.length > 0);
        expect(score !== undefined && totalOf(score) === 100).toBe(equal);
      }),
    );
  });

  it('files every two texts with equal words under one id', () => {
    const words = fc.array(fc.constantFrom('a', 'B', 'c', '1.5', '外长', "it's"), {
      minLength: 1,
      maxLength: 8,
    });
    const marks = fc.array(fc.constantFrom(', ', ' ', ' — ', '! ', ' \uFFFC '), {
      minLength: 8,
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, marks, marks, fc.boolean(), (list, some, others, shout) => {
        const joined = (between: readonly string[]): string =>
          list.map((word, at) => word + between[at]).join('');
        const a = joined(some);
        const b = shout ? joined(others).toUpperCase() : joined(others);
        expect(idOf(a)).toBe(idOf(b));
        expect(compare(a, b, 95)?.base).toBe(100);
      }),
    );
  });

  it('files a text under one id whatever its case, marks and spaces', () => {
    const ids = ['He agreed.', 'HE AGREED', '“he agreed”!', 'He  agreed', 'he, agreed \uFFFC'].map((each) =>
      idOf(each),
    );
    expect(new Set(ids).size).toBe(1);
  });
});

function idOf(text: string): string {
  return formatSourceId(toComparable(codedOf(text)).id);
}

function compare(
  query: string | CodedText,
  candidate: string | CodedText,
  minScore = 0,
): SourceScore | undefined {
  return scoreSources(scorerOf(toComparable(codedOf(query))), toComparable(codedOf(candidate)), minScore);
}
