import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlace, placeAgain, placeAt, wholeOccurrences } from '../../../../shared/document/fix-place.ts';

const segments = (...texts: readonly string[]): { id: string; text: string }[] =>
  texts.map((text, index) => ({ id: `s${index}${text.length}`, text }));

const at = (text: string, word: string, from = 0): { start: number; end: number } => {
  const start = text.indexOf(word, from);
  return { start, end: start + word.length };
};

describe('a place in a text that changes', () => {
  const text = 'Minister May said that May is too late.';
  const first = placeAt({ id: 's1', text }, at(text, 'May'));

  it('is found where it was in a sentence that is the same', () => {
    const found = findPlace(
      [
        { id: 's0', text: 'Other.' },
        { id: 's1', text },
      ],
      first,
    );
    expect(found).toEqual({ segment: 1, start: 9, end: 12 });
  });

  it('is found by what stands around it in a sentence that was edited', () => {
    const edited = 'On Monday, Minister May said that May is far too late.';
    const second = placeAt({ id: 's1', text }, at(text, 'May', 12));
    expect(findPlace(segments(edited), first)).toEqual({ segment: 0, ...at(edited, 'May') });
    expect(findPlace(segments(edited), second)).toEqual({ segment: 0, ...at(edited, 'May', 25) });
  });

  it('is not found where the same word means something else', () => {
    expect(findPlace(segments('The talks in May were cancelled.'), first)).toBeUndefined();
    expect(findPlace(segments('Nothing is left.'), first)).toBeUndefined();
  });

  it('counts the ends of a sentence as what stands around a whole sentence', () => {
    const title = placeAt({ id: 's1', text: 'Paris' }, { start: 0, end: 5 });
    expect(findPlace(segments('A day in Paris.', 'Paris'), title)).toEqual({ segment: 1, start: 0, end: 5 });
    expect(findPlace(segments('A day in Paris.'), title)).toBeUndefined();
  });

  it('is described anew, so that edits one after the other do not lose it', () => {
    const second = 'She told us yesterday that Minister May said nothing at all.';
    const third = 'She told us yesterday that old Minister May kept silent.';
    const moved = placeAgain(segments(second), first);
    expect(moved.before).toContain('yesterday that Minister ');
    expect(findPlace(segments(third), moved)).toEqual({ segment: 0, ...at(third, 'May') });
    expect(placeAgain(segments('Gone.'), first)).toBe(first);
  });

  it('is its own slice in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (any, a, b) => {
        const start = a % any.length;
        const end = start + 1 + (b % (any.length - start));
        const place = placeAt({ id: 's1', text: any }, { start, end });
        expect(place.text).toBe(any.slice(start, end));
        expect(findPlace([{ id: 's1', text: any }], place)).toEqual({ segment: 0, start, end });
        const found = findPlace([{ id: 's2', text: any }], place);
        expect(any.slice(found?.start, found?.end)).toBe(place.text);
      }),
    );
  });
});

describe('the same words elsewhere', () => {
  it('are whole words', () => {
    const text = 'Ana and Anatol met Ana.';
    const found = wholeOccurrences(segments(text, 'Joana, Ana'), 'Ana');
    expect(found.map(({ segment, start }) => [segment, start])).toEqual([
      [0, 0],
      [0, 19],
      [1, 7],
    ]);
  });

  it('have no spaces around them in scripts that set none', () => {
    expect(wholeOccurrences(segments('他在巴黎的家里，巴黎'), '巴黎')).toHaveLength(2);
  });

  it('do not overlap each other', () => {
    expect(wholeOccurrences(segments('上上上'), '上上')).toHaveLength(1);
  });
});
