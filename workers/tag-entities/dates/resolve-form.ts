import { addDays, type Day, daysBetween, formatDay, isoWeek, pad, weekdayOf } from './calendar.ts';
import type { DateForm } from './date-expression.ts';
import { holidayIn, nthWeekday } from './holidays.ts';
import { formatPeriod, moveBy, startOf } from './periods.ts';
import { resolveCalendar, resolveMonthNear, resolveQuarter, resolveSeason } from './resolve-calendar.ts';
import { resolveDistance } from './resolve-distance.ts';
import type { DateAnchors, ResolvedDate } from './resolved-date.ts';

type Form<Name extends DateForm['form']> = Extract<DateForm, { form: Name }>;

/** Gives a date its value from itself and what is known around it; undefined where that is not enough. */
export function resolveForm(date: DateForm, anchors: DateAnchors): ResolvedDate | undefined {
  const { published } = anchors;
  switch (date.form) {
    case 'calendar':
      return resolveCalendar(date, anchors);
    case 'weekday':
      return resolveWeekday(date, anchors);
    case 'weekday-of-week':
      return published && asDay(addDays(published, date.weekday - weekdayOf(published) + 7 * date.offset));
    case 'day-offset':
      return published && asDay(addDays(published, date.days));
    case 'period':
      return published && resolvePeriod(date, published);
    case 'month-near':
      return published && resolveMonthNear(date, published);
    case 'season':
      return resolveSeason(date, published);
    case 'quarter':
      return resolveQuarter(date, published);
    case 'distance':
      return resolveDistance(date, anchors, resolveForm);
    case 'span':
      return resolveSpan(date, published);
    case 'nth':
      return resolveNth(date, anchors);
    case 'holiday':
      return resolveHoliday(date, anchors);
    case 'fixed':
      return resolveFixed(date, published);
    case 'range':
      return resolveRange(date, anchors);
    case 'unclear':
      return undefined;
    default:
      return date satisfies never;
  }
}

function resolveWeekday(
  { weekday, which }: Form<'weekday'>,
  { published, last, tense }: DateAnchors,
): ResolvedDate | undefined {
  if (which === 'after' && last?.day !== undefined) {
    return {
      ...asDay(addDays(last.day, ((weekday - weekdayOf(last.day) + 6) % 7) + 1)),
      anchor: 'narrative',
    };
  }
  if (published === undefined) {
    return undefined;
  }
  const forward = (weekday - weekdayOf(published) + 7) % 7;
  switch (which) {
    case 'last':
      return asDay(addDays(published, forward - 7));
    case 'next':
    case 'after':
      return asDay(addDays(published, forward === 0 ? 7 : forward));
    case 'this':
      return asDay(addDays(published, weekday - weekdayOf(published)));
    case 'bare':
      return asDay(addDays(published, tense === 'ahead' || forward === 0 ? forward : forward - 7));
    default:
      return which satisfies never;
  }
}

function resolvePeriod({ unit, offset, mod }: Form<'period'>, published: Day): ResolvedDate {
  const first = startOf(moveBy(startOf(published, unit === 'weekend' ? 'week' : unit), offset, unit), unit);
  const length = { week: 7, month: 30 }[unit as string];
  const share = mod && { start: 0.15, mid: 0.4, end: 0.7 }[mod];
  const middle =
    length === undefined || share === undefined ? {} : { day: addDays(first, Math.floor(length * share)) };
  return {
    timex: formatPeriod(first, unit),
    ...(mod === undefined ? {} : { mod }),
    anchor: 'publication',
    ...middle,
  };
}

function resolveSpan(
  { amount, unit, direction, duration }: Form<'span'>,
  published: Day | undefined,
): ResolvedDate {
  if (published === undefined || amount === undefined || !Number.isInteger(amount)) {
    return { timex: '', duration };
  }
  const far = moveBy(published, direction * amount, unit);
  const [from, to] = direction < 0 ? [far, published] : [published, far];
  const width = unit === 'day' || unit === 'week' || unit === 'weekend' ? 10 : unit === 'month' ? 7 : 4;
  return { timex: `${formatDay(from).slice(0, width)}/${formatDay(to).slice(0, width)}`, duration };
}

function resolveNth({ nth, unit, of }: Form<'nth'>, anchors: DateAnchors): ResolvedDate | undefined {
  const outer = resolveForm(of, anchors);
  const [, year, month] = /^(\d{4})(?:-(\d\d))?$/u.exec(outer?.timex ?? '') ?? [];
  if (outer === undefined || year === undefined) {
    return undefined;
  }
  const inYear = Number(year);
  const anchor = outer.anchor === undefined ? {} : { anchor: outer.anchor };
  if (typeof unit === 'number') {
    return month === undefined
      ? undefined
      : { ...asDay(nthWeekday(inYear, { month: Number(month), nth, weekday: unit })), ...anchor };
  }
  const first = { year: inYear, month: Number(month ?? 1), day: 1 };
  const start = unit === 'week' && nth > 0 ? addDays(first, (11 - weekdayOf(first)) % 7) : first;
  const end = moveBy(first, 1, month === undefined ? 'year' : 'month');
  const day =
    nth > 0 ? moveBy(start, nth - 1, unit) : unit === 'week' ? addDays(end, -4) : moveBy(end, nth, unit);
  const inside = daysBetween(day, end) > 0 && daysBetween(first, day) >= 0;
  return inside
    ? {
        timex: formatPeriod(unit === 'week' && nth > 0 ? day : day, unit),
        ...anchor,
        ...(unit === 'day' ? { day } : {}),
      }
    : undefined;
}

function resolveHoliday(
  { holiday, year }: Form<'holiday'>,
  { published, tense }: DateAnchors,
): ResolvedDate | undefined {
  if (year !== undefined) {
    const day = holidayIn(holiday, year);
    return { timex: formatDay(day), day };
  }
  if (published === undefined) {
    return undefined;
  }
  const days = [-1, 0, 1].map((offset) => holidayIn(holiday, published.year + offset));
  const found =
    tense === 'ahead'
      ? days.find((day) => daysBetween(published, day) >= 0)
      : days.findLast((day) => daysBetween(published, day) <= 0);
  return found && asDay(found);
}

/** A week by its number alone is that of the year of publication. */
function resolveFixed(
  { timex, repeats, mod }: Form<'fixed'>,
  published: Day | undefined,
): ResolvedDate | undefined {
  const detail = mod === undefined ? {} : { mod };
  if (repeats === true) {
    return { timex, repeats };
  }
  if (!timex.startsWith('XXXX-')) {
    return { timex, ...detail };
  }
  return (
    published && {
      timex: timex.replace('XXXX', isoWeek(published).slice(0, 4)),
      anchor: 'publication',
      ...detail,
    }
  );
}

function resolveRange({ from, to }: Form<'range'>, anchors: DateAnchors): ResolvedDate | undefined {
  const first = resolveForm(from, anchors);
  const end = resolveForm(to, { ...anchors, last: first ?? anchors.last });
  const start = end && beginOf(from, end, anchors);
  if (start === undefined || end === undefined) {
    return undefined;
  }
  if (to.form === 'weekday' && end.day !== undefined && start.timex > end.timex) {
    return weekdaysRange(start, end, anchors.tense);
  }
  const timexes = [start.timex + clockSuffix(from), end.timex + clockSuffix(to)];
  const anchor = start.anchor ?? end.anchor;
  return {
    timex: timexes.join('/'),
    ...(anchor === undefined ? {} : { anchor }),
    ...(end.day === undefined ? {} : { day: end.day }),
  };
}

/** "from Monday to Friday": the second weekday follows the first. */
function weekdaysRange(start: ResolvedDate, end: ResolvedDate, tense: DateAnchors['tense']): ResolvedDate {
  const back = tense !== 'ahead' && start.day !== undefined && start.anchor === 'publication';
  const first = back && start.day !== undefined ? addDays(start.day, -7) : start.day;
  const last = back || end.day === undefined ? end.day : addDays(end.day, 7);
  const timex = `${first === undefined ? start.timex : formatDay(first)}/${last === undefined ? end.timex : formatDay(last)}`;
  return { timex, anchor: 'publication', ...(last === undefined ? {} : { day: last }) };
}

/** A range that is still to end may have begun: its first day is the last one before its end. */
function beginOf(from: DateForm, end: ResolvedDate, anchors: DateAnchors): ResolvedDate | undefined {
  const first = resolveForm(from, anchors);
  const year = Number(/^\d{4}/u.exec(end.timex)?.[0]);
  if (
    from.form !== 'calendar' ||
    from.year !== undefined ||
    Number.isNaN(year) ||
    first?.timex.startsWith('--') !== false
  ) {
    return first;
  }
  const near = resolveForm({ ...from, year }, anchors);
  const found =
    near !== undefined && near.timex <= end.timex ? near : resolveForm({ ...from, year: year - 1 }, anchors);
  return found && { ...found, anchor: 'publication' };
}

function clockSuffix({ clock, part }: DateForm): string {
  if (clock !== undefined) {
    return `T${pad(clock.hour, 2)}:${pad(clock.minute, 2)}`;
  }
  return part === undefined ? '' : `T${part}`;
}

function asDay(day: Day): ResolvedDate {
  return { timex: formatDay(day), anchor: 'publication', day };
}
