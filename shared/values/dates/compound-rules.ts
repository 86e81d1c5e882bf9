import type { Captured } from '../pattern.ts';
import { type Rule, rule } from '../rule.ts';
import type { Senses } from '../senses.ts';
import type { CalendarUnit } from './calendar.ts';
import { asDate } from './calendar-rules.ts';
import { calendarUnit } from './calendar-unit.ts';
import { type DateForm, type DayPart, isDayAlone, isOneDay } from './date-expression.ts';

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
  rule('date of? ordinal (unit | weekday)', (get) => nth(get, get('ordinal'))),
  rule('article? ordinal duration (of | prep)? article? date', partOfPeriod),
  rule('article? number (ordinal | which) unit (of | prep)? article? date', partOfPeriod),
  rule('article? which unit of article? date', (get) => nth(get, get('which'))),
  rule('article? which weekday of article? date', (get) => nth(get, get('which'))),
  rule('ordinal weekday (of | prep) article? date', (get) => nth(get, get('ordinal'))),
  rule('date (of | comma | prep)? article? outer:date', nested),
  rule('(article? unit)? dom (of | prep)? article? date', dayOfMonth),
  rule('from? a:dom (to | dash) article? b:dom (of | prep)? article? date', daysOfMonth),
  rule('date from article? a:dom to article? b:dom', daysOfMonth),
  rule('date of? (season | quarter)', partOfYear),
];

function modOf(get: Captured): Pick<DateForm, 'mod'> | undefined {
  const mod = get('mod');
  const date = get('date');
  // "late Tuesday" is a part of the day, "late May" a part of the month.
  return mod === undefined || (date !== undefined && isOneDay(date)) ? undefined : { mod };
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

/** "the first eleven months of 2025", "the last three weeks of this year". */
function partOfPeriod(get: Captured): Partial<Senses> | undefined {
  const of = get('date');
  const [length] = get('duration') ?? [];
  const count = get('number') ?? length?.amount;
  const unit = calendarUnit(get('unit')?.unit ?? length?.unit);
  const fromEnd = get('which') === -1;
  if (
    of === undefined ||
    isOneDay(of) ||
    unit === undefined ||
    count === undefined ||
    !Number.isInteger(count)
  ) {
    return undefined;
  }
  return fromEnd || get('ordinal') === 1
    ? asDate({ form: 'part-of', count: fromEnd ? -count : count, unit, of })
    : undefined;
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
  if (inner.form === 'calendar' && inner.day !== undefined && inner.month === undefined) {
    return outer.form === 'period' && outer.unit === 'month'
      ? asDate({ form: 'nth', nth: inner.day, unit: 'day', of: outer })
      : undefined;
  }
  if (inner.form === 'span' && inner.direction < 0 && inner.amount !== undefined && !isOneDay(outer)) {
    return outer.form === 'calendar' || outer.form === 'period'
      ? asDate({ form: 'part-of', count: -inner.amount, unit: inner.unit, of: outer })
      : undefined;
  }
  const week = inner.form === 'fixed' ? /^XXXX-W(\d\d)$/u.exec(inner.timex)?.[1] : undefined;
  if (week !== undefined && outer.form === 'period' && outer.unit === 'year') {
    return asDate({ form: 'nth', nth: Number(week), unit: 'week', of: outer });
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
  if (inner.form === 'period' && inner.unit === 'month' && isDayAlone(outer)) {
    return asDate({ form: 'nth', nth: outer.day ?? 1, unit: 'day', of: inner });
  }
  if (inner.form === 'period' && inner.unit === 'week' && outer.form === 'weekday') {
    return asDate({ ...outer, form: 'weekday-of-week', weekday: outer.weekday, offset: inner.offset });
  }
  if (outer.form === 'period' && outer.unit === 'year') {
    return inYearOf(inner, outer.offset);
  }
  return undefined;
}

/** "the 21st of this month", "el día 21 de este mes". */
function dayOfMonth(get: Captured): Partial<Senses> | undefined {
  const of = get('date');
  const day = get('dom');
  const told = get('of') !== undefined || get('ordinal', 'dom') !== undefined || get('unit')?.unit === 'day';
  return of?.form === 'period' && of.unit === 'month' && day !== undefined && told
    ? asDate({ form: 'nth', nth: day, unit: 'day', of })
    : undefined;
}

/** "next month from 4 to 23". */
function daysOfMonth(get: Captured): Partial<Senses> | undefined {
  const of = get('date');
  const [first, last] = [get('dom', 'a'), get('dom', 'b')];
  if (
    of?.form !== 'period' ||
    of.unit !== 'month' ||
    first === undefined ||
    last === undefined ||
    first >= last
  ) {
    return undefined;
  }
  const day = (dom: number): DateForm => ({ form: 'nth', nth: dom, unit: 'day', of });
  return asDate({ form: 'range', from: day(first), to: day(last) });
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
