/** Units that translations convert, as English writes them after a number, with what one is in others. */
const CONVERSIONS: readonly (readonly [unit: RegExp, factors: readonly number[]])[] = [
  [/^sq(?:uare)?[\s.-]*(?:feet|foot|ft)\b/iu, [0.0929]],
  [/^sq(?:uare)?[\s.-]*mi(?:les?)?\b/iu, [2.59, 259]],
  [/^sq(?:uare)?[\s.-]*yards?\b/iu, [0.836]],
  [/^cubic[\s-]*(?:feet|foot)\b/iu, [0.0283, 28.3]],
  [/^(?:miles?|mi\b|mph\b|mp\/h|m\.p\.h)/iu, [1.609]],
  [/^(?:knots?|nautical[\s-]miles?)\b/iu, [1.852]],
  [/^(?:feet|foot|ft\b|['′])/iu, [0.3048, 30.48]],
  [/^(?:inch(?:es)?\b|in\b|["″])/iu, [2.54, 25.4]],
  [/^yards?\b/iu, [0.9144]],
  [/^(?:pounds?|lbs?)\b/iu, [0.4536]],
  [/^(?:ounces?|oz)\b/iu, [28.35]],
  [/^(?:stones?|st)\b/iu, [6.35]],
  [/^tons?\b/iu, [0.907, 1.016]],
  [/^gallons?\b/iu, [3.785, 4.546]],
  [/^pints?\b/iu, [0.473, 0.568]],
  [/^acres?\b/iu, [0.4047, 4047]],
];
/** What may stand between a number and its unit: the other end of a range, a part of it, an adverb. */
const BEFORE_UNIT =
  /^(?:\s?(?:-|–|—|to|and|or|by|x|×)\s?\d[\d.,]*)?[\s-]*(?:(?:and\s)?(?:a|one)[\s-]half[\s-])?/iu;

/** Translations round what they convert. */
const TOLERANCE = 0.12;

/**
 * What an amount is in the units that a translation would give instead: 40 miles are 64.4 km. `after` is the
 * text that follows the number.
 */
export function convertedAmounts(amount: number, after: string): readonly number[] {
  const unit = after.replace(BEFORE_UNIT, '');
  if (/^(?:°?\s?F\b|degrees\b)/u.test(unit)) {
    return [((amount - 32) * 5) / 9];
  }
  const factors = CONVERSIONS.find(([name]) => name.test(unit))?.[1] ?? [];
  return factors.map((factor) => amount * factor);
}

/** Tells whether a number is about what was expected: 550 pounds may be 250 kg. */
export function isAbout(digits: string, expected: number): boolean {
  return Math.abs(Number(digits) - expected) <= Math.abs(expected) * TOLERANCE;
}
