import type { QaFinding } from '../document/rendition.ts';
import { tokenize } from '../text/tokenize.ts';
import type { CheckedPair } from './checked-pair.ts';
import { isConverted } from './converted-amounts.ts';
import { numbersInText, SCALE_WORD, stripTrailingZeros, toAsciiDigits } from './numbers-in-text.ts';

/** Numbers up to this one are often written in words ("2 men", "dos hombres"): nothing is said of them. */
const LARGEST_SPELLED = 12;

/**
 * Finds numbers of the source that the target does not have.
 *
 * Grouping, decimal marks and digits of any script are looked through; a target may write a number
 * convert miles, pounds and the like, and write a number
 * with another scale word (`1.5 million`, `150万`), an afternoon hour on the 24-hour clock, and
 * anything up to twelve in words.
 */
export function findMissingNumbers({ source, target }: CheckedPair): readonly QaFinding[] {
  const wanted = [
    ...tokenize(source).filter(({ kind, start }) => kind === 'number' && !source.endsWith('&#', start)),
    ...countedTimes(source),
  ];
  if (wanted.length === 0) {
    return [];
  }
  const found = new Set([...numbersInText(target), ...romanNumbers(target)]);
  const own = numbersInText(source);
  const bringsNothing = [...found].every((digits) => own.has(digits));
  const scaled = SCALE_WORD.test(source) || SCALE_WORD.test(target);
  const foundScaled = scaled ? new Set([...found].map((digits) => stripTrailingZeros(digits))) : found;
  const missing = wanted.filter(({ text, end }) => {
    const digits = toAsciiDigits(text);
    return (
      !isSpelled(digits) &&
      !(isAll(digits, source.slice(end)) && bringsNothing) &&
      !isConverted(Number(digits.replaceAll(',', '')), source.slice(end), found) &&
      ![...formsOf(digits, source.slice(end)), ...centuryForms(digits, source.slice(0, end))].some((form) =>
        scaled ? foundScaled.has(stripTrailingZeros(form)) : found.has(form),
      )
    );
  });
  return [...new Set(missing.map(({ text }) => text))].map((text) => ({
    rule: 'number-missing',
    severity: 'warning',
    message: `The number ${text} of the source is not in the target`,
  }));
}

function isSpelled(digits: string): boolean {
  return /^\d+$/u.test(digits) && Number(digits) <= LARGEST_SPELLED;
}

/** `89th`, `1930s`, `125m`, `SS19`: a number in a word, which translations write in digits, in Roman ones or in words. */
function countedTimes(source: string): readonly { readonly text: string; readonly end: number }[] {
  return [
    ...source.matchAll(
      /(?<![\p{N}.,])(?:\d{2,4}(?=(?:st|nd|rd|th|s|m|bn|k)(?!\p{L}))|(?<=\p{Lu})\d{2,4}(?![\p{L}\p{N}]))/gu,
    ),
  ].map(({ index, 0: text }) => ({ text, end: index + text.length }));
}

/** Centuries are written in Roman digits in many languages. */
function romanNumbers(target: string): readonly string[] {
  return (target.match(/(?<!\p{L})[XVI]{2,6}(?!\p{Lu})/gu) ?? []).map((roman) => {
    const values = Array.from(roman, (digit) => ({ X: 10, V: 5, I: 1 })[digit] ?? 0);
    const sum = values.reduce(
      (total, value, at) => total + (value < (values[at + 1] ?? 0) ? -value : value),
      0,
    );
    return String(sum);
  });
}

/** "100 percent certain" is as often put in words. */
function isAll(digits: string, after: string): boolean {
  return digits === '100' && /^[\s-]?(?:%|per\s?cent)/iu.test(after);
}

/** The second year of `1950-53` in full, and the year of `October '19`. */
function centuryForms(digits: string, before: string): readonly string[] {
  if (digits.length === 2 && /(?<![\p{L}\p{N}])['’‘]\d{2}$/u.test(before)) {
    return [`19${digits}`, `20${digits}`];
  }
  const century = /(?<![\p{N}.,])(?<century>[12]\d)\d{2}[-–/]\d{2}$/u.exec(before)?.groups?.['century'];
  return century === undefined || digits.length !== 2 ? [] : [century + digits];
}

/** The digits of a number, and of the same hour on the other clock. */
function formsOf(digits: string, after: string): readonly string[] {
  const bare = digits.replaceAll(/\D/gu, '').replace(/^0+(?=\d)/u, '');
  const isAfternoon = /^(?::\d{2})?\s?p\.?m\b/iu.test(after) && Number(bare) < LARGEST_SPELLED;
  if (isAfternoon) {
    return [bare, String(Number(bare) + LARGEST_SPELLED)];
  }
  // Zeros that end decimals go without saying: `$10.00` is `10 USD`, and 0.50 is 0.5.
  const shorter = /^(?<kept>.*?\d(?:[.,][1-9])?)[.,]?0{1,2}$/u.exec(
    /[.,]\d{1,2}$/u.test(digits) ? digits : '',
  );
  if (shorter?.groups?.['kept'] !== undefined) {
    return [bare, shorter.groups['kept'].replaceAll(/\D/gu, '').replace(/^0+(?=\d)/u, '')];
  }
  // Of a decade the century may go without saying: `1980s`, `80年代`.
  return /^s(?!\p{L})/u.test(after) && bare.length === 4 ? [bare, bare.slice(2)] : [bare];
}
