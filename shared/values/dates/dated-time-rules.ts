import type { ClockTime } from '../clock-time.ts';
import { type Rule, rule } from '../rule.ts';
import type { Senses } from '../senses.ts';
import { inPart } from '../time-rules.ts';
import { asDate } from './calendar-rules.ts';
import { type DateForm, isOneDay } from './date-expression.ts';

/** Parts of a day beside a time of day. */
export const TIME_OF_PART_RULES: readonly Rule[] = [
  rule('time (comma | prep | of)? article? part', (get) => inPart(get('time'), get('part'))),
  rule('part (comma | prep)? atClock? time', (get) => inPart(get('time'), get('part'))),
  rule('time meridiem', (get) => inHalf(get('time'), get('meridiem'))),
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
  rule('date (comma | prep | from | dash)? (atClock | article)? (prep | article)? time', (get) => {
    // "today for two hours": a length of time, where no word makes it one of the clock.
    const lasts = get('duration', 'time') !== undefined && get('prep') !== undefined;
    return lasts && get('atClock') === undefined ? undefined : withClock(get('date'), get('time'));
  }),
  rule('date (comma | prep)? clock', (get) =>
    get('dotClock', 'clock') === true ? withClock(get('date'), get('clock')) : undefined,
  ),
  rule('(date prep hour | hour comma date)', (get) => {
    const date = get('date');
    const hour = get('hour');
    return date?.part === undefined || hour === undefined || hour > 12
      ? undefined
      : withClock(date, { hour, minute: 0 });
  }),
  rule('time (comma | prep | of | dash)? (prep | article)? date', (get) =>
    withClock(get('date'), get('time')),
  ),
];

/** "ocho y diez p.m.": the half of the day behind a time that was already whole. */
function inHalf(time: ClockTime | undefined, half: 'am' | 'pm' | undefined): Partial<Senses> | undefined {
  if (time === undefined || half === undefined || time.half !== undefined || time.hour > 12) {
    return undefined;
  }
  const { open: _open, ...rest } = time;
  return { time: { ...rest, half, hour: (time.hour % 12) + (half === 'pm' ? 12 : 0) } };
}

function withClock(date: DateForm | undefined, time: ClockTime | undefined): Partial<Senses> | undefined {
  if (date === undefined || time === undefined || date.clock !== undefined) {
    return undefined;
  }
  if (date.form === 'fixed' && date.repeats === true) {
    // "every day at 7": the time alone says how often.
    const everyDay = date.timex === 'P1D' || date.timex.startsWith('T');
    return asDate({ ...date, timex: everyDay ? '' : date.timex, clock: time });
  }
  if (!isOneDay(date) && date.form !== 'weekday-of-week' && date.form !== 'nth') {
    return undefined;
  }
  const placed = date.part === undefined ? time : (inPart(time, date.part)?.time ?? time);
  return asDate({ ...date, clock: placed });
}
