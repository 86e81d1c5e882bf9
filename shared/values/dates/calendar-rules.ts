import { fullYear } from '../full-year.ts';
import type { Captured } from '../pattern.ts';
import { type Rule, rule } from '../rule.ts';
import type { Senses } from '../senses.ts';
import { isDay } from './calendar.ts';
import type { DateForm } from './date-expression.ts';

/** Where a bare year or an unsure month stands behind one of these, it is a date. */
const BEFORE_DATE = ['prep', 'of', 'from', 'to', 'between', 'inBefore', 'unit', 'mod', 'bound'] as const;

/** Dates that name a month, a year, a period of the calendar or a feast. */
export const CALENDAR_RULES: readonly Rule[] = [
  rule('(weekday comma? article?)? month (comma | slash)? article? dom (comma? prep? of? year)?', readDay),
  rule('month dash dom dash year', readDay),
  // "15 April of 87"
  rule('(dom of? month | month dom?) of? short:number', readShortYear),
  rule('dom of m:dom of year', readMarked),
  rule('article? dayBefore article? dom', (get) => {
    const day = get('dom');
    return day === undefined || get('digits', 'dom') === undefined
      ? undefined
      : asDate({ form: 'calendar', day });
  }),
  rule(
    '(weekday (comma | prep)? article?)? unit? dom of? article? (dash | slash)? month ((of | comma | prep | dash | slash)? unit? year)?',
    readDay,
  ),
  rule('year (dash | slash | comma)? month (dash | slash | of)? dom', readDay),
  rule('dom (dash | slash) year (dash | slash) month', readDay),
  rule('month (dash | slash) year (dash | slash) dom', readDay),
  rule('month (dash | slash) dom (dash | slash) year', readDay),
  rule('year (dash | slash) dom (dash | slash) month', readDay),
  rule('weekday comma? (article? unit)? article? dom', ordinalDay),
  rule('weekday comma? numericDate', (get) => asDate(get('numericDate'))),
  rule('weekday (comma | prep | article)? numericDate', (get) => asDate(get('numericDate'))),
  rule('numericDate', (get) => asDate(get('numericDate')), [
    'prep',
    'from',
    'to',
    'between',
    'bound',
    'dayMark',
    'of',
    'and',
    'comma',
  ]),
  rule('month (of | comma | prep | dash | slash)? (article? unit)? year', readMonth),
  rule('year of? month', readMonth),
  rule('month', (get) => (get('unsure', 'month') === true ? undefined : asDate(monthOf(get)))),
  rule('month', (get) => asDate(monthOf(get)), BEFORE_DATE),
  // Han: 2019年4月4日
  rule('year yearMark (of? m:dom monthMark (of? dom dayMark)?)?', readMarked),
  rule('year yearMark of? month (dom dayMark)?', (get) =>
    asDate(dayForm(get('year'), get('month') ?? 1, get('dom'))),
  ),
  rule('m:dom monthMark dom dayMark weekday?', readMarked),
  rule('short:number yearMark (of? m:dom monthMark (of? dom dayMark)?)?', readMarkedShort),
  rule('dom dayMark', (get) =>
    get('unsure', 'dayMark') === true || get('digits', 'dom') === undefined
      ? undefined
      : asDate({ form: 'calendar', day: get('dom') ?? 1 }),
  ),
  rule('month dom dayMark', readDay),
  rule('m:dom monthMark', (get) =>
    get('unit', 'monthMark') === undefined ? asDate(monthOf(get)) : undefined,
  ),
  rule('m:number monthMark', (get) =>
    get('unit', 'monthMark') === undefined ? asDate(monthOf(get)) : undefined,
  ),
  rule('year', (get) => (get('digits', 'year') === undefined ? undefined : asDate(yearOf(get))), BEFORE_DATE),
  rule('fiscal (of | prep | unit)? year', (get) =>
    asDate({ form: 'fixed', timex: `FY${get('year') ?? ''}` }),
  ),
  rule('unit year', (get) => (get('unit')?.unit === 'year' ? asDate(yearOf(get)) : undefined)),
  rule('decade', (get) => asDate({ form: 'fixed', timex: get('decade') ?? '' })),
  rule('decades number', readDecade),
  rule('ordinal unit', (get) => centuryOf(get('ordinal'), get)),
  rule('unit ordinal', (get) => centuryOf(get('ordinal'), get)),
  rule('unit number', (get) => weekOrCentury(get)),
  rule('quarter (of | comma | prep | dash)? article? unit? year', (get) =>
    quarterOf(get('quarter'), get('year')),
  ),
  rule('year yearMark? (of | dash | prep)? quarter', (get) => quarterOf(get('quarter'), get('year'))),
  rule('quarter', (get) =>
    get('quarter')?.startsWith('Q') === true ? quarterOf(get('quarter'), undefined) : undefined,
  ),
  rule('ordinal unit ((of | prep)? article? year)?', readQuarter),
  rule('season (of | prep)? (article | unit)? year', (get) => seasonOf(get, {})),
  rule('year (of | yearMark)? season', (get) => seasonOf(get, {})),
  rule('season', (get) => (get('unsure', 'season') === true ? undefined : seasonOf(get, {})), BEFORE_DATE),
  rule('holiday (comma? (of | prep)? (article? unit)? year)?', (get) => {
    const holiday = get('holiday');
    const year = get('year');
    return holiday && asDate({ form: 'holiday', holiday, ...(year === undefined ? {} : { year }) });
  }),
];

/** Wraps a form as what a lexeme says. */
export function asDate(form: DateForm | undefined): Partial<Senses> | undefined {
  return form && { date: form };
}

function readDay(get: Captured): Partial<Senses> | undefined {
  const month = get('month');
  const day = get('dom');
  const year = get('year');
  const unit = get('unit')?.unit;
  if (month === undefined || day === undefined || (unit !== undefined && unit !== 'day' && unit !== 'year')) {
    return undefined;
  }
  // "the second may follow": a word for an ordinal and a word that is a verb.
  if (
    get('unsure', 'month') === true &&
    get('digits', 'dom') === undefined &&
    get('weekday') === undefined &&
    get('capital', 'month') === undefined &&
    get('of') === undefined
  ) {
    return undefined;
  }
  return asDate(dayForm(year, month, day));
}

/** Two digits of a year, where "of" announces them or nothing follows, and no day of a month can be meant. */
function readShortYear(get: Captured): Partial<Senses> | undefined {
  const month = get('month');
  const year = get('number', 'short') ?? 0;
  const told = get('of') !== undefined || get('closed', 'short') === true;
  const isYear = told && get('digits', 'short')?.length === 2 && year > 31;
  return month === undefined || !isYear ? undefined : asDate(dayForm(1900 + year, month, get('dom')));
}

function readMarked(get: Captured): Partial<Senses> | undefined {
  const month = get('dom', 'm');
  const day = get('dom');
  const year = get('year');
  if (month === undefined) {
    return asDate(yearOf(get));
  }
  return month > 12 ? undefined : asDate(dayForm(year, month, day));
}

/** "18年10月1日", "07年": two digits are a year where a month follows, or a zero leads. */
function readMarkedShort(get: Captured): Partial<Senses> | undefined {
  const digits = get('digits', 'short') ?? '';
  const month = get('dom', 'm');
  if (digits.length !== 2 || (month === undefined && !digits.startsWith('0'))) {
    return undefined;
  }
  const year = fullYear(digits);
  if (month === undefined) {
    return asDate({ form: 'calendar', year });
  }
  return month > 12 ? undefined : asDate(dayForm(year, month, get('dom')));
}

function dayForm(year: number | undefined, month: number, day: number | undefined): DateForm | undefined {
  const fits = day === undefined || isDay({ year: year ?? 2024, month, day });
  return fits
    ? {
        form: 'calendar',
        month,
        ...(year === undefined ? {} : { year }),
        ...(day === undefined ? {} : { day }),
      }
    : undefined;
}

/** "Monday the 21st": the weekday is the day's own. */
function ordinalDay(get: Captured): Partial<Senses> | undefined {
  const day = get('dom');
  const told =
    get('ordinal', 'dom') !== undefined || get('dayMark', 'weekday') === true || get('unit')?.unit === 'day';
  const weekday = get('weekday');
  const otherUnit = get('unit') !== undefined && get('unit')?.unit !== 'day';
  return day === undefined || !told || otherUnit || weekday === undefined
    ? undefined
    : asDate({ form: 'calendar', day, weekday });
}

function readMonth(get: Captured): Partial<Senses> | undefined {
  const unit = get('unit')?.unit;
  return unit === undefined || unit === 'year' ? asDate(monthOf(get)) : undefined;
}

function monthOf(get: Captured): DateForm | undefined {
  const month = get('month') ?? get('dom', 'm') ?? get('number', 'm');
  return month === undefined || month > 12 || month < 1 ? undefined : dayForm(get('year'), month, undefined);
}

function yearOf(get: Captured): DateForm | undefined {
  const year = get('year');
  return year === undefined || year < 1000 || year >= 2200 ? undefined : { form: 'calendar', year };
}

function readDecade(get: Captured): Partial<Senses> | undefined {
  const value = get('number') ?? 0;
  if (value % 10 !== 0 || (value >= 100 && (value < 1500 || value > 2090)) || value < 10) {
    return undefined;
  }
  const year = value >= 1500 ? value : value < 30 ? 2000 + value : 1900 + value;
  return asDate({ form: 'fixed', timex: String(year).slice(0, 3) });
}

function centuryOf(ordinal: number | undefined, get: Captured): Partial<Senses> | undefined {
  return get('unit')?.unit === 'century' && ordinal !== undefined && ordinal > 0 && ordinal < 30
    ? asDate({ form: 'fixed', timex: String(ordinal - 1).padStart(2, '0') })
    : undefined;
}

function weekOrCentury(get: Captured): Partial<Senses> | undefined {
  const value = get('number') ?? 0;
  if (
    get('unit')?.unit === 'week' &&
    get('digits', 'number') !== undefined &&
    value >= 1 &&
    value <= 53 &&
    Number.isInteger(value)
  ) {
    return asDate({ form: 'fixed', timex: `XXXX-W${String(value).padStart(2, '0')}` });
  }
  return centuryOf(value, get);
}

function quarterOf(quarter: string | undefined, year: number | undefined): Partial<Senses> | undefined {
  return quarter === undefined
    ? undefined
    : asDate({ form: 'quarter', quarter, ...(year === undefined ? {} : { year }) });
}

function readQuarter(get: Captured): Partial<Senses> | undefined {
  const nth = get('ordinal') ?? 0;
  const unit = get('unit')?.unit;
  const letter = unit === 'quarter' ? 'Q' : unit === 'half-year' ? 'H' : undefined;
  return letter === undefined || nth < 1 || nth > (letter === 'Q' ? 4 : 2)
    ? undefined
    : quarterOf(`${letter}${nth}`, get('year'));
}

/** A season of a year, or the one nearest in a direction. */
export function seasonOf(get: Captured, near: { readonly offset?: number }): Partial<Senses> | undefined {
  const season = get('season');
  const year = get('year');
  return season && asDate({ form: 'season', season, ...(year === undefined ? {} : { year }), ...near });
}
