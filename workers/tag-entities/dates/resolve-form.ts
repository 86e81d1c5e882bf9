import {
  addDays,
  type Day,
  daysBetween,
  formatDay,
  isoWeek,
  weekdayOf,
} from '../../../shared/values/dates/calendar.ts';
import type { DateForm } from '../../../shared/values/dates/date-expression.ts';
import { holidayIn, nthWeekday } from '../../../shared/values/dates/holidays.ts';
import { formatPeriod, moveBy, startOf } from '../../../shared/values/dates/periods.ts';
import { resolveCalendar, resolveMonthNear, resolveQuarter, resolveSeason } from './resolve-calendar.ts';
import { resolveDistance, resolveMoment } from './resolve-distance.ts';
import { resolveRange } from './resolve-range.ts';
import { resolveWeekday } from './resolve-weekday.ts';
import { asDay, type DateAnchors, type ResolvedDate } from './resolved-date.ts';

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
      return resolveWeekdayOfWeek(date, anchors);
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
    case 'moment':
      return resolveMoment(date, anchors);
    case 'span':
      return resolveSpan(date, date.story === true ? storyDay(anchors) : published);
    case 'nth':
      return resolveNth(date, anchors);
    case 'part-of':
      return resolvePartOf(date, anchors);
    case 'holiday':
      return resolveHoliday(date, anchors);
    case 'fixed':
      return resolveFixed(date, published);
    case 'range':
      return resolveRange(date, anchors, resolveForm);
    case 'unclear':
      return undefined;
    default:
      return date satisfies never;
  }
}

function resolveWeekdayOfWeek(
  { weekday, offset, story }: Form<'weekday-of-week'>,
  anchors: DateAnchors,
): ResolvedDate | undefined {
  const base = story === true ? storyDay(anchors) : anchors.published;
  return base && asDay(addDays(base, weekday - weekdayOf(base) + 7 * offset));
}

/** The last day of the story; where there is none yet, that of publication, unless it is past. */
function storyDay({ published, last, tense }: DateAnchors): Day | undefined {
  return last === undefined && tense !== 'past' ? published : last?.day;
}

function resolvePeriod({ unit, offset, mod, fiscal }: Form<'period'>, published: Day): ResolvedDate {
  const first = startOf(moveBy(startOf(published, unit === 'weekend' ? 'week' : unit), offset, unit), unit);
  const length = { week: 7, month: 30 }[unit as string];
  const share = mod && { start: 0.15, mid: 0.4, end: 0.7 }[mod];
  const middle =
    length === undefined || share === undefined ? {} : { day: addDays(first, Math.floor(length * share)) };
  return {
    timex: (fiscal === true && unit === 'year' ? 'FY' : '') + formatPeriod(first, unit),
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

/** As a range from its first unit to its last. */
function resolvePartOf({ count, unit, of }: Form<'part-of'>, anchors: DateAnchors): ResolvedDate | undefined {
  const nth = (each: number): ResolvedDate | undefined =>
    resolveNth({ form: 'nth', nth: each, unit, of }, anchors);
  const first = nth(count < 0 ? count : 1);
  const last = nth(count < 0 ? -1 : count);
  return (
    first && last && { timex: `${first.timex}/${last.timex}`, ...(first.anchor && { anchor: first.anchor }) }
  );
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
    nth > 0
      ? moveBy(start, nth - 1, unit)
      : unit === 'week'
        ? addDays(end, 7 * nth + 3)
        : moveBy(end, nth, unit);
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
  { holiday, year, near }: Form<'holiday'>,
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
  const ahead = near === undefined || near === 0 ? tense === 'ahead' : near > 0;
  const found = ahead
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
