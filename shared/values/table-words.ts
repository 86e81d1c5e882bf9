import type { Kind, Senses, TimeUnit } from './senses.ts';
import { smallNumber } from './small-number.ts';
import type { ValueTable } from './value-table.ts';

/** Takes a phrase and what it means; senses of one phrase add up. */
export type AddPhrase = (phrase: string, sense: Partial<Senses>) => void;

/** The kinds of a table that say nothing but what they are. */
const FLAGS = [
  'ago',
  'agoBefore',
  'later',
  'earlier',
  'inBefore',
  'within',
  'nearest',
  'dayBefore',
  'now',
  'fromNow',
  'hourMark',
  'minuteMark',
  'yearMark',
  'monthMark',
  'dayMark',
  'vague',
  'article',
  'a',
  'of',
  'from',
  'to',
  'between',
  'and',
  'prep',
  'atClock',
  'every',
  'fiscal',
  'clockPast',
  'clockTo',
  'percent',
  'old',
  'decades',
  'ordinalMark',
  'halfAfter',
] as const satisfies readonly Kind[];
const NUMBERS = [
  'month',
  'weekday',
  'dayWord',
  'which',
  'whichAfter',
  'neighbour',
  'ordinal',
  'number',
  'scale',
  'fraction',
] as const satisfies readonly Kind[];
const STRINGS = [
  'recur',
  'zone',
  'currency',
  'measure',
  'decade',
  'quarter',
] as const satisfies readonly Kind[];
const UNITS: readonly TimeUnit[] = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'half-year',
  'year',
  'decade',
  'century',
];

const STORY_UNITS = ['day', 'week', 'month', 'year'] as const;
const PERIODS = ['week', 'weekend', 'month', 'quarter', 'year'] as const;

/** Gives every phrase of a table with what it means. */
export function addTableWords(table: ValueTable, add: AddPhrase): void {
  for (const kind of FLAGS) {
    table[kind].forEach((phrase) => {
      const sense: Partial<Senses> = {};
      sense[kind] = true;
      add(phrase, sense);
    });
  }
  for (const kind of NUMBERS) {
    forEachPhrase(table[kind], (phrase, value) => {
      const sense: Partial<Senses> = {};
      sense[kind] = Number(value);
      add(phrase, sense);
    });
  }
  for (const kind of STRINGS) {
    forEachPhrase(table[kind], (phrase, value) => {
      const sense: Partial<Senses> = {};
      sense[kind] = value;
      add(phrase, sense);
    });
  }
  forEachPhrase(table.part, (phrase, part) => {
    add(phrase, { part });
  });
  forEachPhrase(table.season, (phrase, season) => {
    add(phrase, { season });
  });
  forEachPhrase(table.mod, (phrase, mod) => {
    add(phrase, { mod });
  });
  forEachPhrase(table.meridiem, (phrase, meridiem) => {
    add(phrase, { meridiem });
  });
  forEachPhrase(table.bound, (phrase, bound) => {
    add(phrase, { bound, prep: true });
  });
  forEachPhrase(table.holiday, (phrase, holiday) => {
    add(phrase, { holiday });
  });
  forEachPhrase(table.partOfDay, (phrase, key) => {
    const [days = '0', part = 'NI'] = key.split(' ');
    add(phrase, {
      partOfDay: { days: Number(days), part: part === 'MO' || part === 'AF' || part === 'EV' ? part : 'NI' },
    });
  });
  forEachPhrase(table.periodWord, (phrase, key) => {
    const [offset = '0', name = ''] = key.split(' ');
    const unit = PERIODS.find((known) => known === name);
    if (unit !== undefined) {
      add(phrase, { date: { form: 'period', unit, offset: Number(offset) } });
    }
  });
  forEachPhrase(table.storyWord, (phrase, key) => {
    const [amount = '0', name = ''] = key.split(' ');
    const unit = STORY_UNITS.find((known) => known === name);
    if (unit !== undefined) {
      add(phrase, {
        date: { form: 'distance', unit, amount: Number(amount), from: 'narrative', whole: true },
      });
    }
  });
  forEachPhrase(table.unit, (phrase, key) => {
    const [times = '1', name = ''] = key.includes(' ') ? key.split(' ') : ['1', key];
    const unit = UNITS.find((known) => known === name);
    if (unit !== undefined) {
      add(phrase, { unit: { unit, times: Number(times) } });
    }
  });
  forEachPhrase(table.clockWord, (phrase, clock) => {
    const [hour = '0', minute = '0'] = clock.split(':');
    add(phrase, { clock: { hour: Number(hour), minute: Number(minute) } });
  });
  forEachPhrase(table.ordinal, (phrase, value) => {
    add(phrase, Number(value) <= 31 ? { dom: Number(value) } : {});
  });
  table.other.forEach((phrase) => {
    add(phrase, {});
  });
  addNumbers(table, add);
  addEras(table, add);
  table.unsure.forEach((phrase) => {
    add(phrase, { unsure: true });
  });
}

/** Years of an era in words: its first has a name of its own in Han ("平成元年"). */
function addEras(table: ValueTable, add: AddPhrase): void {
  forEachPhrase(table.era, (phrase, before) => {
    add(phrase, { era: Number(before) });
    add(`${phrase}元`, { year: Number(before) + 1 });
  });
}

/** Number words carry what a number in digits does: "five" may be a day, an hour. */
function addNumbers(table: ValueTable, add: AddPhrase): void {
  forEachPhrase(table.number, (phrase, value) => {
    add(phrase, smallNumber(Number(value)));
  });
  const joiner = table.joinsOnesAndTens;
  if (joiner === undefined) {
    return;
  }
  forEachPhrase(table.number, (ones, one) => {
    forEachPhrase(table.number, (tens, ten) => {
      if (Number(one) > 0 && Number(one) < 10 && Number(ten) >= 20 && Number(ten) < 100) {
        const value = Number(one) + Number(ten);
        add(`${ones}${joiner}${tens}`, { number: value, ...smallNumber(value) });
      }
    });
  });
}

function forEachPhrase<K extends string>(
  record: Readonly<Partial<Record<K, readonly string[]>>>,
  use: (phrase: string, key: K) => void,
): void {
  for (const key in record) {
    record[key]?.forEach((phrase) => {
      use(phrase, key);
    });
  }
}
