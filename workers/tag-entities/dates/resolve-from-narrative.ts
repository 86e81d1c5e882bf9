import {
  addDays,
  addMonths,
  type CalendarUnit,
  type Day,
  daysInMonth,
  formatDay,
  isoWeek,
  pad,
} from './calendar.ts';
import type { DateExpression } from './date-expression.ts';
import type { ResolvedDate } from './resolved-date.ts';

type Distance = Extract<DateExpression, { form: 'distance' }>;

/**
 * Counts from the last date of the story. A fuzzy anchor ("mid-last week") gives an approximate
 * day; an unknown one gives nothing.
 */
export function resolveFromNarrative(
  date: Distance,
  last: ResolvedDate | undefined,
): ResolvedDate | undefined {
  if (last?.day !== undefined) {
    const fuzzy = last.mod !== undefined || (date.unit === 'week' && date.whole !== true);
    return { ...countFrom(last.day, date), ...(fuzzy ? { mod: 'approx' } : {}), anchor: 'narrative' };
  }
  return last?.yearless === undefined ? undefined : countYearless(last.yearless, date);
}

/** The date that lies `amount` units from `from`, as precise as the unit (weeks keep the day). */
export function countFrom(from: Day, { amount, unit, whole }: Distance): ResolvedDate {
  const months = monthsIn(unit);
  if (months === 0) {
    const day = addDays(from, unit === 'week' ? amount * 7 : amount);
    return whole === true ? { timex: formatPeriod(day, unit), day } : { timex: formatDay(day), day };
  }
  const day = addMonths(from, amount * months);
  return { timex: formatPeriod(day, unit) };
}

/** The period of `unit` that holds `day`, in ISO 8601. */
export function formatPeriod(day: Day, unit: CalendarUnit): string {
  switch (unit) {
    case 'day':
      return formatDay(day);
    case 'week':
      return isoWeek(day);
    case 'month':
      return `${pad(day.year, 4)}-${pad(day.month, 2)}`;
    case 'quarter':
      return `${pad(day.year, 4)}-Q${Math.ceil(day.month / 3)}`;
    case 'year':
      return pad(day.year, 4);
    case 'decade':
      return pad(day.year, 4).slice(0, 3);
    case 'century':
      return pad(day.year, 4).slice(0, 2);
    default:
      return unit satisfies never;
  }
}

/** Months in a unit; 0 for units of days. */
export function monthsIn(unit: CalendarUnit): number {
  return { day: 0, week: 0, month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit];
}

/** Days around a date whose year is unknown: sure as long as the month's length is. */
function countYearless(
  from: { readonly month: number; readonly day: number },
  { amount, unit, whole }: Distance,
): ResolvedDate | undefined {
  if (monthsIn(unit) > 0 || (unit === 'week' && whole === true)) {
    return undefined;
  }
  const days = unit === 'week' ? amount * 7 : amount;
  const inCommonYear = addDays({ year: 2001, ...from }, days);
  const inLeapYear = addDays({ year: 2004, ...from }, days);
  const same = inCommonYear.month === inLeapYear.month && inCommonYear.day === inLeapYear.day;
  if (!same || from.day > daysInMonth(2001, from.month)) {
    return undefined;
  }
  const { month, day } = inCommonYear;
  return { timex: `--${pad(month, 2)}-${pad(day, 2)}`, anchor: 'narrative', yearless: { month, day } };
}
