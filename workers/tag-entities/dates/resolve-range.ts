import { clockText } from '../../../shared/values/clock-time.ts';
import { addDays, formatDay } from '../../../shared/values/dates/calendar.ts';
import type { DateForm } from '../../../shared/values/dates/date-expression.ts';
import type { DateAnchors, ResolvedDate } from './resolved-date.ts';

type Resolve = (form: DateForm, anchors: DateAnchors) => ResolvedDate | undefined;

/** From one date to another: both in one value, `2026-01-05/2026-01-09`. */
export function resolveRange(
  { from, to }: Extract<DateForm, { form: 'range' }>,
  anchors: DateAnchors,
  resolve: Resolve,
): ResolvedDate | undefined {
  const first = resolve(from, anchors);
  const end = resolve(inLeapYear(to, { from, first }), { ...anchors, last: first ?? anchors.last });
  const start = end && beginOf(from, end, { anchors, resolve });
  if (start === undefined || end === undefined) {
    return undefined;
  }
  if (to.form === 'weekday' && end.day !== undefined && start.timex > end.timex) {
    return weekdaysRange({ start, from }, { end, to }, anchors.tense);
  }
  const timexes = [start.timex + timeOf(from), end.timex + timeOf(to)];
  const anchor = start.anchor ?? end.anchor;
  return {
    timex: timexes.join('/'),
    ...(anchor === undefined ? {} : { anchor }),
    ...(end.day === undefined ? {} : { day: end.day }),
  };
}

/** From the 29th of February on, the end is in the same leap year. */
function inLeapYear(
  to: DateForm,
  { from, first }: { readonly from: DateForm; readonly first: ResolvedDate | undefined },
): DateForm {
  const isLeapDay =
    from.form === 'calendar' && from.month === 2 && from.day === 29 && from.year === undefined;
  const inOneYear = to.form === 'calendar' && to.year === undefined && (to.month ?? 0) > 1;
  return isLeapDay && inOneYear && first?.day !== undefined ? { ...to, year: first.day.year } : to;
}

/** "from Monday to Friday": the second weekday follows the first. */
function weekdaysRange(
  { start, from }: { readonly start: ResolvedDate; readonly from: DateForm },
  { end, to }: { readonly end: ResolvedDate; readonly to: DateForm },
  tense: DateAnchors['tense'],
): ResolvedDate {
  const back = tense !== 'ahead' && start.day !== undefined && start.anchor === 'publication';
  const first = back && start.day !== undefined ? addDays(start.day, -7) : start.day;
  const last = back || end.day === undefined ? end.day : addDays(end.day, 7);
  const begins = (first === undefined ? start.timex : formatDay(first)) + timeOf(from);
  const ends = (last === undefined ? end.timex : formatDay(last)) + timeOf(to);
  return {
    timex: `${begins}/${ends}`,
    anchor: 'publication',
    ...(last === undefined ? {} : { day: last }),
  };
}

/** A range that is still to end may have begun: its first day is the last one before its end. */
function beginOf(
  from: DateForm,
  end: ResolvedDate,
  { anchors, resolve }: { readonly anchors: DateAnchors; readonly resolve: Resolve },
): ResolvedDate | undefined {
  const first = resolve(from, anchors);
  const year = Number(/^\d{4}/u.exec(end.timex)?.[0]);
  if (
    from.form !== 'calendar' ||
    from.year !== undefined ||
    Number.isNaN(year) ||
    first?.timex.startsWith('--') !== false
  ) {
    return first;
  }
  const near = resolve({ ...from, year }, anchors);
  const found =
    near !== undefined && near.timex <= end.timex ? near : resolve({ ...from, year: year - 1 }, anchors);
  return found && { ...found, anchor: 'publication' };
}

function timeOf({ clock, part }: DateForm): string {
  if (clock !== undefined) {
    return `T${clockText(clock)}`;
  }
  return part === undefined ? '' : `T${part}`;
}
