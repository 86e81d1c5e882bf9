import type { DayPart } from '../dates/date-expression.ts';
import type { ClockTime } from './clock-time.ts';
import type { Captured } from './pattern.ts';
import { type Rule, rule } from './rule.ts';
import type { Senses, TimeAmount } from './senses.ts';

/** Times of day as clocks show and people say them. */
export const CLOCK_RULES: readonly Rule[] = [
  rule('clock (meridiem | hourMark)? zone?', (get) => {
    const clock = get('clock');
    const sure = clock?.open !== true || get('meridiem') !== undefined || get('hourMark') === true;
    return sure && clock !== undefined ? timeOf(get, clock) : undefined;
  }),
  rule('clock', (get) => timeOf(get, get('clock')), ['atClock']),
  rule('hour hourMark? meridiem zone?', readHour),
  rule('meridiem hour hourMark ((minute | m:number) minuteMark | fraction)?', readHour),
  rule('part hour hourMark ((minute | m:number) minuteMark | fraction)?', (get) =>
    inPart(readHour(get)?.time, get('part')),
  ),
  rule('hour hourMark (minute minuteMark? | m:number minuteMark | and? fraction)? meridiem? zone?', readHour),
  rule('hour zone', (get) => (get('digits', 'hour') === undefined ? undefined : readHour(get))),
  rule('year zone', (get) => {
    const digits = get('year') ?? 0;
    return digits % 100 < 60 && digits < 2400
      ? timeOf(get, { hour: Math.floor(digits / 100), minute: digits % 100 })
      : undefined;
  }),
  rule('hour (and (fraction | m:number))? zone?', openHour, ['atClock']),
  rule('(fraction | m:number unit?) clockPast hour hourMark?', (get) => around(get, 1)),
  rule('(fraction | m:number unit?) clockTo hour hourMark?', (get) => around(get, -1)),
  rule('clockTo hour hourMark?', (get) => {
    const hour = get('hour');
    return hour === undefined || get('fraction', 'clockTo') === undefined
      ? undefined
      : { time: { hour: (hour + 23) % 24, minute: 30 } };
  }),
  rule('hour clockTo article? (fraction | m:number) unit?', (get) => around(get, -1)),
];

/** From one time of day to another. */
export const CLOCK_RANGE_RULES: readonly Rule[] = [
  rule('(from (atClock | article)?)? time (to | dash) (atClock | article)? end:time', clockRange),
  rule('between (atClock | article)? time and (atClock | article)? end:time', clockRange),
  rule('(from (atClock | article)?)? hour (to | dash) article? end:time', clockRange),
  rule('between (atClock | article)? hour and (atClock | article)? end:time', clockRange),
  rule('(from | between) (atClock | article) hour (to | and) (atClock | article)? end:hour', hourRange),
];

/** "entre las 3 y las 8": bare hours that their words make times. */
function hourRange(get: Captured): Partial<Senses> | undefined {
  const from = get('hour');
  const until = get('hour', 'end');
  return from === undefined || until === undefined || get('atClock') === undefined
    ? undefined
    : { time: { hour: from, minute: 0, until: { hour: until, minute: 0 } } };
}

/** The first of two times takes the half of the day that only the second says: "8-9 p.m.". */
function clockRange(get: Captured): Partial<Senses> | undefined {
  const until = get('time', 'end');
  const hour = get('hour');
  const from = get('time') ?? (hour === undefined ? undefined : { hour, minute: 0, open: true as const });
  if (
    until === undefined ||
    from === undefined ||
    until.until !== undefined ||
    (get('time') === undefined && until.open === true)
  ) {
    return undefined;
  }
  const late = from.open === true && until.hour > 12 && from.hour <= until.hour - 12;
  const { open: _open, ...start } = from;
  return { time: { ...start, hour: start.hour + (late ? 12 : 0), until } };
}

/** Lengths of time. */
export const DURATION_RULES: readonly Rule[] = [
  rule('number dash? unit', (get) => readAmount(get('number'), get)),
  rule('number unit and article? fraction dash? other:unit', (get) => {
    const [first, second] = [get('unit'), get('unit', 'other')];
    return first === undefined || second === undefined
      ? undefined
      : {
          duration: [
            { amount: (get('number') ?? 0) * first.times, unit: first.unit },
            { amount: get('fraction') ?? 0, unit: second.unit },
          ],
        };
  }),
  rule('number dash? unit and article? fraction', (get) => {
    const whole = get('number');
    return whole === undefined ? undefined : readAmount(whole + (get('fraction') ?? 0), get);
  }),
  rule('vague (of | article)? unit', (get) => readAmount(undefined, get)),
  rule('a unit', (get) => soft(readAmount(1, get))),
  rule('article? fraction (dash | article | of)? article? unit', (get) => readAmount(get('fraction'), get)),
];

/** "an hour and 30 minutes". */
export const DURATION_CHAIN: readonly Rule[] = [
  rule('duration (comma | and)? second:duration ((comma | and)? third:duration)?', (get) => {
    const parts = [
      ...(get('duration') ?? []),
      ...(get('duration', 'second') ?? []),
      ...(get('duration', 'third') ?? []),
    ];
    return falls(parts) ? { duration: parts } : undefined;
  }),
];

const UNIT_ORDER = [
  'century',
  'decade',
  'year',
  'half-year',
  'quarter',
  'month',
  'week',
  'weekend',
  'day',
  'hour',
  'minute',
  'second',
];

function falls(parts: readonly TimeAmount[]): boolean {
  return parts.every(({ unit }, index) => {
    const next = parts[index + 1]?.unit;
    return next === undefined || UNIT_ORDER.indexOf(unit) < UNIT_ORDER.indexOf(next);
  });
}

function soft(senses: Partial<Senses> | undefined): Partial<Senses> | undefined {
  return senses && { ...senses, unsure: true };
}

/** Where an hour's word is that of the clock too ("8 heures"), the words around it decide. */
function readAmount(amount: number | undefined, get: Captured): Partial<Senses> | undefined {
  const unit = get('unit');
  const mark = get('hourMark', 'unit') ?? get('yearMark', 'unit');
  if (unit === undefined) {
    return undefined;
  }
  const hour = get('hourMark', 'unit') === true ? get('hour', 'number') : undefined;
  const year = get('year', 'number');
  if (mark === true && unit.unit === 'year' && year !== undefined && get('digits', 'number') !== undefined) {
    return undefined;
  }
  return {
    duration: [
      amount === undefined
        ? { unit: unit.unit }
        : { amount: Number((amount * unit.times).toPrecision(12)), unit: unit.unit },
    ],
    ...(hour === undefined ? {} : { time: { hour, minute: 0, open: true } }),
  };
}

function readHour(get: Captured): { readonly time: ClockTime } | undefined {
  const hour = get('hour');
  const minute = get('minute') ?? get('number', 'm') ?? Math.round((get('fraction') ?? 0) * 60);
  return hour === undefined || minute > 59 ? undefined : timeOf(get, { hour, minute });
}

function openHour(get: Captured): Partial<Senses> | undefined {
  if (get('a', 'hour') === true) {
    return undefined; // "om een ...": an article
  }
  const read = readHour(get);
  return read && { time: { ...read.time, open: true } };
}

function around(get: Captured, direction: 1 | -1): Partial<Senses> | undefined {
  const hour = get('hour');
  const unit = get('unit')?.unit;
  const minutes = get('number', 'm') ?? Math.round((get('fraction') ?? 0) * 60);
  if (hour === undefined || minutes > 59 || (unit !== undefined && unit !== 'minute')) {
    return undefined;
  }
  const total = hour * 60 + direction * minutes;
  return { time: { hour: Math.floor((total + 1440) / 60) % 24, minute: (total + 1440) % 60, open: true } };
}

function timeOf(get: Captured, clock: ClockTime | undefined): { readonly time: ClockTime } | undefined {
  if (clock === undefined) {
    return undefined;
  }
  const meridiem = get('meridiem');
  const zone = get('zone');
  if (meridiem !== undefined && (clock.hour < 1 || clock.hour > 12)) {
    return clock.hour > 12 && meridiem === 'pm' ? { time: plain(clock, zone) } : undefined;
  }
  const hour = meridiem === undefined ? clock.hour : (clock.hour % 12) + (meridiem === 'pm' ? 12 : 0);
  return { time: plain({ ...clock, hour }, zone) };
}

function plain({ hour, minute, second }: ClockTime, zone: string | undefined): ClockTime {
  return {
    hour: hour % 24,
    minute,
    ...(second === undefined ? {} : { second }),
    ...(zone === undefined ? {} : { zone }),
  };
}

/** An hour before noon said to be of the afternoon or night is twelve later. */
export function inPart(
  time: ClockTime | undefined,
  part: DayPart | undefined,
): { readonly time: ClockTime } | undefined {
  if (time === undefined) {
    return undefined;
  }
  const late = part === 'AF' || part === 'EV' || (part === 'NI' && time.hour >= 6);
  const { open: _open, ...rest } = time;
  return {
    time: {
      ...rest,
      hour: late && time.hour < 12 ? time.hour + 12 : part === 'NI' && time.hour === 12 ? 0 : time.hour,
    },
  };
}
