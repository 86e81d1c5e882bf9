import { isoDuration, letterOf } from '../iso-duration.ts';
import type { Captured } from '../pattern.ts';
import { type Rule, rule } from '../rule.ts';
import type { Senses } from '../senses.ts';
import { asDate, seasonOf } from './calendar-rules.ts';
import { calendarUnit } from './calendar-unit.ts';
import type { DateForm } from './date-expression.ts';

/** Dates that count from the day of publication or from the last date of the story. */
export const RELATIVE_RULES: readonly Rule[] = [
  rule('weekday', (get) => asDate(weekday(get, 'bare'))),
  rule('which weekday', (get) => asDate(weekday(get, directionOf(get('which'), get('nearest', 'which'))))),
  rule('weekday (of | article)? whichAfter', (get) =>
    asDate(weekday(get, directionOf(get('whichAfter'), get('nearest', 'whichAfter')))),
  ),
  rule('neighbour weekday', (get) =>
    asDate(weekday(get, get('neighbour') === 1 ? 'after' : get('neighbour') === -1 ? 'last' : 'bare')),
  ),
  rule('weekday neighbour', (get) =>
    get('bound', 'neighbour') === undefined && get('neighbour') !== 0
      ? asDate(weekday(get, get('neighbour') === 1 ? 'after' : 'last'))
      : undefined,
  ),
  rule('weekday (of | prep)? article? (neighbour unit | unit neighbour)', (get) =>
    weekdayOfWeek(get, get('neighbour'), { story: true }),
  ),
  rule('article? number unit neighbour', (get) => span(get, get('neighbour'), { story: true })),
  rule('which unit (prep | of)? article? weekday', (get) => weekdayOfWeek(get, get('which'))),
  rule('unit whichAfter prep? article? weekday', (get) => weekdayOfWeek(get, get('whichAfter'))),
  rule('weekday (of | prep)? article? which unit', (get) => weekdayOfWeek(get, get('which'))),
  rule('weekday (of | prep)? article? unit whichAfter', (get) => weekdayOfWeek(get, get('whichAfter'))),
  rule('dayWord', (get) => asDate(dayWord(get))),
  rule('partOfDay', (get) => asDate(partOfDay(get))),
  rule('which part', (get) => thisPart(get, get('which'))),
  rule('part whichAfter', (get) => thisPart(get, get('whichAfter'))),
  rule('which fiscal? unit', (get) => period(get, get('which'))),
  rule('unit fiscal? article? whichAfter', (get) => period(get, get('whichAfter'))),
  rule(
    'article? unit',
    (get) =>
      get('unit')?.unit === 'weekend' ? asDate({ form: 'period', unit: 'weekend', offset: 0 }) : undefined,
    ['prep', 'article', 'bound', 'of'],
  ),
  rule('which month', (get) => monthNear(get, get('which'))),
  rule('month whichAfter', (get) => monthNear(get, get('whichAfter'))),
  rule('which season', (get) => seasonOf(get, offsetOf(get('which')))),
  rule('season whichAfter', (get) => seasonOf(get, offsetOf(get('whichAfter')))),
  rule('article? neighbour unit', (get) => neighbour(get)),
  rule('article? unit neighbour', (get) => neighbour(get)),
  rule('article? which number unit', (get) => span(get, get('which'))),
  rule('article? which vague (of | article)? unit', (get) => span(get, get('which'))),
  rule('article? number which unit', (get) => span(get, get('which'))),
  rule('article? number unit whichAfter', (get) => span(get, get('whichAfter'))),
  rule('article? vague unit whichAfter', (get) => span(get, get('whichAfter'))),
  rule('article? which holiday', (get) => {
    const holiday = get('holiday');
    return holiday && asDate({ form: 'holiday', holiday, near: get('which') ?? 0 });
  }),
  rule('every (ordinal | number)? unit', everyUnit),
  rule('every weekday', (get) => repeated(`XXXX-WXX-${get('weekday') ?? 1}`)),
  rule('every part', (get) => repeated(`T${get('part') ?? 'DT'}`)),
  rule('every recur', (get) => repeated(get('recur') ?? 'P1D')),
  rule('recur', (get) => repeated(get('recur') ?? 'P1D')),
];

function directionOf(
  offset: number | undefined,
  nearest?: true,
): 'last' | 'past' | 'this' | 'coming' | 'next' {
  if (offset === undefined || offset === 0) {
    return 'this';
  }
  return offset < 0 ? (nearest === true ? 'past' : 'last') : nearest === true ? 'coming' : 'next';
}

function offsetOf(offset: number | undefined): { readonly offset?: number } {
  return offset === undefined ? {} : { offset };
}

function weekday(
  get: Captured,
  which: Extract<DateForm, { form: 'weekday' }>['which'],
): DateForm | undefined {
  const day = get('weekday');
  return day === undefined || (get('unsure', 'weekday') === true && which === 'bare')
    ? undefined
    : { form: 'weekday', weekday: day, which, ...partIn(get) };
}

/** A part of the day in the weekday's own word: "Montagnachmittag". */
function partIn(get: Captured): Pick<DateForm, 'part'> {
  const part = get('part', 'weekday');
  return part === undefined ? {} : { part };
}

function weekdayOfWeek(
  get: Captured,
  offset: number | undefined,
  from: { readonly story?: true } = {},
): Partial<Senses> | undefined {
  const day = get('weekday');
  return get('unit')?.unit === 'week' && day !== undefined
    ? asDate({ form: 'weekday-of-week', weekday: day, offset: offset ?? 0, ...from })
    : undefined;
}

function dayWord(get: Captured): DateForm {
  return { form: 'day-offset', days: get('dayWord') ?? 0 };
}

function partOfDay(get: Captured): DateForm {
  const { days, part } = get('partOfDay') ?? { days: 0, part: 'NI' as const };
  return { form: 'day-offset', days, part };
}

function thisPart(get: Captured, offset: number | undefined): Partial<Senses> | undefined {
  const part = get('part');
  return part && asDate({ form: 'day-offset', days: offset ?? 0, part });
}

function period(get: Captured, offset: number | undefined): Partial<Senses> | undefined {
  const unit = calendarUnit(get('unit')?.unit);
  if (unit === undefined || offset === undefined || get('unit')?.times !== 1) {
    return undefined;
  }
  if (unit === 'day') {
    if (get('neighbour', 'which') !== undefined) {
      return undefined; // "next day" counts from the story
    }
    return asDate({ form: 'day-offset', days: offset });
  }
  return asDate({ form: 'period', unit, offset, ...(get('fiscal') === undefined ? {} : { fiscal: true }) });
}

function monthNear(get: Captured, offset: number | undefined): Partial<Senses> | undefined {
  const month = get('month');
  const verb = get('unsure', 'month') === true && get('capital', 'month') === undefined;
  return month === undefined || verb ? undefined : asDate({ form: 'month-near', month, offset: offset ?? 0 });
}

/** "the next day", "the same week": from the last date of the story. */
function neighbour(get: Captured): Partial<Senses> | undefined {
  const unit = calendarUnit(get('unit')?.unit);
  const amount = get('neighbour');
  if (
    unit === undefined ||
    amount === undefined ||
    (get('which', 'neighbour') !== undefined && unit !== 'day')
  ) {
    return undefined; // "next week" counts from publication
  }
  return asDate({ form: 'distance', amount, unit, from: 'narrative', whole: true });
}

function span(
  get: Captured,
  offset: number | undefined,
  from: { readonly story?: true } = {},
): Partial<Senses> | undefined {
  const unit = get('unit');
  const number = get('number');
  if (unit === undefined || offset === undefined || offset === 0) {
    return undefined;
  }
  const amount = number === undefined ? undefined : number * unit.times;
  const calendar = calendarUnit(unit.unit);
  const duration =
    amount === undefined ? `PX${letterOf(unit.unit)}` : isoDuration([{ amount, unit: unit.unit }]);
  const direction = offset < 0 ? -1 : 1;
  return asDate({
    form: 'span',
    unit: calendar ?? 'day',
    direction,
    duration,
    ...from,
    ...(amount === undefined || calendar === undefined ? {} : { amount }),
  });
}

function everyUnit(get: Captured): Partial<Senses> | undefined {
  const unit = get('unit');
  const count = get('number') ?? get('ordinal') ?? 1;
  return unit && repeated(isoDuration([{ amount: count * unit.times, unit: unit.unit }]));
}

function repeated(timex: string): Partial<Senses> | undefined {
  return asDate({ form: 'fixed', timex, repeats: true });
}
