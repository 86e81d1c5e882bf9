import { FUNCTION_WORDS } from '../text/function-words.ts';

/** A word of running text, or `undefined` for what is none: an address, a path, a name in a program. */
export interface ProseWord {
  readonly text: string | undefined;
  readonly start: number;
  readonly end: number;
}

const CHUNK = /[^\s\uFFFC]+/gu;
const EDGES = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu;
const WORD = /^\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)?$/u;

/** Splits a text at its spaces. Marks at the edges of a word are no part of it; marks alone are left out. */
export function proseWords(text: string): readonly ProseWord[] {
  return [...text.matchAll(CHUNK)].flatMap(({ index, 0: chunk }): readonly ProseWord[] => {
    const word = chunk.replaceAll(EDGES, '');
    const start = index + chunk.indexOf(word);
    const isProse = WORD.test(word) || /^\p{Nd}+$/u.test(word);
    return word === '' ? [] : [{ text: isProse ? word : undefined, start, end: start + word.length }];
  });
}

/** Words by pair of languages; made once each. */
const known = new Map<string, ReadonlySet<string>>();

/**
 * Words of which every text in the language `from` is full and that the language `to` does not use so;
 * none where nothing is known of `from`.
 */
export function tellingWords(from: string, to: string): ReadonlySet<string> {
  const name = `${from} ${to}`;
  const words = known.get(name) ?? difference(FUNCTION_WORDS[from], FUNCTION_WORDS[to]);
  known.set(name, words);
  return words;
}

function difference(words = '', without = ''): ReadonlySet<string> {
  const others = new Set(without.split(' '));
  return new Set(words.split(' ').filter((word) => word !== '' && !others.has(word)));
}
