import { pad } from '../dates/calendar.ts';
import { readNumber } from '../dates/date-words.ts';
import { NUMBER, valuePattern } from './amount.ts';
import type { ValueRule } from './value-rule.ts';

const UNIT_CODES: Readonly<Record<string, string>> = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  day: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
};
const UNIT = '(?<unit>second|minute|hour|day|week|month|year|decade)';
const MERIDIEM = '(?<half>[ap]\\.?m\\b\\.?)';

/** Durations ("15-minute", "an hour") and times of day ("9:30 p.m."). */
export const DURATION_RULES: readonly ValueRule[] = [
  {
    pattern: valuePattern(
      `(?<amount>${NUMBER})(?:[-\\s]| full | straight | consecutive | more )${UNIT}(?:s\\b|\\b(?![-\\s]old))`,
    ),
    read: readDuration,
  },
  { pattern: valuePattern(`(?<![\\p{L}\\p{N}])(?<amount>an) (?<unit>hour)\\b`), read: readDuration },
  {
    pattern: valuePattern(
      `(?<=\\b(?:for|after|within|over|in|lasted|about|nearly|almost|than) )(?<amount>a) ${UNIT}\\b`,
    ),
    read: readDuration,
  },
  {
    pattern: valuePattern('(?<![\\p{L}\\p{N}])half an hour\\b|\\bhalf-hour\\b'),
    read: () => ({ type: 'DURATION', value: { kind: 'duration', duration: 'PT30M' } }),
  },
  {
    pattern: valuePattern(
      `(?<![\\p{L}\\p{N}:.])(?<hour>2[0-3]|[01]?\\d):(?<minute>[0-5]\\d)(?![:\\d])(?: ?${MERIDIEM})?`,
    ),
    read: readTime,
  },
  {
    pattern: valuePattern(
      `(?<![\\p{L}\\p{N}:.])(?<hour>1[0-2]|0?[1-9])(?:\\.(?<minute>[0-5]\\d))? ?${MERIDIEM}`,
    ),
    read: readTime,
  },
  {
    pattern: valuePattern(
      '(?<![\\p{L}\\p{N}:.])(?<hour>2[0-3]|[01]\\d)(?<minute>[0-5]\\d)(?= (?:GMT|UTC)\\b)',
    ),
    read: readTime,
  },
  { pattern: valuePattern('(?<![\\p{L}\\p{N}])(?:noon|midday)\\b'), read: () => timeOf(12, 0) },
  { pattern: valuePattern('(?<![\\p{L}\\p{N}])midnight\\b'), read: () => timeOf(0, 0) },
];

type Groups = Readonly<Record<string, string | undefined>>;

function readDuration({ amount, unit = '' }: Groups): ReturnType<ValueRule['read']> {
  const count = readNumber(amount ?? '');
  const name = unit.toLowerCase();
  const code = UNIT_CODES[name];
  if (count === undefined || code === undefined) {
    return undefined;
  }
  const total = name === 'decade' ? count * 10 : count;
  const duration = code.startsWith('T') ? `PT${total}${code.slice(1)}` : `P${total}${code}`;
  return { type: 'DURATION', value: { kind: 'duration', duration } };
}

function readTime({ hour, minute = '0', half }: Groups): ReturnType<ValueRule['read']> {
  const read = Number(hour);
  if (half === undefined) {
    return timeOf(read, Number(minute));
  }
  if (read < 1 || read > 12) {
    return undefined;
  }
  return timeOf((read % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0), Number(minute));
}

function timeOf(hour: number, minute: number): ReturnType<ValueRule['read']> {
  return { type: 'TIME', value: { kind: 'time', time: `${pad(hour, 2)}:${pad(minute, 2)}` } };
}
