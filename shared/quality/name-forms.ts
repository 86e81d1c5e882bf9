import type { CheckedName } from './checked-pair.ts';

/** A text in which names are looked for. */
export interface NameText {
  readonly text: string;
  readonly words: readonly string[];
}

/** Makes a text ready: without case, accents and marks, with its words. */
export function readNameText(text: string): NameText {
  const folded = foldName(text);
  return { text: folded, words: folded.match(/[\p{L}\p{N}]+/gu) ?? [] };
}

/**
 * Tells whether a name is in a text, in any of its forms: a person may be called by any part of the name, of
 * other names most letters must be there. Words are compared by their beginnings and allowing for
 * another spelling, since many languages decline names or write them in several ways.
 */
export function isNamed({ text, forms, type }: CheckedName, target: NameText): boolean {
  return [text, ...forms].some((form) => {
    const words = wordsOf(form);
    if (words.every((word) => word.length <= MAX_EXACT && !DENSE.test(word))) {
      return ` ${target.words.join(' ')} `.includes(` ${words.join(' ')} `);
    }
    const found = words.filter((word) => hasWord(word, target));
    return type === 'PER' ? found.length > 0 : lettersOf(found) >= lettersOf(words) * MOST_LETTERS;
  });
}

/** Share of the letters of a name of several words that makes it. */
const MOST_LETTERS = 0.65;

function wordsOf(form: string): readonly string[] {
  const folded = foldName(form);
  const words =
    folded.match(
      /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]+|[\p{Script=Latin}\p{N}]+|[\p{L}\p{N}]+/gu,
    ) ?? [];
  const long = words.filter((word) => word.length > 2 || !/^\p{Script=Latin}/u.test(word));
  return long.length === 0 ? [folded.replaceAll(/[^\p{L}\p{N}]/gu, '')] : long;
}

function lettersOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}

/** Scripts whose words are not parted, or have particles behind them. */
const DENSE = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}]/u;
/** Scripts that write articles and prepositions onto a word, and few vowels. */
const PREFIXING = /^[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const LONGEST_PREFIX = 3;
/** Signs up to which a name has no stem. */
const MIN_SIGNS = 4;
/** Letters up to which a name must be there as it is. */
const MAX_EXACT = 3;

function hasWord(word: string, { text, words }: NameText): boolean {
  if (DENSE.test(word)) {
    return hasSigns(word, text);
  }
  if (word.length <= MAX_EXACT) {
    return words.includes(word);
  }
  if (!PREFIXING.test(word)) {
    return words.some((other) => isLike(word, other));
  }
  const bare = withoutInnerVowels(word.replace(/^ال/u, ''));
  return words.some((other) => {
    for (let at = 0; at <= LONGEST_PREFIX; at += 1) {
      const rest = other.slice(at);
      if (isLike(word, rest) || (bare.length > MAX_EXACT && isLike(bare, withoutInnerVowels(rest)))) {
        return true;
      }
    }
    return false;
  });
}

/** Whether a word of a text begins as a name does, allowing for its first letter or one other. */
function isLike(name: string, word: string): boolean {
  const most = name.slice(0, Math.max(MIN_SPELLED, name.length - 1));
  return (
    word.startsWith(stemOf(name)) ||
    (most.length >= MIN_SPELLED && isNear(most, word)) ||
    (name.length >= MIN_SPELLED && word.startsWith(name.slice(1), 1))
  );
}

function hasSigns(word: string, text: string): boolean {
  const stem = word.length <= MIN_SIGNS ? word : stemOf(word);
  return (
    text.includes(stem) ||
    (word.length > 3 && text.includes(word.slice(1))) ||
    (/^\p{Script=Han}{3}/u.test(word) && text.includes(word.charAt(0) + word.slice(-1)))
  );
}

/** What declension leaves of a word. */
function stemOf(word: string): string {
  return word.length <= 4
    ? word.slice(0, /^[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word) ? word.length - 1 : word.length)
    : word.slice(0, Math.max(4, Math.ceil(word.length * 0.7)));
}

/** Letters from which on one of them may differ. */
const MIN_SPELLED = 6;

/** Whether a word begins with the stem with one letter exchanged, left out or put in, not its first. */
function isNear(stem: string, word: string): boolean {
  let same = 0;
  while (same < stem.length && word[same] === stem[same]) {
    same += 1;
  }
  if (same === 0 || same === stem.length) {
    return same > 0;
  }
  const rest = stem.slice(same + 1);
  return (
    word.startsWith(rest, same + 1) ||
    word.startsWith(rest, same) ||
    word.startsWith(stem.slice(same), same + 1)
  );
}

/** Arabic script writes the vowels inside a foreign name in one way or another, or not at all. */
function withoutInnerVowels(text: string): string {
  return text.replaceAll(/(?<=\p{L})[اويی](?=\p{L})/gu, '');
}

/** Without case, accents and marks. */
function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}|[\u200B-\u200F'’‘"“”״׳]/gu, '')
    .normalize('NFC')
    .toLowerCase();
}
