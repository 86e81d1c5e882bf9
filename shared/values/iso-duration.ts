import type { TimeAmount, TimeUnit } from './senses.ts';

/**
 * Writes a length of time as ISO 8601 does: `PT1H30M`, `P2W`. Half hours become minutes; a number
 * that the text leaves open is `X`, as in TIMEX3.
 */
export function isoDuration(parts: readonly TimeAmount[]): string {
  const whole = parts.flatMap((part) => wholeHours(part));
  const days = whole.filter(({ unit }) => !isClockUnit(unit)).map(writeAmount);
  const hours = whole.filter(({ unit }) => isClockUnit(unit)).map(writeAmount);
  return `P${days.join('')}${hours.length === 0 ? '' : `T${hours.join('')}`}`;
}

/** The letter of a unit, with the `T` that parts times from dates. */
export function letterOf(unit: TimeUnit): string {
  switch (unit) {
    case 'second':
      return 'TS';
    case 'minute':
      return 'TM';
    case 'hour':
      return 'TH';
    case 'day':
      return 'D';
    case 'week':
      return 'W';
    case 'weekend':
      return 'WE';
    case 'month':
    case 'quarter':
    case 'half-year':
      return 'M';
    case 'year':
    case 'decade':
    case 'century':
      return 'Y';
    default:
      return unit satisfies never;
  }
}

function isClockUnit(unit: TimeUnit): boolean {
  return unit === 'second' || unit === 'minute' || unit === 'hour';
}

function wholeHours(part: TimeAmount): readonly TimeAmount[] {
  const { amount, unit } = part;
  if (unit !== 'hour' || amount === undefined || Number.isInteger(amount) || !Number.isInteger(amount * 60)) {
    return [part];
  }
  const minutes: TimeAmount = { amount: (amount % 1) * 60, unit: 'minute' };
  return amount < 1 ? [minutes] : [{ amount: Math.floor(amount), unit }, minutes];
}

function writeAmount({ amount, unit }: TimeAmount): string {
  const written = amount === undefined ? 'X' : Number((amount * (FACTORS[unit] ?? 1)).toPrecision(12));
  return `${written}${letterOf(unit).replace('T', '')}`;
}

/** ISO 8601 has no quarters, decades or centuries. */
const FACTORS: Readonly<Partial<Record<TimeUnit, number>>> = {
  quarter: 3,
  'half-year': 6,
  decade: 10,
  century: 100,
};
