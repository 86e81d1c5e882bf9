import { describe, expect, it } from 'vitest';
import { etagOf, etagOfText, matchesEtag } from '../../../../services/api/etag.ts';

const TAG = etagOf('abc');

describe('matchesEtag', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['"abc"', true],
    ['W/"abc"', true],
    ['"x", "abc"', true],
    ['"x","abcd"', false],
    ['abc', false],
    ['*', true],
    ['"*"', false],
  ])('reads If-None-Match: %s', (header, matches) => {
    expect(matchesEtag(header, TAG)).toBe(matches);
  });
});

describe('etagOfText', () => {
  it('differs when one character does', () => {
    expect(etagOfText('a')).not.toBe(etagOfText('b'));
    expect(etagOfText('a')).toMatch(/^"[0-9a-f]{64}"$/u);
  });
});
