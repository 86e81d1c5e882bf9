import { type CharClass, charClass, endOfRun } from './char-class.ts';
import { type FoundPhrase, longestPhrase } from './find-phrase.ts';
import { type KindSet, kindSet, meets } from './kind-set.ts';
import { type Lexeme, lexemeOf, type ReadSenses, readSenses } from './lexeme.ts';
import { readDigits } from './read-digits.ts';
import type { FoundLexeme, Reading } from './reading.ts';
import type { Senses } from './senses.ts';
import type { ValueGrammar } from './value-grammar.ts';

/** Lexemes that stand together: between two of them there is nothing but space and marks. */
export type Island = readonly Lexeme[];

/** Marks that join what stands around them; others part it. */
const MARKS: ReadonlyMap<string, ReadSenses> = new Map(
  (
    [
      [',，、', { comma: true }],
      ['-–—~～〜', { dash: true }],
      ['/', { slash: true }],
    ] satisfies readonly (readonly [string, Partial<Senses>])[]
  ).flatMap(([marks, senses]) => Array.from(marks, (mark) => [mark, readSenses(senses)] as const)),
);

/** Kinds that a value has at least one of. */
const SEEDS: KindSet = kindSet([
  'month',
  'weekday',
  'dayWord',
  'partOfDay',
  'unit',
  'number',
  'ordinal',
  'holiday',
  'season',
  'decade',
  'quarter',
  'recur',
  'date',
  'clock',
  'numericDate',
  'part',
  'year',
]);

/**
 * Reads the words, numbers and marks that values are made of, in one pass, and parts them where
 * other words stand. Islands without a word or number that can begin a value are left out.
 */
export function readIslands(written: string, grammar: ValueGrammar): readonly Island[] {
  const text = withPlainDigits(written);
  const islands: Lexeme[][] = [];
  let island: Lexeme[] = [];
  const close = (): void => {
    if (island.some((lexeme) => meets(lexeme, SEEDS))) {
      islands.push(island);
      island = [];
    } else {
      island.length = 0;
    }
  };
  let at = 0;
  while (at < text.length) {
    const kind = charClass(text.charCodeAt(at));
    if (kind === 'space' || kind === 'apostrophe') {
      at += 1;
      continue;
    }
    const plainEnd = kind === 'letter' ? endOfPlainWord(text, at, grammar) : at;
    if (plainEnd > at) {
      close();
      at = plainEnd;
      continue;
    }
    const found = lexemeAt(text, at, kind, { grammar, island });
    if (found.lexeme === undefined) {
      if (found.drop === true) {
        island.pop();
      }
      close();
    } else {
      island.push(found.lexeme);
    }
    at = found.end;
  }
  close();
  return islands;
}

const WIDE_DIGIT = /[０-９]/gu;

/** Digits as wide as Han letters are read as others; places stay the same. */
function withPlainDigits(text: string): string {
  return text.search(WIDE_DIGIT) < 0
    ? text
    : text.replaceAll(WIDE_DIGIT, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfe_e0));
}

/** One past a word at `at` that touches no digit and that no phrase begins with; `at` where it may be more. */
function endOfPlainWord(text: string, at: number, { table, mayOpen }: ValueGrammar): number {
  if (table.dense) {
    return at;
  }
  const end = endOfRun(text, at);
  return isDigit(text, at - 1) || isDigit(text, end) || mayOpen(text, at, end) ? at : end;
}

function isDigit(text: string, at: number): boolean {
  return at >= 0 && at < text.length && charClass(text.charCodeAt(at)) === 'digit';
}

function lexemeAt(text: string, at: number, kind: CharClass, reading: Reading): FoundLexeme {
  switch (kind) {
    case 'digit':
      return readDigits(text, at, reading);
    case 'letter':
      return reading.grammar.table.dense ? densePhrase(text, at, reading.grammar) : wordAt(text, at, reading);
    case 'mark':
      return markAt(text, at, reading);
    case 'space':
    case 'apostrophe':
      return { end: at + 1 };
    default:
      return kind satisfies never;
  }
}

function markAt(text: string, at: number, { grammar }: Reading): FoundLexeme {
  const joint = MARKS.get(text.charAt(at));
  if (joint !== undefined) {
    return { lexeme: { start: at, end: at + 1, ...joint }, end: at + 1 };
  }
  const found = longestPhrase(text, { at, end: at + 1 }, grammar);
  return found === undefined
    ? { end: at + 1 }
    : { lexeme: lexemeOf(at, found.end, found.phrase.senses), end: found.end };
}

function wordAt(text: string, at: number, { grammar, island }: Reading): FoundLexeme {
  const end = endOfRun(text, at);
  const glued = at > 0 && charClass(text.charCodeAt(at - 1)) === 'digit';
  const quarter = quarterAt(text, { at, end }, grammar);
  if (quarter !== undefined) {
    return quarter;
  }
  const found = longestPhrase(text, { at, end }, grammar);
  const lexeme = found && lexemeAs(text, at, found);
  if (found === undefined || lexeme === undefined) {
    const tied = glued && island.at(-1)?.end === at;
    return { end, ...(tied ? { drop: true } : {}) };
  }
  return { lexeme, end: found.end };
}

/** A phrase as it is written: codes count in capitals only, and a capital is kept for unsure words. */
function lexemeAs(text: string, at: number, { phrase, end }: FoundPhrase): Lexeme | undefined {
  const { senses, upper, read } = phrase;
  const first = text.charAt(at);
  const capital = senses.unsure === true && at > 0 && first !== first.toLowerCase();
  const written = phrase.code ? text.slice(at, end) : '';
  if (!capital && (!phrase.code || written !== written.toUpperCase())) {
    return read.low === 0 && read.high === 0 && read.top === 0 ? undefined : { start: at, end, ...read };
  }
  return lexemeOf(at, end, { ...senses, ...(phrase.code ? upper : {}), ...(capital ? { capital } : {}) });
}

/** "Q1", "T3", "H2": a letter of the language and one digit. */
function quarterAt(
  text: string,
  word: { readonly at: number; readonly end: number },
  { table }: ValueGrammar,
): FoundLexeme | undefined {
  if (word.end - word.at !== 1) {
    return undefined;
  }
  const digit = text.charAt(word.end);
  const letter = text.charAt(word.at).toLowerCase();
  const ends = charClass(text.charCodeAt(word.end + 1));
  if (
    !/^[1-4]$/u.test(digit) ||
    ends === 'digit' ||
    ends === 'letter' ||
    (letter !== 'q' && !table.quarterLetter.includes(letter))
  ) {
    return undefined;
  }
  const half = letter === 'h';
  const end = word.end + 1;
  return half && Number(digit) > 2
    ? undefined
    : { lexeme: lexemeOf(word.at, end, { quarter: `${half ? 'H' : 'Q'}${digit}` }), end };
}

function densePhrase(text: string, at: number, grammar: ValueGrammar): FoundLexeme {
  const phrases = grammar.phrases.get(text.charAt(at).toLowerCase()) ?? [];
  for (const phrase of phrases) {
    const word = phrase.words[0] ?? '';
    if (text.slice(at, at + word.length).toLowerCase() === word) {
      return { lexeme: lexemeOf(at, at + word.length, phrase.senses), end: at + word.length };
    }
  }
  return { end: at + 1 };
}
