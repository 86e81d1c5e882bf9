import type { DateExpression, Tense } from './date-expression.ts';
import { type DateRule, datePattern } from './date-rule.ts';
import { dayPart, holidayOf, monthNumber, periodMod, WORDS } from './date-words.ts';

const { month, plainMonth, weekday, day, year, part: dayPartWord } = WORDS;
const partOf = `(?:early hours|(?<part>${dayPartWord})) of(?: the)? `;
const monthDay = `(?:${weekday},? )?(?:(?<month>${month}) (?<day>${day})(?:,? (?<year>${year}))?)`;
const dayMonth = `(?:${weekday},? )?(?<day>${day})(?: of)? (?<month>${month})(?:,? (?<year>${year}))?`;

/** Dates that name a month, a year or a feast. */
export const CALENDAR_RULES: readonly DateRule[] = [
  { pattern: datePattern(`${monthDay}(?: (?<part>${dayPartWord}))?`), read: readCalendar },
  { pattern: datePattern(`${dayMonth}(?: (?<part>${dayPartWord}))?`), read: readCalendar },
  { pattern: datePattern(`${partOf}${monthDay}`), read: readPartOfDay },
  { pattern: datePattern(`${partOf}${dayMonth}`), read: readPartOfDay },
  {
    pattern: datePattern(`(?:(?<mod>early|mid|late)[-\\s])?(?<month>${month}),? (?<year>${year})`),
    read: readCalendar,
  },
  { pattern: datePattern(`(?<mod>early|mid|late)[-\\s](?<month>${month})(?! \\d)`), read: readCalendar },
  {
    pattern: datePattern(
      `(?<=\\b(?:in|since|until|by|of|from|during|through|for|to) )(?<month>${plainMonth})(?! \\d)`,
    ),
    read: readCalendar,
  },
  {
    pattern: /(?<=\b(?:in|since|until|by|from|during|through)\s+)(?<month>March|May)(?!\s+\d)\b/gu,
    read: readCalendar,
  },
  {
    pattern: /(?<![\p{L}\p{N}-])(?<year>\d{4})-(?<monthNumber>\d{2})-(?<day>\d{2})(?![\p{L}\p{N}-])/gu,
    read: readCalendar,
  },
  {
    pattern: datePattern(
      `(?<=\\b(?:in|since|until|by|of|from|during|through|before|after|between|and|to|year) (?:(?:early|mid|late)[-\\s])?)(?:(?<mod>early|mid|late)[-\\s])?(?<year>${year})(?![.,]\\d|[-–]\\d|['’]?s| (?:percent|per cent|people)|%)`,
    ),
    read: readCalendar,
  },
  {
    pattern: datePattern(`(?:(?<mod>early|mid|late)[-\\s])?(?<decade>(?:19|20)\\d0)['’]?s`),
    read: readDecade,
  },
  {
    pattern: datePattern(`(?<ordinal>first|second|third|fourth) quarter(?: of)? (?<year>${year})`),
    read: ({ ordinal = '', year: inYear = '' }, tense) => ({
      form: 'fixed',
      timex: `${inYear}-Q${['first', 'second', 'third', 'fourth'].indexOf(ordinal.toLowerCase()) + 1}`,
      tense,
    }),
  },
  {
    pattern: datePattern(
      `(?<holiday>Good Friday|Easter (?:Sunday|Monday)|Christmas (?:Eve|Day)|New Year['’]s (?:Eve|Day))(?:,? (?<year>${year}))?`,
    ),
    read: readHoliday,
  },
];

type Groups = Readonly<Record<string, string | undefined>>;

function readCalendar(groups: Groups, tense: Tense): DateExpression | undefined {
  const monthNamed =
    groups['month'] === undefined ? Number(groups['monthNumber']) : monthNumber(groups['month']);
  const part = dayPart(groups['part']);
  const mod = periodMod(groups['mod']);
  return {
    form: 'calendar',
    tense,
    ...(groups['year'] === undefined ? {} : { year: Number(groups['year']) }),
    ...(Number.isNaN(monthNamed) ? {} : { month: monthNamed }),
    ...(groups['day'] === undefined ? {} : { day: Number.parseInt(groups['day'], 10) }),
    ...(part === undefined ? {} : { part }),
    ...(mod === undefined ? {} : { mod }),
  };
}

function readPartOfDay(groups: Groups, tense: Tense): DateExpression | undefined {
  return readCalendar({ ...groups, part: groups['part'] ?? 'early hours' }, tense);
}

function readDecade(groups: Groups, tense: Tense): DateExpression {
  const mod = periodMod(groups['mod']);
  const timex = (groups['decade'] ?? '').slice(0, 3);
  return { form: 'fixed', timex, tense, ...(mod === undefined ? {} : { mod }) };
}

function readHoliday(groups: Groups, tense: Tense): DateExpression | undefined {
  const holiday = holidayOf(groups['holiday'] ?? '');
  return holiday === undefined
    ? undefined
    : {
        form: 'holiday',
        holiday,
        tense,
        ...(groups['year'] === undefined ? {} : { year: Number(groups['year']) }),
      };
}
