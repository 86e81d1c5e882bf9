import { remembered } from '../text/remembered.ts';
import { type CalendarName, calendarNames } from './calendar-names.ts';
import { DAY_PARTS } from './dates/date-expression.ts';
import { type ReadSenses, readSenses } from './lexeme.ts';
import { type MayOpen, openingWords } from './opening-words.ts';
import type { Senses } from './senses.ts';
import { type AddPhrase, addTableWords } from './table-words.ts';
import type { ValueTable } from './value-table.ts';

/** A phrase of a table, split into folded words. */
export interface Phrase {
  readonly words: readonly string[];
  readonly senses: Partial<Senses>;
  /** The same with the bits of its kinds. */
  readonly read: ReadSenses;
  /** What it means besides where it is written in capitals: codes ("ET", "EUR"). */
  readonly upper: Partial<Senses>;
  /** Has senses that only capitals give. */
  readonly code: boolean;
  /** May be followed by a full stop that belongs to it. */
  readonly dotted: boolean;
}

/** A language's words and writing habits, ready to read texts with. */
export interface ValueGrammar {
  readonly language: string;
  /** By their first word (first character where the language is dense), longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Those that begin with a word as a text has it; for languages that are not dense. */
  readonly phrasesFor: (word: string) => readonly Phrase[];
  /** Whether one of `phrases` may begin with a word of a text. */
  readonly mayOpen: MayOpen;
  readonly table: ValueTable;
  readonly counted: RegExp | undefined;
  readonly ahead: RegExp | undefined;
  readonly past: RegExp | undefined;
  readonly reports: RegExp | undefined;
}

/** Joins a language's table with the words that all share and with the calendar names of the runtime. */
export function buildValueGrammar(language: string, table: ValueTable, common: ValueTable): ValueGrammar {
  const known = new Map<string, Phrase>();
  const add = (phrase: string, sense: Partial<Senses>): void => {
    const words = wordsOf(phrase, table);
    const key = words.join(' ');
    const before = known.get(key);
    const dotted = before?.dotted === true || (phrase.length > 1 && phrase.endsWith('.'));
    const code = (sense.zone !== undefined || sense.currency !== undefined) && /^[A-Z]{2,5}$/u.test(phrase);
    const senses = { ...before?.senses, ...(code ? {} : sense) };
    known.set(key, {
      words,
      senses,
      read: readSenses(senses),
      upper: { ...before?.upper, ...(code ? sense : {}) },
      code: code || before?.code === true,
      dotted,
    });
  };
  const names = calendarNames(language);
  names.forEach(({ phrase, sense }) => {
    add(phrase, sense);
  });
  addTableWords(common, add);
  addTableWords(table, add);
  if (table.gluesParts) {
    addGluedParts(names, table, add);
  }
  const phrases = indexOf([...known.values()], table.dense);
  return {
    language,
    table,
    phrases,
    phrasesFor: remembered((word) => phrases.get(foldWord(word, table.keepAccents)) ?? []),
    mayOpen: openingWords(phrases.keys()),
    counted: table.counted === undefined ? undefined : new RegExp(table.counted, 'uy'),
    ahead: clauseOf(table.ahead),
    past: clauseOf([...table.past, ...table.reports]),
    reports: clauseOf(table.reports),
  };
}

/** "Montagnachmittag": a weekday and a part of the day in one word. */
function addGluedParts(names: readonly CalendarName[], table: ValueTable, add: AddPhrase): void {
  for (const { phrase, sense } of names) {
    for (const [part, words] of Object.entries(table.part)) {
      for (const word of sense.weekday === undefined || phrase.length < 5 ? [] : words) {
        const read = DAY_PARTS.find((known) => known === part);
        add(`${phrase}${word}`, read === undefined ? sense : { ...sense, part: read });
      }
    }
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

const ASCII = /^[\0-\x7F]*$/u;
const WORD = /[\p{L}\p{M}_]+|[0-9]+|[^\s'’.-]/gu;

/** Splits a phrase as texts are split: marks separate, dense languages keep it whole. */
function wordsOf(phrase: string, { dense, keepAccents }: ValueTable): readonly string[] {
  const folded = foldWord(phrase, keepAccents);
  return dense ? [folded] : (folded.match(WORD) ?? []);
}

/** The form in which words are compared: lower case, and without accents unless they are kept. */
export function foldWord(word: string, keepAccents: boolean): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) {
    return lower;
  }
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
    : new RegExp(`(?<![\\p{L}\\p{M}])(?:${sources.join('|')})(?![\\p{L}\\p{M}])`, 'giu');
}
