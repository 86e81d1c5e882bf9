import type { ClockTime } from '../values/clock-time.ts';
import type { Captured } from '../values/pattern.ts';
import { type Rule, rule } from '../values/rule.ts';
import type { Senses } from '../values/senses.ts';
import { inPart } from '../values/time-rules.ts';
import type { CalendarUnit } from './calendar.ts';
import { asDate } from './calendar-rules.ts';
import type { DateForm, DayPart } from './date-expression.ts';
import { calendarUnit } from './relative-rules.ts';

/** Parts of a day beside a time of day. */
export const TIME_OF_PART_RULES: readonly Rule[] = [
  rule('time (comma | prep | of)? article? part', (get) => inPart(get('time'), get('part'))),
  rule('part (comma | prep)? atClock? time', (get) => inPart(get('time'), get('part'))),
];

/** A date narrowed down or placed in a larger one. */
export const PLACED_RULES: readonly Rule[] = [
  rule('mod (dash | of | prep)? article? (of | article)? date', (get) => withDetail(get, modOf(get))),
  rule('date mod', (get) => withDetail(get, modOf(get))),
  rule('mod (dash | of | prep)? article? (year | unit)', modPeriod),
  rule('mod (prep | article)? part', (get) => {
    const part = get('part');
    return part && { part };
  }),
  rule('(part | mod) (prep | of | comma)? article? of? date', (get) =>
    withPart(get, get('part') ?? partOfMod(get)),
  ),
  rule('date (prep | of | comma | article)? article? part', (get) => withPart(get, get('part'))),
  rule('ordinal unit (of | prep)? article? date', (get) => nth(get, get('ordinal'))),
  rule('article? which unit of article? date', (get) => nth(get, get('which'))),
  rule('article? which weekday of article? date', (get) => nth(get, get('which'))),
  rule('ordinal weekday (of | prep) article? date', (get) => nth(get, get('ordinal'))),
  rule('date (of | comma | prep)? article? outer:date', nested),
  rule('date of? (season | quarter)', partOfYear),
];

/** A date with a time of day. */
export const DATED_TIME_RULES: readonly Rule[] = [
  rule('date time year', (get) => {
    const date = get('date');
    const year = get('year');
    return date?.form !== 'calendar' || date.year !== undefined || year === undefined
      ? undefined
      : withClock({ ...date, year }, get('time'));
  }),
  rule('date (comma | prep | from | dash)? (atClock | article)? (prep | article)? time', (get) =>
    withClock(get('date'), get('time')),
  ),
  rule('time (comma | prep | of | dash)? (prep | article)? date', (get) =>
    withClock(get('date'), get('time')),
  ),
];

function modOf(get: Captured): Pick<DateForm, 'mod'> | undefined {
  const mod = get('mod');
  const date = get('date');
  // "late Tuesday" is a part of the day, "late May" a part of the month.
  return mod === undefined || (date !== undefined && isOneDay(date)) ? undefined : { mod };
}

function isOneDay(date: DateForm): boolean {
  return (
    date.form === 'weekday' ||
    date.form === 'day-offset' ||
    date.form === 'holiday' ||
    (date.form === 'calendar' && date.day !== undefined)
  );
}

function partOfMod(get: Captured): DayPart | undefined {
  const mod = get('mod');
  const date = get('date');
  if (mod === undefined || date === undefined || !isOneDay(date)) {
    return undefined;
  }
  return mod === 'start' ? 'MO' : mod === 'mid' ? 'MI' : 'NI';
}

function withDetail(get: Captured, detail: Pick<DateForm, 'mod'> | undefined): Partial<Senses> | undefined {
  const date = get('date');
  return date && detail && asDate({ ...date, ...detail });
}

function withPart(get: Captured, part: DayPart | undefined): Partial<Senses> | undefined {
  const date = get('date');
  return date && part && isOneDay(date) ? asDate({ ...date, part: date.part ?? part }) : undefined;
}

function modPeriod(get: Captured): Partial<Senses> | undefined {
  const mod = get('mod');
  const inYear = get('year');
  const unit = calendarUnit(get('unit')?.unit);
  const detail = mod === undefined ? {} : { mod };
  if (inYear !== undefined) {
    return asDate({ form: 'calendar', year: inYear, ...detail });
  }
  return unit === undefined || unit === 'day'
    ? undefined
    : asDate({ form: 'period', unit, offset: 0, ...detail });
}

function nth(get: Captured, position: number | undefined): Partial<Senses> | undefined {
  const of = get('date');
  const unit = calendarUnit(get('unit')?.unit) ?? get('weekday');
  if (of === undefined || unit === undefined || position === undefined || position === 0 || isOneDay(of)) {
    return undefined;
  }
  if (of.form === 'calendar' && of.month === undefined && unit === 'quarter') {
    return undefined;
  }
  return asDate({ form: 'nth', nth: position, unit, of });
}

/** "the third quarter of last year", "summer of next year", "May of this year", "Tuesday, 3 May". */
function nested(get: Captured): Partial<Senses> | undefined {
  const inner = get('date');
  const outer = get('date', 'outer');
  if (inner === undefined || outer === undefined) {
    return undefined;
  }
  if (
    (inner.form === 'weekday' || inner.form === 'day-offset') &&
    outer.form === 'calendar' &&
    outer.day !== undefined
  ) {
    return asDate({ ...outer, ...(inner.part === undefined ? {} : { part: inner.part }) });
  }
  const last = lastOf(inner);
  if (last !== undefined && (outer.form === 'calendar' || outer.form === 'period') && !isOneDay(outer)) {
    return asDate({ form: 'nth', nth: -1, unit: last, of: outer });
  }
  // Large to small, as in Han: "去年5月", "下周三".
  if (
    inner.form === 'period' &&
    inner.unit === 'year' &&
    (outer.form === 'calendar' || outer.form === 'season' || outer.form === 'quarter')
  ) {
    return inYearOf(outer, inner.offset);
  }
  if (inner.form === 'period' && inner.unit === 'week' && outer.form === 'weekday') {
    return asDate({ ...outer, form: 'weekday-of-week', weekday: outer.weekday, offset: inner.offset });
  }
  if (outer.form === 'period' && outer.unit === 'year') {
    return inYearOf(inner, outer.offset);
  }
  return undefined;
}

/** The unit or weekday of "the last week", which is no week before publication where "of July" follows. */
function lastOf(inner: DateForm): CalendarUnit | number | undefined {
  if (inner.form === 'weekday' && inner.which === 'last') {
    return inner.weekday;
  }
  return inner.form === 'period' && inner.offset === -1 && inner.mod === undefined ? inner.unit : undefined;
}

/** "今年夏天", "去年上半年": a part of a year named before it. */
function partOfYear(get: Captured): Partial<Senses> | undefined {
  const outer = get('date');
  const season = get('season');
  const quarter = get('quarter');
  const inner: DateForm | undefined = season
    ? { form: 'season', season }
    : quarter === undefined
      ? undefined
      : { form: 'quarter', quarter };
  return inner === undefined || outer?.form !== 'period' || outer.unit !== 'year'
    ? undefined
    : inYearOf(inner, outer.offset);
}

function inYearOf(inner: DateForm, offset: number): Partial<Senses> | undefined {
  if (inner.form === 'quarter' || inner.form === 'season') {
    return inner.year === undefined ? asDate({ ...inner, offset }) : undefined;
  }
  return inner.form === 'calendar' && inner.month !== undefined && inner.year === undefined
    ? asDate({ ...inner, yearOffset: offset })
    : undefined;
}

function withClock(date: DateForm | undefined, time: ClockTime | undefined): Partial<Senses> | undefined {
  if (date === undefined || time === undefined || date.clock !== undefined) {
    return undefined;
  }
  if (date.form === 'fixed' && date.repeats === true) {
    // "every day at 7": the time alone says how often.
    return asDate({ ...date, timex: date.timex === 'P1D' ? '' : date.timex, clock: time });
  }
  if (!isOneDay(date) && date.form !== 'weekday-of-week' && date.form !== 'nth') {
    return undefined;
  }
  const placed = date.part === undefined ? time : (inPart(time, date.part)?.time ?? time);
  return asDate({ ...date, clock: placed });
}
