import { type CharClass, charClass } from './char-class.ts';
import { type Lexeme, lexemeOf } from './lexeme.ts';
import { readDigits } from './read-digits.ts';
import type { FoundLexeme, Reading } from './reading.ts';
import { foldWord, type Phrase, type ValueGrammar } from './value-grammar.ts';

/** Lexemes that stand together: between two of them there is nothing but space and marks. */
export type Island = readonly Lexeme[];

/** Marks that join what stands around them; others part it. */
const MARKS: Readonly<Record<string, 'comma' | 'dash' | 'slash'>> = {
  ',': 'comma',
  '，': 'comma',
  '、': 'comma',
  '-': 'dash',
  '–': 'dash',
  '—': 'dash',
  '~': 'dash',
  '～': 'dash',
  '〜': 'dash',
  '/': 'slash',
};
/** What may stand between the words of a phrase. */
const JOINTS = " '’.-\u00A0\u202F";

/**
 * Reads the words, numbers and marks that values are made of, in one pass, and parts them where
 * other words stand. Islands without a word or number that can begin a value are left out.
 */
export function readIslands(written: string, grammar: ValueGrammar): readonly Island[] {
  const text = withPlainDigits(written);
  const islands: Lexeme[][] = [];
  let island: Lexeme[] = [];
  const close = (): void => {
    if (island.length > 0) {
      islands.push(island);
      island = [];
    }
  };
  let at = 0;
  while (at < text.length) {
    const kind = charClass(text.charCodeAt(at));
    if (kind === 'space' || kind === 'apostrophe') {
      at += 1;
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
  const mark = text.charAt(at);
  const joint = MARKS[mark];
  if (joint !== undefined) {
    return { lexeme: lexemeOf(at, at + 1, { [joint]: true }), end: at + 1 };
  }
  const found = longestPhrase(text, { at, end: at + 1 }, grammar);
  return found === undefined
    ? { end: at + 1 }
    : { lexeme: lexemeOf(at, found.end, found.phrase.senses), end: found.end };
}

function wordAt(text: string, at: number, { grammar, island }: Reading): FoundLexeme {
  const end = endOfWord(text, at);
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
  const { senses, upper, kinds } = phrase;
  const first = text.charAt(at);
  const capital = senses.unsure === true && at > 0 && first !== first.toLowerCase();
  const written = phrase.code ? text.slice(at, end) : '';
  if (!capital && (!phrase.code || written !== written.toUpperCase())) {
    return kinds.low === 0 && kinds.high === 0 && kinds.top === 0
      ? undefined
      : { start: at, end, senses, low: kinds.low, high: kinds.high, top: kinds.top };
  }
  return lexemeOf(at, end, { ...senses, ...(phrase.code ? upper : {}), ...(capital ? { capital } : {}) });
}

/** "Q1", "T3", "H2": a letter of the language and one digit. */
function quarterAt(
  text: string,
  word: { readonly at: number; readonly end: number },
  { table }: ValueGrammar,
): FoundLexeme | undefined {
  const digit = text.charAt(word.end);
  const letter = word.end - word.at === 1 ? text.charAt(word.at).toLowerCase() : '';
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

interface FoundPhrase {
  readonly phrase: Phrase;
  readonly end: number;
}

function longestPhrase(
  text: string,
  first: { readonly at: number; readonly end: number },
  grammar: ValueGrammar,
): FoundPhrase | undefined {
  const { keepAccents } = grammar.table;
  const phrases = grammar.phrases.get(foldWord(text.slice(first.at, first.end), keepAccents));
  for (const phrase of phrases ?? []) {
    const end = phrase.words.length === 1 ? first.end : endOfPhrase(text, first.end, phrase, keepAccents);
    if (end !== undefined && !cutsWord(text, end)) {
      const dot = phrase.dotted && text[end] === '.' && text[end + 1] !== '.';
      return { phrase, end: dot ? end + 1 : end };
    }
  }
  return undefined;
}

function cutsWord(text: string, end: number): boolean {
  return (
    end < text.length &&
    charClass(text.charCodeAt(end)) === 'letter' &&
    charClass(text.charCodeAt(end - 1)) === 'letter'
  );
}

function endOfPhrase(
  text: string,
  from: number,
  { words }: Phrase,
  keepAccents: boolean,
): number | undefined {
  let at = from;
  for (let index = 1; index < words.length; index += 1) {
    const start = skipJoints(text, at);
    const end = endOfWord(text, start);
    if (
      start === end ||
      cutsWord(text, start) ||
      foldWord(text.slice(start, end), keepAccents) !== words[index]
    ) {
      return undefined;
    }
    at = end;
  }
  return at;
}

function skipJoints(text: string, from: number): number {
  let at = from;
  while (at < from + 2 && at < text.length && JOINTS.includes(text.charAt(at))) {
    at += 1;
  }
  return at;
}

/** The end of a run of letters, or of a run of digits. */
function endOfWord(text: string, start: number): number {
  const kind = charClass(text.charCodeAt(start));
  let end = start;
  while (end < text.length && charClass(text.charCodeAt(end)) === kind) {
    end += 1;
  }
  return kind === 'letter' || kind === 'digit' ? end : Math.min(start + 1, text.length);
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
