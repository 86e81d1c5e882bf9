import type { DateExpression, Tense } from './date-expression.ts';
import { type DateRule, datePattern } from './date-rule.ts';
import { calendarUnit, dayPart, periodMod, readNumber, WORDS, weekdayNumber } from './date-words.ts';

const { number, part: dayPartWord, unit: unitWord, weekday } = WORDS;
const amount = `(?<amount>${number}|an?|a couple of|a few|several)`;
const partOf = `(?:(?<hours>early hours)|(?<of>${dayPartWord})) of `;
const somePeriod = '(?<unit>week|month|year|quarter|decade|century)';

/** Dates that count from the day of publication or from the last date of the story. */
export const RELATIVE_RULES: readonly DateRule[] = [
  {
    pattern: datePattern(
      `(?:(?<early>early|late) )?(?:(?<which>last|next|this) )?(?<weekday>${weekday})(?: (?<part>${dayPartWord}))?`,
    ),
    read: readWeekday,
  },
  {
    pattern: datePattern(`${partOf}(?:(?<which>last|next|this) )?(?<weekday>${weekday})`),
    read: readWeekday,
  },
  {
    pattern: datePattern(
      `(?:(?<early>early|late) )?(?<word>yesterday|today|tomorrow)(?: (?<part>${dayPartWord}))?`,
    ),
    read: readDayWord,
  },
  { pattern: datePattern(`${partOf}(?<word>yesterday|today)`), read: readDayWord },
  {
    pattern: datePattern('(?<word>tonight|overnight|last night|this morning|this afternoon|this evening)'),
    read: readDayWord,
  },
  {
    pattern: datePattern(
      `(?:(?<mod>early|mid|late|earlier|later)[-\\s]?)?(?<which>last|this|next) ${somePeriod}`,
    ),
    read: readPeriod,
  },
  {
    pattern: datePattern(
      `${amount} (?<unit>${unitWord}s?|(?:quarter|centur(?:y|ie))s?) (?<direction>ago|later|earlier|from now)`,
    ),
    read: readDistance,
  },
  {
    pattern: datePattern(
      `(?:the )?(?<which>next|following|previous|same) (?<unit>day|week|month|year)(?= |[.,;]|$)`,
    ),
    read: readNeighbour,
  },
  {
    pattern: datePattern('(?:the )?day (?<which>before|after)(?=[.,;]|$)'),
    read: (groups, tense) => readNeighbour({ ...groups, unit: 'day' }, tense),
  },
];

type Groups = Readonly<Record<string, string | undefined>>;

function readWeekday(groups: Groups, tense: Tense): DateExpression {
  const which = groups['which']?.toLowerCase();
  return {
    form: 'weekday',
    weekday: weekdayNumber(groups['weekday'] ?? ''),
    which: which === 'last' || which === 'this' || which === 'next' ? which : 'bare',
    tense,
    ...partFrom(groups),
  };
}

function readDayWord(groups: Groups, tense: Tense): DateExpression {
  const word = groups['word']?.toLowerCase().replaceAll(/\s+/gu, ' ') ?? '';
  const days: Readonly<Record<string, number>> = { yesterday: -1, 'last night': -1, tomorrow: 1 };
  const night = word.endsWith('night') ? 'night' : word.split(' ')[1];
  return {
    form: 'day-offset',
    days: days[word] ?? 0,
    tense,
    ...partFrom({ part: night, ...defined(groups) }),
  };
}

function readPeriod(groups: Groups, tense: Tense): DateExpression | undefined {
  const unit = calendarUnit(groups['unit'] ?? '');
  if (unit === undefined) {
    return undefined;
  }
  const offset = { last: -1, this: 0, next: 1 }[groups['which']?.toLowerCase() ?? 'this'] ?? 0;
  const mod = periodMod(groups['mod']);
  return { form: 'period', unit, offset, tense, ...(mod === undefined ? {} : { mod }) };
}

/** "a few days ago" names no number, so it stays without a value. */
function readDistance(groups: Groups, tense: Tense): DateExpression | undefined {
  const unit = calendarUnit((groups['unit'] ?? '').replace(/ies$/u, 'y'));
  const count = readNumber(groups['amount'] ?? '');
  const direction = groups['direction']?.toLowerCase().replaceAll(/\s+/gu, ' ');
  if (unit === undefined || count === undefined || !Number.isInteger(count)) {
    return undefined;
  }
  const back = direction === 'ago' || direction === 'earlier';
  const from = direction === 'ago' || direction === 'from now' ? 'publication' : 'narrative';
  return { form: 'distance', amount: back ? -count : count, unit, from, tense };
}

/** "the next day", "the same week": from the last date of the story. */
function readNeighbour(groups: Groups, tense: Tense): DateExpression | undefined {
  const unit = calendarUnit(groups['unit'] ?? '');
  const which = groups['which']?.toLowerCase() ?? '';
  const back = which === 'previous' || which === 'before';
  if (unit === undefined || (which === 'next' && unit !== 'day')) {
    return undefined; // "next week" counts from publication
  }
  return {
    form: 'distance',
    amount: which === 'same' ? 0 : back ? -1 : 1,
    unit,
    from: 'narrative',
    whole: true,
    tense,
  };
}

function partFrom(groups: Groups): { part?: NonNullable<DateExpression['part']> } {
  const hours = groups['hours'] === undefined ? undefined : 'early hours';
  const part = dayPart(hours ?? groups['of'] ?? groups['part'] ?? groups['early']);
  return part === undefined ? {} : { part };
}

function defined(groups: Groups): Groups {
  return Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined));
}
