import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, swapDistance } from '../../../../../shared/memory/profiles/edit-distance.ts';
import {
  profileScores,
  SCORE_PROFILES,
  type ScoreProfile,
} from '../../../../../shared/memory/profiles/score-profiles.ts';

const TEN = 'The American envoy and the mayor spoke about the canal.';

describe('profileScores', () => {
  it.each<[string, string, string, Partial<Record<ScoreProfile, number>>]>([
    [
      'another mark at the end',
      'He agreed.',
      'He agreed!',
      { 'omegat-words': 100, omegat: 75, okapi: 75, toolkit: 90, weblate: 90, pontoon: 90, tolgee: 100 },
    ],
    [
      'another number',
      'They will meet on January 12.',
      'They will meet on January 13.',
      // 12 tokens with spaces; 29 characters; 27 of 31 trigrams
      { 'omegat-words': 100, omegat: 91, okapi: 91, toolkit: 96, weblate: 96, pontoon: 97, tolgee: 87 },
    ],
    [
      'another case',
      'the mexican minister spoke.',
      'The Mexican minister spoke.',
      { 'omegat-words': 100, omegat: 100, okapi: 99, toolkit: 92, weblate: 92, pontoon: 93, tolgee: 100 },
    ],
    [
      'one word in ten changed',
      TEN,
      TEN.replace('American', 'Canadian'),
      { 'omegat-words': 90, omegat: 95, okapi: 95, tolgee: 79 }, // 38 of 48 trigrams
    ],
    [
      'a word more',
      'They will not accept the offer.',
      'They will accept the offer.',
      // 31 and 27 characters: four inserted cost 4
      { 'omegat-words': 83, omegat: 83, okapi: 83, toolkit: 87, weblate: 87, pontoon: 93 },
    ],
    ['a word less', 'They will accept the offer.', 'They will not accept the offer.', { pontoon: 86 }],
    [
      'the same',
      'Yes.',
      'Yes.',
      { omegat: 100, okapi: 100, weblate: 100, pontoon: 100, toolkit: 100, tolgee: 100 },
    ],
    ['two letters swapped', 'form', 'from', { weblate: 75, toolkit: 50 }],
    ['numbers alone', '12', '13', { 'omegat-words': 0, omegat: 0, tolgee: 20 }],
  ])('tells what tools show for %s', (_, query, stored, expected) => {
    expect(profileScores(query, stored, SCORE_PROFILES)).toMatchObject(expected);
  });

  it('compares texts above 255 characters by what they have in common, whichever is stored', () => {
    const [a, b] = ['x'.repeat(300), 'x'.repeat(270)];
    expect(profileScores(a, b, ['pontoon'])).toEqual({ pontoon: 95 });
    expect(profileScores(b, a, ['pontoon'])).toEqual({ pontoon: 95 });
  });

  it('takes points where a formula looks at the beginning alone', () => {
    const start = 'y'.repeat(200);
    expect(profileScores(`${start}a`, `${start}b`, ['toolkit'])).toEqual({ toolkit: 86 });
    expect(profileScores(`${start}a`, start, ['toolkit'])).toEqual({ toolkit: 93 });
  });

  it('stays between 0 and 100', () => {
    const text = fc
      .array(fc.constantFrom('a', 'B', ' ', '.', '1', '漢', '👍'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        for (const score of Object.values(profileScores(a, b, SCORE_PROFILES))) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
          expect(Number.isInteger(score)).toBe(true);
        }
      }),
    );
  });
});

describe('distances', () => {
  const word = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 });

  it('are never negative, nothing for equal texts, and as long one way as the other', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(swapDistance(a, b)).toBe(swapDistance(b, a));
        expect(swapDistance(a, b)).toBeLessThanOrEqual(editDistance(a, b));
        expect(editDistance(a, a)).toBe(0);
        expect(swapDistance(a, a)).toBe(0);
      }),
    );
  });

  it('allow an edit between two that were swapped', () => {
    expect(swapDistance(Array.from('ca'), Array.from('abc'))).toBe(2);
    expect(editDistance(Array.from('kitten'), Array.from('sitting'))).toBe(3);
    expect(editDistance(Array.from('ab'), Array.from('abcd'), { insert: 1, remove: 2, replace: 2 })).toBe(2);
    expect(editDistance(Array.from('abcd'), Array.from('ab'), { insert: 1, remove: 2, replace: 2 })).toBe(4);
  });
});
