import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFoldings } from '../../../../shared/memory/find-foldings.ts';

describe('findFoldings', () => {
  it.each([
    ['He said “no”.', 'He said "no".', ['quotes 7-9', 'quotes 11-13']],
    ['It’s here.', "It's here.", ['apostrophes 0-4']],
    ['the mexican minister spoke.', 'The Mexican Minister spoke.', ['case 0-20']],
    ['1990–2000', '1990-2000', ['dashes 4-5']],
    ['Well… yes.', 'Well... yes.', ['ellipsis 4-6']],
    ['10\u00A0km away', '10 km away', ['spaces 2-3']],
    ['He left , again.', 'He left, again.', ['spaces 7-10']],
    ['He agreed!', 'He agreed.', ['punctuation 9-10']],
    ['See \uFFFC the map.', 'See the map.', ['markup,spaces 3-6']],
    ['“Never” – he said', '"Never" -- he said.', ['quotes 0-1', 'quotes,dashes 6-10', 'punctuation 17-17']],
    ['«Да», — сказал он.', '"Да", - сказал он.', ['quotes 0-1', 'quotes,dashes 3-8']],
    ['…', '...', ['ellipsis 0-1']],
    ['same', 'same', []],
  ])('tells how %j was found under %j', (wanted, stored, expected) => {
    expect(
      findFoldings(wanted, stored).map(({ kinds, start, end }) => `${kinds.join(',')} ${start}-${end}`),
    ).toEqual(expected);
  });

  it('can be taken back: the stored text comes out of the one that was looked up', () => {
    const piece = fc.constantFrom(
      'word',
      'Word',
      "it's",
      'it’s',
      ' ',
      '\u00A0',
      '“',
      '"',
      '.',
      '…',
      '\uFFFC',
      '漢字',
      '12',
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (wanted, stored) => {
        let restored = '';
        let from = 0;
        for (const { start, end, stored: part } of findFoldings(wanted, stored)) {
          restored += wanted.slice(from, start) + part;
          from = end;
        }
        expect(restored + wanted.slice(from)).toBe(stored);
      }),
    );
  });
});
