import { stripAccents } from '../../../shared/text/fold.ts';

/** Words of a name that give its acronym no letter, though some do. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'of the for and in on to de la las los del da do dos das des du et y e und der die des für di della per & a an'.split(
    ' ',
  ),
);

/** Tells whether the capitals of `acronym` begin words of `name`, in order, the first of them the first. */
export function standsFor(acronym: string, name: string): boolean {
  const initials = stripAccents(name)
    .split(/[\s-]+/u)
    .map((word) => word.charAt(0).toUpperCase());
  let at = 0;
  for (const letter of lettersOf(acronym)) {
    const found = initials.indexOf(letter, at);
    if (found < 0) {
      return false;
    }
    at = found + 1;
  }
  return at > 1;
}

/**
 * Where the words that `acronym` stands for begin in `before`, the text in front of its bracket: each
 * letter begins a word, and only small words have none. -1 where they do not stand there.
 *
 * @example spelledOutAt('INE', 'officials of the National Electoral Institute') // -1: other order
 * @example spelledOutAt('CRA', 'staff of the Coastal Relief Agency') // 13
 */
export function spelledOutAt(acronym: string, before: string): number {
  const letters = Array.from(lettersOf(acronym));
  const words = [...before.matchAll(/[\p{L}\p{M}\p{N}'’&]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*/gu)].slice(
    -2 * letters.length - 2,
  );
  let letter = letters.length - 1;
  for (const word of words.toReversed()) {
    const text = stripAccents(word[0]);
    if (text.charAt(0).toUpperCase() === letters[letter]) {
      if (letter === 0) {
        const isCapital = /^\p{Lu}/u.test(text);
        return letters.length >= 3 || isCapital ? word.index : -1;
      }
      letter -= 1;
    } else if (!SMALL_WORDS.has(text.toLowerCase())) {
      return -1;
    }
  }
  return -1;
}

function lettersOf(acronym: string): string {
  return stripAccents(acronym).replaceAll(/[^\p{Lu}]/gu, '');
}
