import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../../shared/document/segment.ts';
import { readingMinutes } from '../../../../workers/render/reading-time.ts';
import { documentOf } from '../../../support/builders.ts';
import { kitOf } from './render-input.ts';

/** Minutes for a text at one word or one character a minute: their number. */
function counted(text: string, unit: 'words' | 'characters'): number {
  const [segment] = documentOf([[text]]).segments;
  return segment === undefined ? 0 : minutes([segment], unit);
}

function minutes(segments: readonly Segment[], unit: 'words' | 'characters', perMinute = 1): number {
  const filled = segments.map(
    (segment) => ({ segment, origin: 'none', review: 'empty', reasons: [], suggestions: [] }) as const,
  );
  return readingMinutes(filled, { ...kitOf('es').style, reading: { unit, perMinute } });
}

describe('readingMinutes', () => {
  it.each([
    ["The minister's 1,234.5 well-known words – they’re here.", 7],
    ['東京2020', 2],
    ['漢字かな', 2],
    ['漢', 1],
    ['𠮷野家', 2],
    ['a漢字 b', 2],
  ])('counts the words of %j: %i', (text, words) => {
    expect(counted(text, 'words')).toBe(words);
  });

  it('counts letters and digits where the locale is read by characters', () => {
    expect(counted('한국어, 12 – é\u0301!', 'characters')).toBe(6);
  });

  it('counts as its definition in patterns does', () => {
    const words =
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}|[\p{L}\p{M}\p{N}]+(?:[-'’.,][\p{L}\p{M}\p{N}]+)*/gu;
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom(...Array.from("漢字カー㌀𠮷aé1\u0301 -'’.,–")),
          fc.string({ unit: 'binary' }),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (some) => {
        expect(counted(some, 'words')).toBe(Math.max(1, [...some.matchAll(words)].length));
        expect(counted(some, 'characters')).toBe(Math.max(1, some.replaceAll(/[^\p{L}\p{N}]/gu, '').length));
      }),
    );
  });

  it('adds the sentences up before it rounds, and says one minute at least', () => {
    const { segments } = documentOf([['One two three. Four five.', 'Six.']]);
    expect(minutes(segments, 'words', 2)).toBe(3);
    expect(minutes(segments, 'words', 200)).toBe(1);
  });
});
