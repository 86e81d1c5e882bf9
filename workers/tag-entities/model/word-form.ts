import { fold } from '../../../shared/text/fold.ts';
import { remembered } from '../../../shared/text/remembered.ts';
import { hashSlice, hashText } from './hashes.ts';
import { flagsOf, LEXICON, type Lexicon, lexiconKey, WORD_BITS } from './lexicon.ts';

/** How a word is cased; a number so that it can stand in typed arrays. */
export const CASE = { none: 0, lower: 1, capital: 2, upper: 3, mixed: 4 } as const;

/** All that features need of a word, whatever stands beside it. */
export interface WordForm {
  readonly key: string;
  /** Hash of the folded form. */
  readonly word: number;
  /** Hash of the form as written. */
  readonly exact: number;
  /** Hash of the pattern of capitals, small letters, digits and marks; runs count once. */
  readonly shape: number;
  readonly casing: number;
  /** Hashes of the first 1, 2, 3 and 4 letters and of the last ones, folded; 0 where it is shorter. */
  readonly affixes: readonly number[];
  /** What the lexicon knows of the word. */
  readonly flags: number;
  /** Begins a phrase of the lexicon. */
  readonly opens: boolean;
  readonly length: number;
  /** What `attach` made of it. */
  readonly sums: Int32Array;
}

const NOTHING = new Int32Array(0);

/** Stands beside the first and the last word of a sentence. */
export const EDGE: WordForm = {
  key: '',
  word: 0x1d_e4,
  exact: 0x1d_e4,
  shape: 0x1d_e4,
  casing: 7,
  affixes: [],
  flags: 0,
  opens: false,
  length: 0,
  sums: NOTHING,
};

/**
 * Reads words by a lexicon and remembers them: the same text gives the same form. `attach` makes the
 * sums that a form carries with it.
 */
export function wordFormReader(
  lexicon: Lexicon,
  attach: (form: WordForm) => Int32Array = () => NOTHING,
): (text: string) => WordForm {
  return remembered((text) => {
    const plain = formOf(text, lexicon);
    return { ...plain, sums: attach(plain) };
  });
}

function formOf(text: string, lexicon: Lexicon): WordForm {
  const key = fold(text);
  const word = hashText(key);
  const looked = lexiconKey(text);
  const own = flagsOf(lexicon, word);
  // A shouted name is still a name; a shouted everyday word is none.
  const shouted =
    looked === key ? 0 : own & (LEXICON.name | LEXICON.commonName | LEXICON.frequentName | LEXICON.title);
  const flags = looked === key ? own : shouted | flagsOf(lexicon, hashText(looked));
  const affixes: number[] = [];
  for (let size = 1; size <= 4; size += 1) {
    const fits = key.length > size;
    affixes.push(
      fits ? hashSlice(key, 0, size) : 0,
      fits ? hashSlice(key, key.length - size, key.length) : 0,
    );
  }
  return {
    key,
    word,
    exact: hashText(text),
    shape: shapeOf(text),
    casing: caseOf(text),
    affixes,
    flags: flags & WORD_BITS,
    opens: (own & LEXICON.opens) !== 0,
    length: text.length,
    sums: NOTHING,
  };
}

function shapeOf(text: string): number {
  let shape = '';
  let last = '';
  let run = 0;
  for (const char of text) {
    const kind = kindOf(char);
    run = kind === last ? run + 1 : 1;
    if (run <= 2) {
      shape += kind;
    }
    last = kind;
  }
  return hashText(shape);
}

function kindOf(char: string): string {
  if (char >= 'a' && char <= 'z') {
    return 'x';
  }
  if (char >= 'A' && char <= 'Z') {
    return 'X';
  }
  if (char >= '0' && char <= '9') {
    return '0';
  }
  if (char < '\u0080') {
    return char;
  }
  const lower = char.toLowerCase();
  return lower === char.toUpperCase() ? 'o' : char === lower ? 'x' : 'X';
}

function caseOf(text: string): number {
  const lower = text.toLowerCase();
  const upper = text.toUpperCase();
  if (lower === upper) {
    return CASE.none;
  }
  if (text === lower) {
    return CASE.lower;
  }
  if (text === upper) {
    return text.length === 1 || (text.length === 2 && text.endsWith('.')) ? CASE.capital : CASE.upper;
  }
  const first = text.slice(0, 1);
  const rest = text.slice(1);
  return first === first.toUpperCase() && rest === rest.toLowerCase() ? CASE.capital : CASE.mixed;
}
