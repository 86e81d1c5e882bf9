import { isoDuration } from '../iso-duration.ts';
import type { Captured } from '../pattern.ts';
import { type Rule, rule } from '../rule.ts';
import type { Senses, TimeAmount } from '../senses.ts';
import type { CalendarUnit } from './calendar.ts';
import { asDate } from './calendar-rules.ts';
import { calendarUnit } from './calendar-unit.ts';
import type { DateForm } from './date-expression.ts';
import { monthsIn } from './periods.ts';

/** What is made of a length of time and a direction. */
export const DISTANCE_RULES: readonly Rule[] = [
  rule('article? duration ago', (get) => distance(get, -1, 'publication')),
  rule('(inBefore | within)? article? duration fromNow', (get) => distance(get, 1, 'publication')),
  rule('within article? duration', within),
  rule('agoBefore article? duration', (get) => distance(get, -1, 'publication')),
  rule('article? duration later', (get) => distance(get, 1, 'narrative')),
  rule('later article? duration', (get) => beforeLength(get, 1)),
  rule('article? duration earlier', (get) => distance(get, -1, 'narrative')),
  rule('earlier article? duration', (get) => beforeLength(get, -1)),
  rule('inBefore article? duration', (get) => lasting(get, distance(get, 1, 'publication'))),
  rule('duration (from | bound) (of | article)? date', (get) => {
    const base = get('date');
    return base && distance(get, get('bound') === 'before' ? -1 : 1, base);
  }),
];

function distance(
  get: Captured,
  sign: 1 | -1,
  from: 'publication' | 'narrative' | DateForm,
): Partial<Senses> | undefined {
  const parts = get('duration') ?? [];
  const minutes = minutesIn(parts);
  if (minutes !== undefined) {
    return typeof from === 'string'
      ? asDate({ form: 'moment', minutes: sign * minutes, from, duration: isoDuration(parts) })
      : undefined;
  }
  const length = inOneUnit(parts);
  if (length === undefined) {
    return undefined;
  }
  const { amount, unit } = length;
  return asDate({ form: 'distance', unit, from, ...(amount === undefined ? {} : { amount: sign * amount }) });
}

/** Whole minutes of a length of hours and minutes; undefined where it has other units, or no number. */
function minutesIn(parts: readonly TimeAmount[]): number | undefined {
  let minutes = 0;
  for (const { amount, unit } of parts) {
    if (amount === undefined || (unit !== 'hour' && unit !== 'minute')) {
      return undefined;
    }
    minutes += amount * (unit === 'hour' ? 60 : 1);
  }
  return parts.length > 0 && Number.isInteger(minutes) ? minutes : undefined;
}

/** "two weeks and two days" in days, "a year and a half" in months; a length of one unit as it is. */
function inOneUnit(
  parts: readonly TimeAmount[],
): { readonly amount: number | undefined; readonly unit: CalendarUnit } | undefined {
  const [first, ...rest] = parts;
  const unit = calendarUnit(first?.unit);
  if (first === undefined || unit === undefined) {
    return undefined;
  }
  if (rest.length === 0 && (first.amount === undefined || Number.isInteger(first.amount))) {
    return { amount: first.amount, unit };
  }
  const smallest = monthsIn(unit) > 0 ? 'month' : 'day';
  let amount = 0;
  for (const part of parts) {
    const own = calendarUnit(part.unit);
    const months = own === undefined ? 0 : monthsIn(own);
    if (own === undefined || part.amount === undefined || months > 0 !== (smallest === 'month')) {
      return undefined;
    }
    amount += part.amount * (months > 0 ? months : own === 'day' ? 1 : 7);
  }
  return Number.isInteger(amount) ? { amount, unit: smallest } : undefined;
}

/** "después de tres días"; "avant 17h" is a time of the clock. */
function beforeLength(get: Captured, sign: 1 | -1): Partial<Senses> | undefined {
  return get('time', 'duration') === undefined ? distance(get, sign, 'narrative') : undefined;
}

/** "in three days" of something past says how long it took. */
function lasting(get: Captured, senses: Partial<Senses> | undefined): Partial<Senses> | undefined {
  return senses?.date && { date: { ...senses.date, lasting: isoDuration(get('duration') ?? []) } };
}

/** "within nine months": from publication on. */
function within(get: Captured): Partial<Senses> | undefined {
  const parts = get('duration') ?? [];
  const length = inOneUnit(parts);
  return length?.amount === undefined
    ? undefined
    : asDate({
        form: 'span',
        unit: length.unit,
        direction: 1,
        duration: isoDuration(parts),
        amount: length.amount,
      });
}
