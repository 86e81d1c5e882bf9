import type { CalendarUnit } from './calendar.ts';
import type { DayPart, Holiday, PeriodMod } from './date-expression.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Pattern sources (case-insensitive) of the English words that dates and amounts are made of. */
export const WORDS = {
  month:
    '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)',
  /** Month names that are nothing else in lower case. */
  plainMonth: '(?:january|february|april|june|july|august|september|october|november|december)',
  weekday: '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
  day: '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?',
  year: '(?:1[5-9]\\d\\d|20\\d\\d)',
  number: `(?:(?<![\\d.,])(?:\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,15})(?:\\.\\d{1,9})?|(?:${TENS.join('|')})(?:[-\\s](?:${NUMBER_WORDS.slice(1, 10).join('|')}))?|${NUMBER_WORDS.slice(1).toReversed().join('|')})`,
  part: '(?:morning|afternoon|evening|night)',
  unit: '(?:day|week|month|year|decade)',
} as const;

/** 1..12 for a month's name or abbreviation. */
export function monthNumber(word: string): number {
  return MONTHS.findIndex((month) => month.startsWith(word.slice(0, 3).toLowerCase())) + 1;
}

/** 1 Monday .. 7 Sunday. */
export function weekdayNumber(word: string): number {
  return WEEKDAYS.indexOf(word.toLowerCase()) + 1;
}

/** Reads "1,234.5", "a", "thirty-two"; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const word = text.toLowerCase();
  if (/^\d/u.test(word)) {
    const value = Number(word.replaceAll(',', ''));
    return Number.isNaN(value) ? undefined : value;
  }
  if (word === 'a' || word === 'an') {
    return 1;
  }
  const [tens = '', ones] = word.split(/[- ]/u);
  const base = TENS.includes(tens) ? (TENS.indexOf(tens) + 2) * 10 : NUMBER_WORDS.indexOf(tens);
  return base < 0 ? undefined : base + (ones === undefined ? 0 : NUMBER_WORDS.indexOf(ones));
}

/** TIMEX3 part of "morning", "night", "early", "late". */
export function dayPart(word = ''): DayPart | undefined {
  switch (word.toLowerCase()) {
    case 'morning':
    case 'early':
    case 'early hours':
      return 'MO';
    case 'afternoon':
      return 'AF';
    case 'evening':
      return 'EV';
    case 'night':
    case 'late':
      return 'NI';
    default:
      return undefined;
  }
}

/** Modifier of "early", "mid", "late". */
export function periodMod(word = ''): PeriodMod | undefined {
  switch (word.toLowerCase()) {
    case 'early':
    case 'earlier':
      return 'start';
    case 'mid':
      return 'mid';
    case 'late':
    case 'later':
      return 'end';
    default:
      return undefined;
  }
}

const UNITS: Readonly<Record<string, CalendarUnit>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'decade',
  century: 'century',
};

/** The calendar unit of a word such as "weeks". */
export function calendarUnit(word: string): CalendarUnit | undefined {
  return UNITS[word.toLowerCase().replace(/s$/u, '')];
}

const HOLIDAYS: Readonly<Record<string, Holiday>> = {
  'good friday': 'good-friday',
  'easter sunday': 'easter-sunday',
  'easter monday': 'easter-monday',
  'christmas eve': 'christmas-eve',
  'christmas day': 'christmas',
  "new year's eve": 'new-years-eve',
  "new year's day": 'new-years-day',
};

/** The holiday that a phrase names. */
export function holidayOf(phrase: string): Holiday | undefined {
  return HOLIDAYS[phrase.toLowerCase().replaceAll('\u2019', "'").replaceAll(/\s+/gu, ' ')];
}
