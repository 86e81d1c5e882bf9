import type { EntityValue } from '../document/entity-mention.ts';
import type { EntityType } from '../document/entity-type.ts';
import type { ClockTime } from './clock-time.ts';
import type { DateForm, DayPart, PeriodMod } from './dates/date-expression.ts';
import type { HolidayName } from './dates/holidays.ts';

/** Lengths of time that texts count in. */
export type TimeUnit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half-year'
  | 'year'
  | 'decade'
  | 'century';

/** An amount of one unit: "two and a half hours". */
export interface TimeAmount {
  /** Absent where the text names no number: "a few". */
  readonly amount?: number;
  readonly unit: TimeUnit;
}

/**
 * Everything that a word, a number or a mark can mean inside a value, and what it says then. A
 * lexeme has one or more of them ("second": an ordinal, a unit); the rule that fits decides.
 */
export interface Senses {
  /** 1..12. */
  month: number;
  /** The word is something else as often: "may". */
  unsure: true;
  /** 1 Monday .. 7 Sunday. */
  weekday: number;
  unit: { readonly unit: TimeUnit; readonly times: number };
  /** "yesterday": days from publication. */
  dayWord: number;
  /** "last", "this", "next" before what they belong to: -1, 0, 1. */
  which: number;
  /** Of "last" and "next" words, those that mean the nearest: "this past", "coming". */
  nearest: true;
  /** The same behind it: "pasado", "dernier". */
  whichAfter: number;
  /** "same", "following", "previous": counted from the story. */
  neighbour: number;
  ago: true;
  agoBefore: true;
  later: true;
  earlier: true;
  inBefore: true;
  /** "within": until that length of time is over. */
  within: true;
  /** "now", where a range ends or begins with it. */
  now: true;
  /** "from now" behind a length of time. */
  fromNow: true;
  part: DayPart;
  /** "tonight", "overnight". */
  partOfDay: { readonly days: number; readonly part: DayPart };
  season: 'SP' | 'SU' | 'FA' | 'WI';
  mod: PeriodMod;
  meridiem: 'am' | 'pm';
  /** "o'clock", "Uhr", "h". */
  hourMark: true;
  minuteMark: true;
  yearMark: true;
  monthMark: true;
  dayMark: true;
  holiday: HolidayName;
  ordinal: number;
  /** "第": makes the number behind it an ordinal. */
  ordinalMark: true;
  /** "平成", "民国": the year before its first. */
  era: number;
  number: number;
  /** Nothing goes on behind it: a mark or the end of the text follows. */
  closed: true;
  /** "día", "dia", before a day of the month in digits. */
  dayBefore: true;
  /** Written in digits. */
  digits: string;
  scale: number;
  /** "half", "a quarter": below 1. */
  fraction: number;
  /** "半", half of the unit that it stands behind: "1時間半". */
  halfAfter: true;
  vague: true;
  article: true;
  /** "a", "an". */
  a: true;
  /** An unsure word with a capital. */
  capital: true;
  of: true;
  from: true;
  to: true;
  between: true;
  and: true;
  bound: 'before' | 'after';
  /** Any preposition that dates stand behind. */
  prep: true;
  /** What a clock time stands behind: "a las". */
  atClock: true;
  every: true;
  /** "daily": the period that it repeats. */
  recur: string;
  fiscal: true;
  clockPast: true;
  clockTo: true;
  zone: string;
  currency: string;
  percent: true;
  measure: string;
  old: true;
  comma: true;
  dash: true;
  slash: true;
  /** Day of a month in digits or words, 1..31. */
  dom: number;
  /** Four digits that may be a year. */
  year: number;
  /** 0..24. */
  hour: number;
  /** 0..59 in two digits. */
  minute: number;
  clock: ClockTime;
  /** "14.30", where a full stop marks no decimals. */
  dotClock: true;
  /** "27/11": a date where the words around it say so. */
  numericDate: DateForm;
  quarter: string;
  decades: true;
  decade: string;
  date: DateForm;
  time: ClockTime;
  duration: readonly TimeAmount[];
  value: { readonly type: EntityType; readonly value: EntityValue };
}

export type Kind = keyof Senses;
