import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodedText } from '../../../../shared/document/inline-code.ts';
import { fitCodes } from '../../../../workers/render/fit-codes.ts';
import { coded, emphasis, image, link, note, strong } from './render-input.ts';

const OBJ = '\uFFFC';

describe('fitCodes', () => {
  it('takes positions from the target and everything else from the source', () => {
    const source = coded('Read it now.', [link(1, 5, 7, 'https://example.org/new')]);
    const target = coded('Léelo ya.', [link(1, 0, 5, 'https://example.org/old')]);
    expect(fitCodes(source, target)).toEqual({
      target: coded('Léelo ya.', [link(1, 0, 5, 'https://example.org/new')]),
      repaired: false,
    });
  });

  it.each<[string, CodedText, CodedText, CodedText]>([
    [
      'renumbers the only code of a kind',
      coded('A b', [strong(1, 2, 3)]),
      coded('B a', [strong(4, 0, 1)]),
      coded('B a', [strong(1, 0, 1)]),
    ],
    [
      'drops a pair that the source does not have',
      coded('A b'),
      coded('B a', [strong(1, 0, 1)]),
      coded('B a'),
    ],
    [
      'puts a pair around the whole sentence back',
      coded('All bold.', [strong(1, 0, 9)]),
      coded('Todo en negrita.'),
      coded('Todo en negrita.', [strong(1, 0, 16)]),
    ],
    [
      'puts nested pairs around the whole sentence back in their order',
      coded('Both.', [strong(1, 0, 5), emphasis(2, 0, 5)]),
      coded('Ambos.'),
      coded('Ambos.', [strong(1, 0, 6), emphasis(2, 0, 6)]),
    ],
    [
      'puts a footnote at the end back',
      coded(`So it is.${OBJ}`, [note(1, 9)]),
      coded('Así es.'),
      coded(`Así es.${OBJ}`, [note(1, 7)]),
    ],
    [
      'puts a picture at the start back and moves the other codes',
      coded(`${OBJ}A b`, [image(1, 0), strong(2, 3, 4)]),
      coded('B a', [strong(2, 0, 1)]),
      coded(`${OBJ}B a`, [image(1, 0), strong(2, 1, 2)]),
    ],
  ])('%s', (_, source, target, expected) => {
    expect(fitCodes(source, target)).toEqual({ target: expected, repaired: true });
  });

  it.each<[string, CodedText, CodedText]>([
    ['a pair inside the sentence is missing', coded('A b', [strong(1, 2, 3)]), coded('B a')],
    ['a picture inside is missing', coded(`A ${OBJ} b`, [image(1, 2)]), coded('A b')],
    ['a picture is too many', coded('A b'), coded(`A ${OBJ} b`, [image(1, 2)])],
    ['a placeholder belongs to no code', coded('A b'), coded(`A ${OBJ} b`)],
    [
      'two codes of one kind have other numbers',
      coded('A b', [strong(1, 0, 1), strong(2, 2, 3)]),
      coded('B a', [strong(3, 0, 1), strong(4, 2, 3)]),
    ],
    [
      'a number stands twice',
      coded('A b', [strong(1, 0, 1)]),
      coded('B a', [strong(1, 0, 1), strong(1, 2, 3)]),
    ],
    [
      'pairs cross',
      coded('A b', [strong(1, 0, 2), emphasis(2, 1, 3)]),
      coded('A b', [strong(1, 0, 2), emphasis(2, 1, 3)]),
    ],
    ['a span leaves the text', coded('A b', [strong(1, 0, 1)]), coded('B', [strong(1, 0, 4)])],
  ])('answers nothing where %s', (_, source, target) => {
    expect(fitCodes(source, target)).toBeUndefined();
  });

  it('lets a code be left out where the article may do without it', () => {
    const optional = { ...strong(1, 2, 3), canDelete: true };
    expect(fitCodes(coded('A b', [optional]), coded('B a'))).toEqual({
      target: coded('B a'),
      repaired: false,
    });
  });

  it('gives every source code exactly once, in range, whatever the target', () => {
    const code = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 4 }))
      .map(([id, start, length]) => (id === 3 ? emphasis : strong)(id, start, start + length));
    const side = fc.record({
      text: fc.string({ minLength: 1, maxLength: 9 }),
      codes: fc.array(code, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(side, (target) => {
        const source = coded('some words', [strong(1, 0, 10), strong(2, 0, 4), emphasis(3, 5, 10)]);
        const fitted = fitCodes(source, target);
        if (fitted !== undefined) {
          expect(fitted.target.codes.map(({ id }) => id).sort((a, b) => a - b)).toEqual([1, 2, 3]);
          expect(fitted.target.codes.every(({ end }) => end <= fitted.target.text.length)).toBe(true);
        }
      }),
    );
  });
});
