import type { Captured } from '../pattern.ts';
import { type Rule, rule } from '../rule.ts';
import type { Senses } from '../senses.ts';
import { asDate } from './calendar-rules.ts';
import type { DateForm } from './date-expression.ts';

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
  rule('from? date (to | dash) article? dom (dayMark | comma? year)?', dateToDay),
  rule('between date and article? dom (comma? year)?', dateToDay),
  rule('(from | between)? numericDate (to | dash | and) until:numericDate', (get) =>
    range(get('numericDate'), get('numericDate', 'until')),
  ),
  rule('(from | between)? numericDate (to | dash | and) until:date', (get) => {
    const until = get('date', 'until');
    return until?.form === 'calendar' ? range(get('numericDate'), until) : undefined;
  }),
  rule('from? article? date to article? now', (get) => range(get('date'), TODAY)),
  rule('between article? date (and | to) article? now', (get) => range(get('date'), TODAY)),
  rule('from? y:year to article? now', (get) => range(year(get, 'y'), TODAY)),
  rule('(from | between) now (and | to) article? date', (get) => range(TODAY, get('date'))),
  rule('from? y:year (to | dash) until:date', (get) => range(year(get, 'y'), get('date', 'until'))),
  rule('from? date (to | dash) y:year', (get) => range(get('date'), year(get, 'y'))),
  rule('between? y:year (and | dash | to) z:year', yearRange),
  rule('from y:year (to | dash) z:year', yearRange),
  rule('y:year (dash | to) z:year', yearRange),
  rule('y:year (dash | slash) number', shortYearRange),
];

const TODAY: DateForm = { form: 'day-offset', days: 0 };

/** Years that only a list makes sure: "in 2007 and 2009". */
export const YEAR_LIST_RULES: readonly Rule[] = [
  rule('year', (get) => listed(year(get, 'year'), get('year')), ['and', 'comma', 'to']),
];

/** It may still turn out to be the year of the date before it. */
function listed(date: DateForm | undefined, of: number | undefined): Partial<Senses> | undefined {
  return date === undefined || of === undefined ? undefined : { date, year: of };
}

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

/** Each of two dates takes what only the other says: "from May to October 2020", "从2020年5月到10月". */
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
  return asDate({ form: 'range', from, to: completed(to, from) });
}

/** A date with the month and year of the one before it, where it names none; a lower month is of the next year. */
function completed(to: DateForm, from: DateForm): DateForm {
  if (
    to.form !== 'calendar' ||
    from.form !== 'calendar' ||
    to.year !== undefined ||
    to.weekday !== undefined
  ) {
    return to;
  }
  const month = to.month ?? from.month;
  const wraps = (month ?? 12) < (from.month ?? 1);
  return {
    ...to,
    ...(month === undefined ? {} : { month }),
    ...(from.year === undefined ? {} : { year: from.year + (wraps ? 1 : 0) }),
  };
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
    get('atClock', 'to') !== undefined ||
    day <= from.day
  ) {
    return undefined;
  }
  const detail = inYear === undefined ? {} : { year: inYear };
  return asDate({ form: 'range', from: { ...from, ...detail }, to: { ...from, ...detail, day } });
}
