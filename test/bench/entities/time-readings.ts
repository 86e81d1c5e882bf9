import {
  addDays,
  addMonths,
  type Day,
  formatDay,
  parseDay,
  weekdayOf,
} from '../../../shared/values/dates/calendar.ts';

/** What a phrase of time says, as corpora and recognizers write it. */
export type TimeReading =
  /** ISO 8601 or TIMEX3, with `X` where it is open. */
  | { readonly kind: 'date'; readonly timex: string }
  /** First and last period. */
  | { readonly kind: 'span'; readonly from: string; readonly to: string; readonly duration?: string }
  | { readonly kind: 'time'; readonly time: string }
  | {
      readonly kind: 'duration';
      readonly duration: string;
      readonly interval?: { readonly from: string; readonly to: string };
    }
  | { readonly kind: 'set'; readonly timex: string };

export interface FoundValue {
  readonly start: number;
  readonly end: number;
  readonly reading: TimeReading | undefined;
}

/** The readings that a list of `{timex, value, start, end}` allows. */
export function goldReadings(
  type: string,
  values: readonly Readonly<Record<string, unknown>>[],
): readonly TimeReading[] {
  return values.flatMap((value) => {
    const text = (key: string): string => (typeof value[key] === 'string' ? value[key] : '');
    const timex = text('timex');
    if (type === 'set') {
      return [{ kind: 'set' as const, timex }];
    }
    const readings: TimeReading[] = [timexReading(timex)];
    if (text('value') !== '') {
      readings.push(timexReading(text('value').replace(' ', 'T')));
    }
    if (text('start') !== '' && text('end') !== '') {
      readings.push({
        kind: 'span',
        from: text('start').replace(' ', 'T'),
        to: text('end').replace(' ', 'T'),
      });
    }
    return readings;
  });
}

function timexReading(timex: string): TimeReading {
  const [, from, to, duration] = /^\((.+),(.+),(.+)\)$/u.exec(timex) ?? [];
  if (from !== undefined && to !== undefined && duration !== undefined) {
    return { kind: 'span', from, to, duration };
  }
  if (timex.startsWith('P')) {
    return { kind: 'duration', duration: timex };
  }
  const clock = /^T?(\d{1,2}(?::\d\d){0,2})$/u.exec(timex)?.[1];
  return clock !== undefined && (timex.startsWith('T') || timex.includes(':'))
    ? { kind: 'time', time: clock }
    : { kind: 'date', timex };
}

/** Tells whether what was found is what the corpus says. */
export function readingsAgree(gold: TimeReading, found: TimeReading | undefined): boolean {
  if (found === undefined) {
    return false;
  }
  switch (gold.kind) {
    case 'date':
      return found.kind === 'date'
        ? sameDate(gold.timex, found.timex)
        : found.kind === 'time' && sameDate(gold.timex, `T${found.time}`);
    case 'span':
      return sameSpan(gold, found);
    case 'time':
      return (
        (found.kind === 'time' && clockOf(gold.time) === clockOf(found.time)) ||
        (found.kind === 'date' && found.timex.endsWith(`T${clockOf(gold.time)}`))
      );
    case 'duration':
      return found.kind === 'duration' && lengthOf(gold.duration) === lengthOf(found.duration);
    case 'set':
      return (
        found.kind === 'set' &&
        // Two ways of writing "every weekend".
        (gold.timex.startsWith('P') && gold.timex !== 'P1WE'
          ? lengthOf(gold.timex) === lengthOf(found.timex)
          : gold.timex === found.timex ||
            gold.timex === found.timex.replace(/^XXXX-WXX-WE$/u, 'P1WE') ||
            splitTime(gold.timex).join('T') === splitTime(found.timex).join('T'))
      );
    default:
      return gold satisfies never;
  }
}

function sameDate(gold: string, found: string): boolean {
  const [goldDay = '', goldTime = ''] = splitTime(gold);
  const [foundDay = '', foundTime = ''] = splitTime(found);
  return sameDay(goldDay, foundDay) && (goldTime === '' ? !/^\d/u.test(foundTime) : goldTime === foundTime);
}

function splitTime(timex: string): readonly string[] {
  const [day = '', time = ''] = timex.split('T');
  return [day, /^\d/u.test(time) ? clockOf(time) : time];
}

/** `X` in the corpus stands for anything; a weekday alone for each such day. */
function sameDay(gold: string, found: string): boolean {
  const weekday = /^XXXX-WXX-(\d)$/u.exec(gold)?.[1];
  if (weekday !== undefined) {
    const day = parseDay(found);
    return day !== undefined && found.length === 10 && String(weekdayOf(day)) === weekday;
  }
  const plain = found.startsWith('--') ? `XXXX-${found.slice(2)}` : found;
  return (
    gold.length === plain.length &&
    Array.from(gold).every((char, at) => char === 'X' || char === plain[at] || plain[at] === 'X')
  );
}

function sameSpan(gold: Extract<TimeReading, { kind: 'span' }>, found: TimeReading): boolean {
  if (found.kind === 'span') {
    return (
      sameEdge(gold.from, found.from) &&
      (sameEdge(gold.to, found.to) || boundsOf(found.to)?.[1] === gold.to || gold.to === lastDayOf(found.to))
    );
  }
  if (found.kind === 'duration') {
    const { duration, interval } = found;
    return (
      (gold.duration !== undefined && lengthOf(gold.duration) === lengthOf(duration)) ||
      (interval !== undefined && sameEdge(gold.from, interval.from) && sameEdge(gold.to, interval.to))
    );
  }
  const bounds = found.kind === 'date' ? boundsOf(found.timex) : undefined;
  return (
    bounds !== undefined &&
    gold.from.slice(0, 10) === bounds[0] &&
    (gold.to.slice(0, 10) === bounds[1] || gold.to === lastDayOf(found.kind === 'date' ? found.timex : ''))
  );
}

/** One end of a span: its first day, or its time. */
function sameEdge(gold: string, found: string): boolean {
  const [day = '', time = ''] = found.split('T');
  const first = boundsOf(day)?.[0] ?? day;
  return (
    sameDate(gold, found) ||
    sameDate(gold, time === '' ? first : `${first}T${time}`) ||
    sameDate(gold, `T${time || found}`)
  );
}

/** First day of a period, and the day after its last. */
function boundsOf(timex: string): readonly [string, string] | undefined {
  const period = periodOf(timex);
  return period && [formatDay(period[0]), formatDay(period[1])];
}

function lastDayOf(timex: string): string | undefined {
  const period = periodOf(timex);
  return period && formatDay(addDays(period[1], -1));
}

function periodOf(timex: string): readonly [Day, Day] | undefined {
  const { year: y, rest } = /^(?<year>\d{2,4})(?<rest>.*)$/u.exec(timex)?.groups ?? {};
  if (y === undefined || rest === undefined) {
    return undefined;
  }
  const year = Number(y.padEnd(4, '0'));
  const start = (month: number): Day => ({ year, month, day: 1 });
  const months = (first: number, count: number): readonly [Day, Day] => [
    start(first),
    addMonths(start(first), count),
  ];
  const week = /^-W(\d\d)(-WE)?$/u.exec(rest);
  if (week !== null) {
    const fourth = { year, month: 1, day: 4 };
    const monday = addDays(fourth, 1 - weekdayOf(fourth) + 7 * (Number(week[1]) - 1));
    return week[2] === undefined ? [monday, addDays(monday, 7)] : [addDays(monday, 5), addDays(monday, 7)];
  }
  const quarter = /^-([QH])(\d)$/u.exec(rest);
  if (quarter !== null) {
    const length = quarter[1] === 'Q' ? 3 : 6;
    return months((Number(quarter[2]) - 1) * length + 1, length);
  }
  const month = /^-(\d\d)$/u.exec(rest)?.[1];
  if (month !== undefined) {
    return months(Number(month), 1);
  }
  const day = parseDay(timex);
  if (day !== undefined && timex.length === 10) {
    return [day, addDays(day, 1)];
  }
  return rest === '' ? months(1, { 4: 12, 3: 120, 2: 1200 }[y.length] ?? 12) : undefined;
}

function clockOf(time: string): string {
  const [hour = '0', minute = '0', second = '0'] = time.split(':');
  const clock = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  return Number(second) === 0 ? clock : `${clock}:${second}`;
}

/** Months and seconds of an ISO 8601 duration: equal lengths compare equal. */
function lengthOf(duration: string): string {
  const [days = '', hours = ''] = duration.slice(1).split('T');
  let months = 0;
  let seconds = 0;
  for (const [, amount = '0', unit = ''] of days.matchAll(/([\d.]+|X)(WE|BD|[YMWD])/gu)) {
    months += unit === 'Y' ? 12 * Number(amount) : unit === 'M' ? Number(amount) : 0;
    seconds += ({ W: 7, D: 1, BD: 1, WE: 7 }[unit] ?? 0) * 86_400 * Number(amount);
  }
  for (const [, amount = '0', unit = ''] of hours.matchAll(/([\d.]+)([HMS])/gu)) {
    seconds += ({ H: 3600, M: 60, S: 1 }[unit] ?? 0) * Number(amount);
  }
  return `${months}/${seconds.toFixed(2)}`;
}
