import type { QaFinding } from '../document/rendition.ts';
import type { CheckedPair } from './checked-pair.ts';
import { lengthRatio } from './length-ratios.ts';

/** Shorter texts vary too much: a word may be three times as long. */
const MIN_LENGTH = 40;
/** Standard deviations that a translation may be off, beside a constant for short sentences. */
const MAX_SPREADS = 3.35;
/** Characters by which any translation may be longer or shorter. */
const FREE_LENGTH = 8;

/** Finds a target that is far shorter or longer than translations between the two locales are. */
export function findWrongLength({ source, target, sourceLocale, locale }: CheckedPair): readonly QaFinding[] {
  const length = lettersOf(source);
  const { ratio, spread } = lengthRatio(sourceLocale, locale);
  const [found, expected] = [lettersOf(target), length * ratio];
  if (length < MIN_LENGTH || Math.abs(found - expected) <= FREE_LENGTH * ratio) {
    return [];
  }
  const tooShort = found + FREE_LENGTH * ratio < expected * Math.exp(-MAX_SPREADS * spread);
  const tooLong = found - FREE_LENGTH * ratio > expected * Math.exp(MAX_SPREADS * spread);
  return tooShort || tooLong
    ? [
        {
          rule: tooShort ? 'length-short' : 'length-long',
          severity: 'warning',
          message: `The target has ${found} characters where about ${Math.round(expected)} are expected`,
          span: { start: 0, end: target.length },
        },
      ]
    : [];
}

function lettersOf(text: string): number {
  return text.trim().length;
}
