import { calendarNames } from './calendar-names.ts';
import { type Kind, type Lexeme, lexemeOf, type Senses, type TimeUnit } from './lexeme.ts';
import type { ValueTable } from './value-table.ts';

/** A phrase of a table, split into folded words. */
export interface Phrase {
  readonly words: readonly string[];
  readonly senses: Partial<Senses>;
  /** May be followed by a full stop that belongs to it. */
  readonly dotted: boolean;
}

/** A language's words and writing habits, ready to read texts with. */
export interface ValueGrammar {
  readonly language: string;
  /** By their first word (first character where the language is dense), longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly table: ValueTable;
  readonly counted: RegExp | undefined;
  readonly ahead: RegExp | undefined;
  readonly past: RegExp | undefined;
  readonly reports: RegExp | undefined;
}

/** The kinds of a table that say nothing but what they are. */
const FLAGS = [
  'ago',
  'agoBefore',
  'later',
  'earlier',
  'inBefore',
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

/** Joins a language's table with the words that all share and with the calendar names of the runtime. */
export function buildValueGrammar(language: string, table: ValueTable, common: ValueTable): ValueGrammar {
  const known = new Map<string, Phrase>();
  const add = (phrase: string, sense: Partial<Senses>): void => {
    const words = wordsOf(phrase, table);
    const key = words.join(' ');
    const before = known.get(key);
    const dotted = before?.dotted === true || (phrase.length > 1 && phrase.endsWith('.'));
    known.set(key, { words, senses: { ...before?.senses, ...sense }, dotted });
  };
  calendarNames(language).forEach(({ phrase, sense }) => {
    add(phrase, sense);
  });
  for (const each of [common, table]) {
    addWords(each, add);
  }
  return {
    language,
    table,
    phrases: indexOf([...known.values()], table.dense),
    counted: table.counted === undefined ? undefined : new RegExp(table.counted, 'uy'),
    ahead: clauseOf(table.ahead),
    past: clauseOf([...table.past, ...table.reports]),
    reports: clauseOf(table.reports),
  };
}

function addWords(table: ValueTable, add: (phrase: string, sense: Partial<Senses>) => void): void {
  for (const kind of FLAGS) {
    table[kind].forEach((phrase) => {
      const sense: Partial<Senses> = {};
      sense[kind] = true;
      add(phrase, sense);
    });
  }
  for (const kind of NUMBERS) {
    each(table[kind], (phrase, value) => {
      const sense: Partial<Senses> = {};
      sense[kind] = Number(value);
      add(phrase, sense);
    });
  }
  for (const kind of STRINGS) {
    each(table[kind], (phrase, value) => {
      const sense: Partial<Senses> = {};
      sense[kind] = value;
      add(phrase, sense);
    });
  }
  each(table.part, (phrase, part) => {
    add(phrase, { part });
  });
  each(table.season, (phrase, season) => {
    add(phrase, { season });
  });
  each(table.mod, (phrase, mod) => {
    add(phrase, { mod });
  });
  each(table.meridiem, (phrase, meridiem) => {
    add(phrase, { meridiem });
  });
  each(table.bound, (phrase, bound) => {
    add(phrase, { bound, prep: true });
  });
  each(table.holiday, (phrase, holiday) => {
    add(phrase, { holiday });
  });
  each(table.partOfDay, (phrase, key) => {
    const [days = '0', part = 'NI'] = key.split(' ');
    add(phrase, {
      partOfDay: { days: Number(days), part: part === 'MO' || part === 'AF' || part === 'EV' ? part : 'NI' },
    });
  });
  each(table.unit, (phrase, key) => {
    const [times = '1', name = ''] = key.includes(' ') ? key.split(' ') : ['1', key];
    const unit = UNITS.find((known) => known === name);
    if (unit !== undefined) {
      add(phrase, { unit: { unit, times: Number(times) } });
    }
  });
  each(table.clockWord, (phrase, clock) => {
    const [hour = '0', minute = '0'] = clock.split(':');
    add(phrase, { clock: { hour: Number(hour), minute: Number(minute) } });
  });
  each(table.ordinal, (phrase, value) => {
    add(phrase, Number(value) <= 31 ? { dom: Number(value) } : {});
  });
  addNumbers(table, add);
  table.unsure.forEach((phrase) => {
    add(phrase, { unsure: true });
  });
}

/** Number words carry what a number in digits does: "five" may be a day, an hour. */
function addNumbers(table: ValueTable, add: (phrase: string, sense: Partial<Senses>) => void): void {
  each(table.number, (phrase, value) => {
    add(phrase, smallNumber(Number(value)));
  });
  const joiner = table.joinsOnesAndTens;
  if (joiner === undefined) {
    return;
  }
  each(table.number, (ones, one) => {
    each(table.number, (tens, ten) => {
      if (Number(one) > 0 && Number(one) < 10 && Number(ten) >= 20 && Number(ten) < 100) {
        const value = Number(one) + Number(ten);
        add(`${ones}${joiner}${tens}`, { number: value, ...smallNumber(value) });
      }
    });
  });
}

/** What else a small whole number may be. */
export function smallNumber(value: number): Partial<Senses> {
  return {
    ...(Number.isInteger(value) && value >= 1 && value <= 31 ? { dom: value } : {}),
    ...(Number.isInteger(value) && value >= 0 && value <= 24 ? { hour: value } : {}),
  };
}

function each<K extends string>(
  record: Readonly<Partial<Record<K, readonly string[]>>>,
  use: (phrase: string, key: K) => void,
): void {
  for (const key in record) {
    record[key]?.forEach((phrase) => {
      use(phrase, key);
    });
  }
}

function indexOf(phrases: readonly Phrase[], dense: boolean): ReadonlyMap<string, readonly Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const phrase of phrases.toSorted((a, b) => b.words.join(' ').length - a.words.join(' ').length)) {
    const first = dense ? (phrase.words[0] ?? '').slice(0, 1) : (phrase.words[0] ?? '');
    const siblings = index.get(first) ?? [];
    siblings.push(phrase);
    index.set(first, siblings);
  }
  return index;
}

const WORD = /[\p{L}\p{M}_]+|[0-9]+|[^\s'’.\-]/gu;

/** Splits a phrase as texts are split: marks separate, dense languages keep it whole. */
function wordsOf(phrase: string, { dense, keepAccents }: ValueTable): readonly string[] {
  const folded = foldWord(phrase, keepAccents);
  return dense ? [folded] : (folded.match(WORD) ?? []);
}

/** The form in which words are compared: lower case, and without accents unless they are kept. */
export function foldWord(word: string, keepAccents: boolean): string {
  const lower = word.toLowerCase();
  return keepAccents
    ? lower.normalize('NFC')
    : lower
        .normalize('NFD')
        .replaceAll(/(?<=\p{scx=Latn})\p{Mn}+/gu, '')
        .normalize('NFC');
}

function clauseOf(sources: readonly string[]): RegExp | undefined {
  return sources.length === 0
    ? undefined
    : new RegExp(
        sources.map((source) => `(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])`).join('|'),
        'giu',
      );
}

/** A lexeme of a phrase found in a text. */
export function phraseLexeme(start: number, end: number, phrase: Phrase): Lexeme {
  return lexemeOf(start, end, phrase.senses);
}
