import {
  addDays,
  addMonths,
  type CalendarUnit,
  type Day,
  formatDay,
  isoWeek,
  pad,
  weekdayOf,
} from './calendar.ts';

/** The period of `unit` that holds `day`, in ISO 8601 or TIMEX3. */
export function formatPeriod(day: Day, unit: CalendarUnit): string {
  switch (unit) {
    case 'day':
      return formatDay(day);
    case 'week':
      return isoWeek(day);
    case 'weekend':
      return `${isoWeek(day)}-WE`;
    case 'month':
      return `${pad(day.year, 4)}-${pad(day.month, 2)}`;
    case 'quarter':
      return `${pad(day.year, 4)}-Q${Math.ceil(day.month / 3)}`;
    case 'half-year':
      return `${pad(day.year, 4)}-H${Math.ceil(day.month / 6)}`;
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
  const months: Readonly<Record<CalendarUnit, number>> = {
    day: 0,
    week: 0,
    weekend: 0,
    month: 1,
    quarter: 3,
    'half-year': 6,
    year: 12,
    decade: 120,
    century: 1200,
  };
  return months[unit];
}

/** The day `amount` units from `day`. */
export function moveBy(day: Day, amount: number, unit: CalendarUnit): Day {
  const months = monthsIn(unit);
  return months === 0 ? addDays(day, unit === 'day' ? amount : amount * 7) : addMonths(day, amount * months);
}

/** First day of the period of `unit` that holds `day`. */
export function startOf(day: Day, unit: CalendarUnit): Day {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, 1 - weekdayOf(day));
    case 'weekend':
      return addDays(day, 6 - weekdayOf(day));
    case 'month':
      return { ...day, day: 1 };
    case 'quarter':
      return { year: day.year, month: day.month - ((day.month - 1) % 3), day: 1 };
    case 'half-year':
      return { year: day.year, month: day.month > 6 ? 7 : 1, day: 1 };
    case 'year':
      return { year: day.year, month: 1, day: 1 };
    case 'decade':
      return { year: day.year - (day.year % 10), month: 1, day: 1 };
    case 'century':
      return { year: day.year - (day.year % 100), month: 1, day: 1 };
    default:
      return unit satisfies never;
  }
}
