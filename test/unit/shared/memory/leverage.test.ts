import { describe, expect, it } from 'vitest';
import { bandOf, countWords, sumLeverage } from '../../../../shared/memory/leverage.ts';
import { LEVERAGE_BANDS } from '../../../../shared/memory/match.ts';

describe('leverage', () => {
  it.each([
    [102, '102'],
    [101, '101'],
    [100, '100'],
    [99, '99'],
    [98, '95-98'],
    [95, '95-98'],
    [94, '85-94'],
    [85, '85-94'],
    [84, '75-84'],
    [75, '75-84'],
    [74, '70-74'],
    [70, '70-74'],
    [69, 'new'],
    [undefined, 'new'],
  ])('counts a best score of %s as %s', (score, band) => {
    expect(bandOf(score)).toBe(band);
  });

  it('counts words and numbers, not marks and codes', () => {
    expect(countWords('On Jan. 12, \uFFFC he said: “No.”')).toBe(6);
    expect(countWords('东京都知事')).toBeGreaterThan(1);
  });

  it('sums segments and words, and shows empty bands', () => {
    const sums = sumLeverage([
      { text: 'one two three', score: 100 },
      { text: 'one two', score: 100 },
      { text: 'one', score: undefined },
    ]);
    expect(sums['100']).toEqual({ segments: 2, words: 5 });
    expect(sums.new).toEqual({ segments: 1, words: 1 });
    expect(Object.keys(sums).toSorted()).toEqual([...LEVERAGE_BANDS].toSorted());
    expect(sums['99']).toEqual({ segments: 0, words: 0 });
  });
});
