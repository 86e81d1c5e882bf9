import { addDays, type Day, daysInMonth, formatDay, pad } from '../../../shared/values/dates/calendar.ts';
import type { DateForm } from '../../../shared/values/dates/date-expression.ts';
import { formatPeriod, monthsIn, moveBy } from '../../../shared/values/dates/periods.ts';
import type { DateAnchors, ResolvedDate } from './resolved-date.ts';

type Distance = Extract<DateForm, { form: 'distance' }>;

/**
 * Counts from publication ("ago"), from the story ("later") or from the date that is named ("two
 * days before Christmas"). A distance without a number has no value.
 */
export function resolveDistance(
  date: Distance,
  anchors: DateAnchors,
  resolve: (form: DateForm, anchors: DateAnchors) => ResolvedDate | undefined,
): ResolvedDate | undefined {
  const { amount, from } = date;
  if (amount === undefined) {
    return undefined;
  }
  if (from === 'publication') {
    return anchors.published && fromPublication(anchors.published, { ...date, amount });
  }
  if (from === 'narrative') {
    return fromNarrative({ ...date, amount }, anchors.last ?? storyless(date, anchors));
  }
  const base = resolve(from, anchors);
  const found = fromNarrative({ ...date, amount }, base);
  const { anchor: _anchor, ...rest } = found ?? {};
  return (
    found && { ...rest, timex: found.timex, ...(base?.anchor === undefined ? {} : { anchor: base.anchor }) }
  );
}

/** Where the article has named no date yet, "the following week" is that of publication, unless it is past. */
function storyless({ whole }: Distance, { published, tense }: DateAnchors): ResolvedDate | undefined {
  return whole === true && published !== undefined && tense !== 'past'
    ? { timex: '', anchor: 'publication', day: published }
    : undefined;
}

/** "two hours ago": a time of day where that of publication is known, else a length of time. */
export function resolveMoment(
  { minutes, from, duration }: Extract<DateForm, { form: 'moment' }>,
  { published, last, tense }: DateAnchors,
): ResolvedDate {
  const counts = from === 'publication' || (last === undefined && tense !== 'past');
  if (!counts || published?.minutes === undefined) {
    return { timex: '', duration };
  }
  const total = published.minutes + minutes;
  const day = addDays(published, Math.floor(total / 1440));
  const inDay = ((total % 1440) + 1440) % 1440;
  const time = `${pad(Math.floor(inDay / 60), 2)}:${pad(inDay % 60, 2)}`;
  return { timex: `${formatDay(day)}T${time}`, anchor: 'publication', day };
}

type Counted = Distance & { readonly amount: number };

/** "ago" and "from now": as precise as the unit; weeks are counted loosely, but from a day to a day. */
function fromPublication(published: Day, { amount, unit }: Counted): ResolvedDate {
  const day = moveBy(published, amount, unit);
  if (unit === 'week') {
    return { timex: formatDay(day), mod: 'approx', anchor: 'publication', day };
  }
  return { timex: formatPeriod(day, unit), anchor: 'publication', ...(unit === 'day' ? { day } : {}) };
}

/**
 * A fuzzy anchor ("mid-last week") gives an approximate day; an unknown one gives nothing.
 */
function fromNarrative(date: Counted, last: ResolvedDate | undefined): ResolvedDate | undefined {
  const { amount, unit, whole } = date;
  if (last?.day === undefined) {
    return last?.yearless === undefined ? undefined : countYearless(last.yearless, date);
  }
  const fuzzy =
    last.mod !== undefined || (unit === 'week' && whole !== true) ? { mod: 'approx' as const } : {};
  const day = moveBy(last.day, amount, unit);
  // From a day that is named to the day: "four months from tomorrow".
  if (monthsIn(unit) > 0 && typeof date.from === 'string') {
    return { timex: formatPeriod(day, unit), ...fuzzy, anchor: 'narrative' };
  }
  const timex = whole === true ? formatPeriod(day, unit) : formatDay(day);
  return { timex, day, ...fuzzy, anchor: 'narrative' };
}

/** Days around a date whose year is unknown: sure as long as the month's length is. */
function countYearless(
  from: { readonly month: number; readonly day: number },
  { amount, unit, whole }: Counted,
): ResolvedDate | undefined {
  if (monthsIn(unit) > 0 || (unit !== 'day' && whole === true)) {
    return undefined;
  }
  const days = unit === 'day' ? amount : amount * 7;
  const inCommonYear = addDays({ year: 2001, ...from }, days);
  const inLeapYear = addDays({ year: 2004, ...from }, days);
  const same = inCommonYear.month === inLeapYear.month && inCommonYear.day === inLeapYear.day;
  if (!same || from.day > daysInMonth(2001, from.month)) {
    return undefined;
  }
  const { month, day } = inCommonYear;
  return { timex: `--${pad(month, 2)}-${pad(day, 2)}`, anchor: 'narrative', yearless: { month, day } };
}
