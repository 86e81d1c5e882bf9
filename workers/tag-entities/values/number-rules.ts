import { DIGITS, NUMBER, readAmount, SCALE, valuePattern } from './amount.ts';
import type { ValueRule } from './value-rule.ts';

/** English unit words to CLDR units that every locale can format. */
const UNITS: Readonly<Record<string, string>> = {
  km: 'kilometer',
  kilometer: 'kilometer',
  kilometre: 'kilometer',
  meter: 'meter',
  metre: 'meter',
  cm: 'centimeter',
  centimeter: 'centimeter',
  centimetre: 'centimeter',
  mm: 'millimeter',
  millimeter: 'millimeter',
  mile: 'mile',
  yard: 'yard',
  feet: 'foot',
  inch: 'inch',
  inches: 'inch',
  kg: 'kilogram',
  kilogram: 'kilogram',
  kilo: 'kilogram',
  gram: 'gram',
  ounce: 'ounce',
  liter: 'liter',
  litre: 'liter',
  gallon: 'gallon',
  hectare: 'hectare',
  acre: 'acre',
  mph: 'mile-per-hour',
  'mile per hour': 'mile-per-hour',
  'miles per hour': 'mile-per-hour',
  'km/h': 'kilometer-per-hour',
  kph: 'kilometer-per-hour',
  'kilometers per hour': 'kilometer-per-hour',
  'kilometres per hour': 'kilometer-per-hour',
  '°C': 'celsius',
  'degrees celsius': 'celsius',
  '°F': 'fahrenheit',
  'degrees fahrenheit': 'fahrenheit',
  gigabyte: 'gigabyte',
  GB: 'gigabyte',
  megabyte: 'megabyte',
  MB: 'megabyte',
  terabyte: 'terabyte',
};
const BY_FOLDED_WORD = new Map(Object.entries(UNITS).map(([word, unit]) => [word.toLowerCase(), unit]));

const unitWords = Object.keys(UNITS)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
/** A bare "2026" is a year or a name as likely as a number, and must not get separators. */
const YEAR_LIKE = /^(?:1[5-9]|20)\d\d$/u;

const counted = `(?<amount>${DIGITS})(?!\\p{L})(?:[-\\s](?<scale>${SCALE})\\b)?`;

/** Percentages, quantities with a unit, ordinals and plain numbers in digits. */
export const NUMBER_RULES: readonly ValueRule[] = [
  {
    pattern: valuePattern(`(?<amount>${NUMBER})(?: ?%|(?: |-)(?:percent|per cent)\\b)`),
    read: ({ amount }) => {
      const value = readAmount(amount, undefined);
      return value === undefined ? undefined : { type: 'PERCENT', value: { kind: 'percent', value } };
    },
  },
  {
    pattern: valuePattern(
      `(?<amount>${DIGITS})(?: (?<scale>${SCALE}))?[-\\s]?(?<unit>${unitWords})(?:s\\b|(?![\\p{L}\\p{N}]))`,
    ),
    read: ({ amount, scale, unit = '' }) => {
      const value = readAmount(amount, scale);
      const id = BY_FOLDED_WORD.get(unit.toLowerCase().replaceAll(/\s+/gu, ' '));
      return value === undefined || id === undefined
        ? undefined
        : { type: 'QUANTITY', value: { kind: 'number', value, unit: id } };
    },
  },
  {
    pattern: valuePattern('(?<![\\p{L}\\p{N}.,-])(?<rank>\\d*(?:11th|12th|13th|1st|2nd|3rd|[04-9]th))\\b'),
    read: ({ rank = '' }) => ({
      type: 'ORDINAL',
      value: { kind: 'ordinal', value: Number.parseInt(rank, 10) },
    }),
  },
  {
    pattern: valuePattern(`${counted}(?= \\p{Ll}{3,}s\\b| (?:people|men|women|children|police)\\b)`, 'gu'),
    read: ({ amount, scale }) => numberOf('QUANTITY', amount, scale),
  },
  {
    pattern: valuePattern(`(?<=\\b[Aa]ged )${counted}`, 'gu'),
    read: ({ amount, scale }) => numberOf('QUANTITY', amount, scale),
  },
  { pattern: valuePattern(counted, 'gu'), read: ({ amount, scale }) => numberOf('CARDINAL', amount, scale) },
];

function numberOf(
  type: 'QUANTITY' | 'CARDINAL',
  amount: string | undefined,
  scale: string | undefined,
): ReturnType<ValueRule['read']> {
  const value = readAmount(amount, scale);
  const maybeYear = type === 'CARDINAL' && scale === undefined && YEAR_LIKE.test(amount ?? '');
  return value === undefined || maybeYear ? undefined : { type, value: { kind: 'number', value } };
}
