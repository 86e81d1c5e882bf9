import type { QaFinding } from '../document/rendition.ts';
import type { CheckedPair } from './checked-pair.ts';
import { lengthIn, lengthRatio } from './length-ratios.ts';

/** Shorter texts vary too much: a word may be three times as long. */
const MIN_LENGTH = 40;
/** Standard deviations that a translation may be off, beside a constant for short sentences. */
const MAX_SPREADS = 3.35;
/** Fewest letters that count as said again. */
const MIN_REPEATED = 12;
/** Characters by which any translation may be longer or shorter. */
const FREE_LENGTH = 8;

/**
 * Finds a target that is far shorter or longer than translations between the two locales are, and one that
 * says the same several times over.
 */
export function findWrongLength({ source, target, sourceLocale, locale }: CheckedPair): readonly QaFinding[] {
  const whole = { start: 0, end: target.length };
  const period = periodOf(target);
  if (period !== undefined && periodOf(source) === undefined) {
    const message = 'The target says the same more than once';
    return [{ rule: 'length-repeated', severity: 'warning', message, span: { ...whole, start: period } }];
  }
  const length = lengthIn(sourceLocale, source);
  const { ratio, spread } = lengthRatio(sourceLocale, locale);
  const expected = length * ratio;
  if (source.length < MIN_LENGTH) {
    return [];
  }
  const found = lengthIn(locale, target);
  const tooShort = found + FREE_LENGTH * ratio < expected * Math.exp(-MAX_SPREADS * spread);
  const tooLong = found - FREE_LENGTH * ratio > expected * Math.exp(MAX_SPREADS * spread);
  return tooShort || tooLong
    ? [
        {
          rule: tooShort ? 'length-short' : 'length-long',
          severity: 'warning',
          message: `The target has ${target.trim().length} characters where about ${Math.round(expected)} are expected`,
          span: whole,
        },
      ]
    : [];
}

/** Where a text begins to say again what it said, to its end; undefined where it does not. */
function periodOf(text: string): number | undefined {
  if (text.length < 2 * MIN_REPEATED) {
    return undefined;
  }
  const opening = text.slice(0, MIN_REPEATED);
  const period = text.indexOf(opening, MIN_REPEATED);
  const isRepeated = period !== -1 && 2 * period <= text.length + 1 && text.startsWith(text.slice(period));
  return isRepeated ? period : undefined;
}
