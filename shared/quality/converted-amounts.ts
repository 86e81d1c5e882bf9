/** Units that translations convert, as English writes them after a number, with what one is in others. */
const CONVERSIONS: readonly (readonly [unit: RegExp, factors: readonly number[]])[] = [
  [/^[\s-]?(?:miles?|mi\b|mph\b|mp\/h)/iu, [1.609]],
  [/^[\s-]?(?:feet|foot|ft\b)/iu, [0.3048, 30.48]],
  [/^[\s-]?(?:inch(?:es)?\b|in\b|["″])/iu, [2.54, 25.4]],
  [/^[\s-]?yards?\b/iu, [0.9144]],
  [/^[\s-]?(?:pounds?|lbs?)\b/iu, [0.4536]],
  [/^[\s-]?(?:ounces?|oz)\b/iu, [28.35]],
  [/^[\s-]?stones?\b/iu, [6.35]],
  [/^[\s-]?gallons?\b/iu, [3.785, 4.546]],
  [/^[\s-]?acres?\b/iu, [0.4047, 4047]],
  [/^[\s-]?square[\s-]miles?\b/iu, [2.59]],
];
/** Translations round what they convert. */
const TOLERANCE = 0.12;

/**
 * Tells whether `found` holds what an amount is in the unit that a translation would give instead:
 * 40 miles as 64 or 65 km, 550 pounds as 250 kg. `after` is the text that follows the number.
 */
export function isConverted(amount: number, after: string, found: ReadonlySet<string>): boolean {
  const factors =
    fahrenheit(amount, after) ??
    CONVERSIONS.find(([unit]) => unit.test(after))?.[1].map((factor) => amount * factor);
  return (factors ?? []).some((expected) =>
    [...found].some((digits) => Math.abs(Number(digits) - expected) <= Math.abs(expected) * TOLERANCE),
  );
}

function fahrenheit(amount: number, after: string): readonly number[] | undefined {
  return /^\s?(?:°\s?F|degrees\b)/u.test(after) ? [((amount - 32) * 5) / 9] : undefined;
}
