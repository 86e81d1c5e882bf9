import type { ClockTime, Senses } from '../values/lexeme.ts';
import type { Captured } from '../values/pattern.ts';
import { type Rule, rule } from '../values/rule.ts';
import { inPart } from '../values/time-rules.ts';
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
  rule('mod (dash | of)? article? (year | unit)', modPeriod),
  rule('(part | mod) (prep | of | comma)? article? of? date', (get) =>
    withPart(get, get('part') ?? partOfMod(get)),
  ),
  rule('date (prep | of | comma | article)? article? part', (get) => withPart(get, get('part'))),
  rule('ordinal unit (of | prep)? article? date', (get) => nth(get, get('ordinal'))),
  rule('article? which unit of article? date', (get) => nth(get, get('which'))),
  rule('article? which weekday of article? date', (get) => nth(get, get('which'))),
  rule('ordinal weekday (of | prep) article? date', (get) => nth(get, get('ordinal'))),
  rule('date (of | comma | prep)? article? outer:date', nested),
];

/** A date with a time of day. */
export const DATED_TIME_RULES: readonly Rule[] = [
  rule('date (comma | prep | from | dash)? (atClock | article)? (prep | article)? time', (get) =>
    withClock(get('date'), get('time')),
  ),
  rule('time (comma | prep | of | dash)? (prep | article)? date', (get) =>
    withClock(get('date'), get('time')),
  ),
];

/** From one date, or time, to another. */
export const RANGE_RULES: readonly Rule[] = [
  rule('from? article? date (to | dash) article? until:date', (get) =>
    range(get('date'), get('date', 'until')),
  ),
  rule('between article? date (and | to | dash) article? until:date', (get) =>
    range(get('date'), get('date', 'until')),
  ),
  rule('from? article? dom (to | dash | and) article? until:date', dayToDate),
  rule('between article? dom (and | dash | to) article? until:date', dayToDate),
  rule('from? date (to | dash) article? dom (comma? year)?', dateToDay),
  rule('between date and article? dom (comma? year)?', dateToDay),
  rule('(from | between)? numericDate (to | dash | and) until:numericDate', (get) => range(get('numericDate'), get('numericDate', 'until'))),
  rule('from? y:year (to | dash) until:date', (get) => range(year(get, 'y'), get('date', 'until'))),
  rule('from? date (to | dash) y:year', (get) => range(get('date'), year(get, 'y'))),
  rule('between? y:year (and | dash | to) z:year', yearRange),
  rule('from y:year (to | dash) z:year', yearRange),
  rule('y:year (dash | to) z:year', yearRange),
  rule('y:year (dash | slash) number', shortYearRange),
];

/** Years that only a list makes sure: "in 2007 and 2009". */
export const YEAR_LIST_RULES: readonly Rule[] = [
  rule('year', (get) => asDate(year(get, 'year')), ['and', 'comma', 'to']),
];

function year(get: Captured, name: string): DateForm | undefined {
  const value = get('year', name);
  return value === undefined || value < 1000 ? undefined : { form: 'calendar', year: value };
}

function yearRange(get: Captured): Partial<Senses> | undefined {
  const from = get('year', 'y') ?? 0;
  const to = get('year', 'z') ?? 0;
  return from < to && from >= 1000 && to - from < 300 ? range(year(get, 'y'), year(get, 'z')) : undefined;
}

/** "2019-20": the second of two years in two digits follows the first. */
function shortYearRange(get: Captured): Partial<Senses> | undefined {
  const from = get('year', 'y') ?? 0;
  const to = get('number') ?? 0;
  return get('digits', 'number')?.length === 2 && to === (from + 1) % 100
    ? range(year(get, 'y'), { form: 'calendar', year: from + 1 })
    : undefined;
}

/** The first of two dates takes what only the second says: "from May to October 2020". */
function range(from: DateForm | undefined, to: DateForm | undefined): Partial<Senses> | undefined {
  if (from === undefined || to === undefined || from.form === 'range' || to.form === 'range') {
    return undefined;
  }
  if (from.form === 'fixed' && from.repeats === true) {
    return undefined;
  }
  if (
    from.form === 'calendar' &&
    to.form === 'calendar' &&
    from.year === undefined &&
    to.year !== undefined
  ) {
    const wraps = (from.month ?? 1) > (to.month ?? 12);
    return asDate({ form: 'range', from: { ...from, year: to.year - (wraps ? 1 : 0) }, to });
  }
  return asDate({ form: 'range', from, to });
}

function dayToDate(get: Captured): Partial<Senses> | undefined {
  const to = get('date', 'until');
  const day = get('dom');
  return to?.form === 'calendar' &&
    to.month !== undefined &&
    to.day !== undefined &&
    day !== undefined &&
    day < to.day
    ? asDate({ form: 'range', from: { ...to, day }, to })
    : undefined;
}

function dateToDay(get: Captured): Partial<Senses> | undefined {
  const from = get('date');
  const day = get('dom');
  const inYear = get('year');
  if (
    from?.form !== 'calendar' ||
    from.month === undefined ||
    from.day === undefined ||
    day === undefined ||
    day <= from.day
  ) {
    return undefined;
  }
  const detail = inYear === undefined ? {} : { year: inYear };
  return asDate({ form: 'range', from: { ...from, ...detail }, to: { ...from, ...detail, day } });
}

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
  return date && part && isOneDay(date) ? asDate({ ...date, part }) : undefined;
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
  if (outer.form === 'period' && outer.unit === 'year') {
    return inYearOf(inner, outer.offset);
  }
  return undefined;
}

function inYearOf(inner: DateForm, offset: number): Partial<Senses> | undefined {
  switch (inner.form) {
    case 'quarter':
    case 'season':
      return inner.year === undefined ? asDate({ ...inner, offset }) : undefined;
    case 'calendar':
      return inner.month !== undefined && inner.year === undefined
        ? asDate({ ...inner, yearOffset: offset })
        : undefined;
    default:
      return undefined;
  }
}

function withClock(date: DateForm | undefined, time: ClockTime | undefined): Partial<Senses> | undefined {
  if (date === undefined || time === undefined || (!isOneDay(date) && date.form !== 'weekday-of-week')) {
    return undefined;
  }
  const placed = date.part === undefined ? time : (inPart(time, date.part)?.time ?? time);
  return asDate({ ...date, clock: placed });
}
