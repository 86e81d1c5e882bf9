import { describe, expect, it } from 'vitest';
import { capitalize, isAllCaps, isCapitalized, isLowerCase } from '../../../../shared/text/casing.ts';

describe('casing', () => {
  it.each([
    ['mexico', 'Mexico'],
    ['élan', 'Élan'],
    ['Mexico', 'Mexico'],
    ['', ''],
  ])('capitalizes %j', (word, expected) => {
    expect(capitalize(word)).toBe(expected);
  });

  it.each([
    ['Mexico', true, false, false],
    ['mexico', false, true, false],
    ['US', false, false, true],
    ['iPhone', false, false, false],
    ['G20', false, false, true],
    ['A', false, false, false],
    ['12', false, false, false],
  ])('tells the case of %j', (word, capitalized, lower, caps) => {
    expect([isCapitalized(word), isLowerCase(word), isAllCaps(word)]).toEqual([capitalized, lower, caps]);
  });
});
