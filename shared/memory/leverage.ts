import { tokenize } from '../text/tokenize.ts';
import { LEVERAGE_BANDS, type Leverage, type LeverageBand } from './match.ts';

/** The band in which a segment is counted by the score of its best match; undefined: it has none. */
export function bandOf(score: number | undefined): LeverageBand {
  if (score === undefined || score < 70) {
    return 'new';
  }
  if (score >= 102) {
    return '102';
  }
  if (score >= 99) {
    return score === 101 ? '101' : score === 100 ? '100' : '99';
  }
  if (score >= 95) {
    return '95-98';
  }
  if (score >= 85) {
    return '85-94';
  }
  return score >= 75 ? '75-84' : '70-74';
}

/** Counts words and numbers: what a translator is paid by. Marks and inline codes do not count. */
export function countWords(text: string): number {
  return tokenize(text).filter(({ kind }) => kind === 'word' || kind === 'number').length;
}

/** Sums segments and words by band; every band is there, empty ones with zeros. */
export function sumLeverage(
  segments: Iterable<{ readonly text: string; readonly score: number | undefined }>,
): Leverage {
  const sums = new Map(LEVERAGE_BANDS.map((band) => [band, { segments: 0, words: 0 }]));
  for (const { text, score } of segments) {
    const sum = sums.get(bandOf(score));
    if (sum !== undefined) {
      sum.segments += 1;
      sum.words += countWords(text);
    }
  }
  const of = (band: LeverageBand): { segments: number; words: number } =>
    sums.get(band) ?? { segments: 0, words: 0 };
  return {
    '102': of('102'),
    '101': of('101'),
    '100': of('100'),
    '99': of('99'),
    '95-98': of('95-98'),
    '85-94': of('85-94'),
    '75-84': of('75-84'),
    '70-74': of('70-74'),
    new: of('new'),
  };
}
