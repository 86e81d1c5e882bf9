import { readNumber, WORDS } from '../dates/date-words.ts';

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  b: 1e9,
  tn: 1e12,
};

/** Digits with separators, nothing numeric before or behind them. */
export const DIGITS =
  '(?<![\\p{L}\\p{N}]|\\d[.,:/]|\\p{L}-)\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d]|[.,:/]\\d)|(?<![\\p{L}\\p{N}]|\\d[.,:/]|\\p{L}-)\\d+(?:\\.\\d+)?(?![\\d]|[.,:/]\\d)';

/** Digits or a number word. */
export const NUMBER = `(?:${DIGITS}|\\b${WORDS.number}\\b)`;

/** A scale that may follow a number. */
export const SCALE = '(?:thousand|million|billion|trillion)';

/** Compiles a value pattern: all matches, any case, white space of any width. */
export function valuePattern(source: string, flags = 'giu'): RegExp {
  return new RegExp(source.replaceAll(' ?', '\\s?').replaceAll(' ', '\\s+'), flags);
}

/** Reads a number with its scale ("1.5", "million"); undefined where it is no number. */
export function readAmount(number: string | undefined, scale: string | undefined): number | undefined {
  const value = number === undefined ? undefined : readNumber(number);
  if (value === undefined || scale === undefined) {
    return value;
  }
  const factor = SCALES[scale.toLowerCase()];
  return factor === undefined ? undefined : Number((value * factor).toPrecision(15));
}
