import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  easterSunday,
  formatDay,
  isDay,
  pad,
  weekdayOf,
} from './calendar.ts';
import type { DateExpression, Holiday, PeriodMod } from './date-expression.ts';
import { countFrom, formatPeriod, monthsIn } from './resolve-from-narrative.ts';
import type { ResolvedDate } from './resolved-date.ts';

type Form<Name extends DateExpression['form']> = Extract<DateExpression, { form: Name }>;

/** Gives a date its value from itself and the publication date; undefined where that is unknown. */
export function resolveFromPublication(
  date: DateExpression,
  published: Day | undefined,
): ResolvedDate | undefined {
  switch (date.form) {
    case 'calendar':
      return resolveCalendar(date, published);
    case 'weekday':
      return published && asDay(nearestWeekday(date, published));
    case 'day-offset':
      return published && asDay(addDays(published, date.days));
    case 'period':
      return published && resolvePeriod(date, published);
    case 'distance':
      return published && resolveDistance(date, published);
    case 'holiday':
      return resolveHoliday(date, published);
    case 'fixed':
      return { timex: date.timex };
    default:
      return date satisfies never;
  }
}

function resolveCalendar(date: Form<'calendar'>, published: Day | undefined): ResolvedDate | undefined {
  const { month, day, mod } = date;
  const fuzzy = mod === undefined ? {} : { mod };
  if (month === undefined) {
    return date.year === undefined ? undefined : { timex: pad(date.year, 4), ...fuzzy };
  }
  const year = date.year ?? (published && yearOf({ month, day: day ?? 1 }, date, published));
  const inferred = date.year === undefined ? { anchor: 'publication' as const } : {};
  if (year === undefined) {
    const suffix = day === undefined ? '' : `-${pad(day, 2)}`;
    return {
      timex: `--${pad(month, 2)}${suffix}`,
      ...fuzzy,
      ...(day === undefined ? {} : { yearless: { month, day } }),
    };
  }
  if (day === undefined) {
    const middle = dayInPeriod({ year, month, day: 1 }, mod, 30);
    return { timex: `${pad(year, 4)}-${pad(month, 2)}`, ...fuzzy, ...inferred, ...middle };
  }
  const found = { year, month, day };
  return isDay(found) ? { timex: formatDay(found), ...inferred, day: found } : undefined;
}

/** News leaves the year out of a date this close; of one ten months back it would not. */
const SOON_DAYS = 60;

/** The year of a day without one: the nearest past, or the nearest to come where the text looks ahead. */
function yearOf(
  monthDay: { readonly month: number; readonly day: number },
  date: Form<'calendar'>,
  published: Day,
): number {
  const here = { year: published.year, ...monthDay };
  const wholeMonth = date.day === undefined && monthDay.month === published.month;
  const distance = daysBetween(published, here);
  if (wholeMonth || distance === 0) {
    return published.year;
  }
  if (date.tense === 'ahead') {
    return distance > 0 ? published.year : published.year + 1;
  }
  const past = distance < 0 ? published.year : published.year - 1;
  const next = daysBetween(published, { ...here, year: past + 1 });
  return date.tense === 'open' && date.day !== undefined && next <= SOON_DAYS ? past + 1 : past;
}

function nearestWeekday({ weekday, which, tense }: Form<'weekday'>, published: Day): Day {
  const forward = (weekday - weekdayOf(published) + 7) % 7;
  switch (which) {
    case 'last':
      return addDays(published, forward - 7);
    case 'next':
      return addDays(published, forward === 0 ? 7 : forward);
    case 'this':
      return addDays(published, weekday - weekdayOf(published));
    case 'bare':
      return addDays(published, tense === 'ahead' || forward === 0 ? forward : forward - 7);
    default:
      return which satisfies never;
  }
}

function resolvePeriod({ unit, offset, mod }: Form<'period'>, published: Day): ResolvedDate {
  const months = monthsIn(unit);
  const inside = months === 0 ? addDays(published, offset * 7) : addMonths(published, offset * months);
  const fuzzy = mod === undefined ? {} : { mod };
  const monday = addDays(inside, 1 - weekdayOf(inside));
  const middle =
    unit === 'week'
      ? dayInPeriod(monday, mod, 7)
      : unit === 'month'
        ? dayInPeriod({ ...inside, day: 1 }, mod, 30)
        : {};
  return { timex: formatPeriod(inside, unit), ...fuzzy, anchor: 'publication', ...middle };
}

/** A day to count from inside a fuzzy period, where a modifier narrows it down. */
function dayInPeriod(first: Day, mod: PeriodMod | undefined, length: number): { day?: Day } {
  if (mod === undefined) {
    return {};
  }
  const share = { start: 0.15, mid: 0.4, end: 0.7 }[mod];
  return { day: addDays(first, Math.floor(length * share)) };
}

/** "ago" and "from now": as precise as the unit, so "three weeks ago" is a week. */
function resolveDistance(date: Form<'distance'>, published: Day): ResolvedDate {
  const { timex, day } = countFrom(published, date);
  if (date.unit === 'week' && day !== undefined) {
    return { timex: formatPeriod(day, 'week'), anchor: 'publication' };
  }
  return { timex, anchor: 'publication', ...(day === undefined ? {} : { day }) };
}

function resolveHoliday(date: Form<'holiday'>, published: Day | undefined): ResolvedDate | undefined {
  if (date.year !== undefined) {
    const day = holidayIn(date.holiday, date.year);
    return { timex: formatDay(day), day };
  }
  if (published === undefined) {
    return undefined;
  }
  const years = [published.year - 1, published.year, published.year + 1];
  const days = years.map((year) => holidayIn(date.holiday, year));
  const found =
    date.tense === 'ahead'
      ? days.find((day) => daysBetween(published, day) >= 0)
      : days.findLast((day) => daysBetween(published, day) <= 0);
  return found && asDay(found);
}

function holidayIn(holiday: Holiday, year: number): Day {
  switch (holiday) {
    case 'good-friday':
      return addDays(easterSunday(year), -2);
    case 'easter-sunday':
      return easterSunday(year);
    case 'easter-monday':
      return addDays(easterSunday(year), 1);
    case 'christmas-eve':
      return { year, month: 12, day: 24 };
    case 'christmas':
      return { year, month: 12, day: 25 };
    case 'new-years-eve':
      return { year, month: 12, day: 31 };
    case 'new-years-day':
      return { year, month: 1, day: 1 };
    default:
      return holiday satisfies never;
  }
}

function asDay(day: Day): ResolvedDate {
  return { timex: formatDay(day), anchor: 'publication', day };
}
