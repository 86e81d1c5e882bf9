import type { ClockTime } from './clock-time.ts';
import type { DayPart } from './dates/date-expression.ts';
import type { Captured } from './pattern.ts';
import { type Rule, rule } from './rule.ts';
import type { Senses } from './senses.ts';

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
  rule('(meridiem | part)? hour hourMark (minute | m:number) minuteMark s:number unit', readSeconds),
  rule('part hour hourMark ((minute | m:number) minuteMark | fraction)?', (get) =>
    inPart(readHour(get)?.time, get('part')),
  ),
  rule('hour hourMark (minute minuteMark? | m:number minuteMark | and? fraction)? meridiem? zone?', readHour),
  rule('hour hourMark and m:number (minuteMark | unit)?', (get) =>
    get('unit', 'hourMark') === undefined && get('digits', 'm') !== undefined ? readHour(get) : undefined,
  ),
  rule('hour hourMark and m:number (minuteMark | unit)?', readHour, ['atClock']),
  rule('hour hourMark and m:number (minuteMark | unit)? prep? part', (get) =>
    inPart(readHour(get)?.time, get('part')),
  ),
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
    const fraction = get('fraction', 'clockTo');
    return hour === undefined || fraction === undefined
      ? undefined
      : { time: { hour: (hour + 23) % 24, minute: Math.round(60 * fraction) } };
  }),
  rule('clock (to | and | dash) (atClock | article)? end:clock', (get) => {
    const [from, until] = [get('clock'), get('clock', 'end')];
    const dotted = get('dotClock', 'clock') === true && get('dotClock', 'end') === true;
    return dotted && from !== undefined && until !== undefined ? clockRangeOf(from, until) : undefined;
  }),
  // "from 5 to 6 p.m." is no time before six.
  rule('(from | between) (atClock | article)? hour (to | and | dash) (atClock | article)? end:hour', (get) =>
    get('clockTo', 'to') === undefined ? undefined : hourRange(get),
  ),
  rule('(from | between) hour (to | and | dash) end:hour meridiem zone?', (get) => {
    const range = hourRange(get, true);
    const until = range?.time.until && timeOf(get, range.time.until)?.time;
    return range && until && clockRangeOf(range.time, until);
  }),
  rule('hour clockTo article? (fraction | m:number) unit?', (get) => around(get, -1)),
];

/** "午後7時56分30秒". */
function readSeconds(get: Captured): { readonly time: ClockTime } | undefined {
  const read = inPart(readHour(get)?.time, get('part'));
  const second = get('number', 's') ?? 60;
  return read !== undefined && get('unit')?.unit === 'second' && second < 60 && Number.isInteger(second)
    ? { time: { ...read.time, second } }
    : undefined;
}

/** From one time of day to another. */
export const CLOCK_RANGE_RULES: readonly Rule[] = [
  rule('(from (atClock | article)?)? time (to | dash) (atClock | article)? end:time', clockRange),
  rule('between (atClock | article)? time (and | to | dash) (atClock | article)? end:time', clockRange),
  rule('(from (atClock | article)?)? hour (to | dash) article? end:time', clockRange),
  rule('between (atClock | article)? hour and (atClock | article)? end:time', clockRange),
  rule('(from | between) (atClock | article) hour (to | and) (atClock | article)? end:hour', hourRange),
  rule('(from | between) hour (to | and | dash) end:hour part', (get) =>
    inPart(hourRange(get)?.time, get('part')),
  ),
  rule('part from hour (to | dash) end:hour', (get) => inPart(hourRange(get)?.time, get('part'))),
];

/** "entre las 3 y las 8": bare hours that their words make times. */
function hourRange(get: Captured, isTold = false): { readonly time: ClockTime } | undefined {
  const from = get('hour');
  const until = get('hour', 'end');
  const told =
    get('article') !== undefined ||
    get('part') !== undefined ||
    [get('atClock'), get('atClock', 'from'), get('atClock', 'between'), get('atClock', 'to')].includes(true);
  return from === undefined || until === undefined || !(told || isTold)
    ? undefined
    : { time: { hour: from, minute: 0, until: { hour: until, minute: 0 } } };
}

/** Of two times each takes the half of the day that only the other says: "8:30-9 p.m.", "8 p.m. to 10". */
function clockRange(get: Captured): Partial<Senses> | undefined {
  const until = get('time', 'end');
  const hour = get('hour');
  const from = get('time') ?? (hour === undefined ? undefined : { hour, minute: 0, open: true as const });
  if (
    until === undefined ||
    from === undefined ||
    until.until !== undefined ||
    (get('time') === undefined && until.open === true && until.hour < 13)
  ) {
    return undefined;
  }
  return clockRangeOf(from, until);
}

function clockRangeOf(
  { open: _open, until: _until, ...start }: ClockTime,
  until: ClockTime,
): { readonly time: ClockTime } {
  return {
    time: {
      ...start,
      hour: inHalfOf(start, until, -1),
      until: { ...until, hour: inHalfOf(until, start, 1) },
    },
  };
}

/** The hour of `time`, twelve later where the other time, which it precedes or follows, is after noon. */
function inHalfOf(time: ClockTime, other: ClockTime, order: 1 | -1): number {
  const later = time.hour + 12;
  const fits = order * (later * 60 + time.minute - other.hour * 60 - other.minute) > 0;
  return time.half === undefined && other.half === 'pm' && time.hour < 12 && fits ? later : time.hour;
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
  return {
    time: { ...plain({ ...clock, hour }, zone), ...(meridiem === undefined ? {} : { half: meridiem }) },
  };
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
  const half = late ? ('pm' as const) : part === 'MO' ? ('am' as const) : undefined;
  const until = time.until && inPart(time.until, part)?.time;
  return {
    time: {
      ...rest,
      ...(half === undefined ? {} : { half }),
      ...(until === undefined ? {} : { until }),
      hour: late && time.hour < 12 ? time.hour + 12 : part === 'NI' && time.hour === 12 ? 0 : time.hour,
    },
  };
}
