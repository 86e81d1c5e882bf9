import type { QaFinding } from '../../shared/document/rendition.ts';
import { tokenize } from '../../shared/text/tokenize.ts';
import type { CheckedPair } from './checked-pair.ts';
import { numbersInText, SCALE_WORD, stripTrailingZeros, toAsciiDigits } from './numbers-in-text.ts';

/** Numbers up to this one are often written in words ("2 men", "dos hombres"): nothing is said of them. */
const LARGEST_SPELLED = 12;

/**
 * Finds numbers of the source that the target does not have.
 *
 * Grouping, decimal marks and digits of any script are looked through; a target may write a number
 * with another scale word (`1.5 million`, `150万`), an afternoon hour on the 24-hour clock, and
 * anything up to twelve in words.
 */
export function findMissingNumbers({ source, target }: CheckedPair): readonly QaFinding[] {
  const wanted = tokenize(source).filter((token) => token.kind === 'number');
  if (wanted.length === 0) {
    return [];
  }
  const found = numbersInText(target);
  const scaled = SCALE_WORD.test(source) || SCALE_WORD.test(target);
  const foundScaled = scaled ? new Set([...found].map((digits) => stripTrailingZeros(digits))) : found;
  const missing = wanted.filter(({ text, end }) => {
    const digits = toAsciiDigits(text);
    return (
      !isSpelled(digits) &&
      ![...formsOf(digits, source.slice(end))].some((form) =>
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

/** The digits of a number, and of the same hour on the other clock. */
function formsOf(digits: string, after: string): readonly string[] {
  const bare = digits.replaceAll(/\D/gu, '').replace(/^0+(?=\d)/u, '');
  const isAfternoon = /^(?::\d{2})?\s?p\.?m\b/iu.test(after) && Number(bare) < LARGEST_SPELLED;
  return isAfternoon ? [bare, String(Number(bare) + LARGEST_SPELLED)] : [bare];
}
