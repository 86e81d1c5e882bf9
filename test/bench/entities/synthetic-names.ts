import { seededRandom } from './seeded-random.ts';

const ONSETS = 'b br c ch d dr f fl g gr h j k kl l m n p pr qu r s sh st t tr v w y z'.split(' ');
const VOWELS = 'a e i o u ai au ea ei ia io oa ou á é í ó ö ü'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 's', 'l', 'm', 'nd', 'rt', 'ck', 'ng', 'x'];
const LINKS = ['of', 'de', 'and', 'van', 'al-', 'for the'];

/** How many different words the names are made of: given names and family names of a large country. */
const WORDS = 60_000;

/**
 * Makes `count` different names of one to four words, each word of two to four syllables. Words recur
 * as names do: the most frequent stand in thousands of them (a third power of a uniform number). The
 * same seed gives the same names.
 */
export function syntheticNames(count: number, seed = 1): readonly string[] {
  const random = seededRandom(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const words = Array.from({ length: WORDS }, () => {
    const syllables = 2 + Math.floor(random() * 2.4);
    const word = Array.from({ length: syllables }, () => pick(ONSETS) + pick(VOWELS) + pick(CODAS)).join('');
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
  const word = (): string => words[Math.floor(random() ** 3 * words.length)] ?? '';
  const names = new Set<string>();
  while (names.size < count) {
    const shape = random();
    const name =
      shape < 0.05
        ? (words[Math.floor(random() * words.length)] ?? '')
        : shape < 0.65
          ? `${word()} ${word()}`
          : shape < 0.9
            ? `${word()} ${word()} ${word()}`
            : `${word()} ${pick(LINKS)} ${word()} ${word()}`;
    names.add(name);
  }
  return [...names];
}
