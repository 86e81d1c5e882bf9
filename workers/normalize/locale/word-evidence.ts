import { KIND, kindAt } from '../../../shared/text/character-kind.ts';
import { FUNCTION_WORDS } from '../../../shared/text/function-words.ts';
import { OWN_LETTERS } from './alphabets.ts';

/** Natural logarithms of likelihood, by language: only differences mean something. */
export type Evidence = ReadonlyMap<string, number>;

/** The words of a text in lower case, in order; a script without spaces gives long ones. */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase().replaceAll('i\u0307', 'i').replaceAll('’', "'");
  const words: string[] = [];
  for (let start = 0; start < lower.length; ) {
    const end = lettersEnd(lower, start);
    if (end > start) {
      words.push(lower.slice(start, end));
    }
    start = end + 1;
  }
  return words;
}

/** Where the letters that start at `at` end; apostrophes between two of them belong to them. */
function lettersEnd(text: string, at: number): number {
  let end = at;
  while (isLetter(text, end) || (end > at && text.charAt(end) === "'" && isLetter(text, end + 1))) {
    end += 1;
  }
  return end;
}

function isLetter(text: string, at: number): boolean {
  return (kindAt(text, at) & (KIND.letter | KIND.mark)) !== 0;
}

/** Share of a text that the most frequent word of a list makes up; the n-th has about a n-th of it. */
const FIRST_SHARE = 0.06;
/** How often a word that is not in a language's list is met in it. */
const OTHER_SHARE = 0.0002;

interface Weight {
  /** Its place in `LANGUAGES`. */
  readonly place: number;
  readonly weight: number;
}

const LANGUAGES = Object.keys(FUNCTION_WORDS);
let table: ReadonlyMap<string, readonly Weight[]> | undefined;

/** Adds up, for each language, how much its function words among `words` speak for it. */
export function wordEvidence(words: readonly string[]): Evidence {
  table ??= buildTable();
  const sums = new Float64Array(LANGUAGES.length);
  for (const word of words) {
    for (const { place, weight } of table.get(word) ?? NO_WEIGHTS) {
      sums[place] = (sums[place] ?? 0) + weight;
    }
  }
  return new Map(
    LANGUAGES.map((language, place) => [language, sums[place] ?? 0] as const).filter(([, sum]) => sum > 0),
  );
}

const NO_WEIGHTS: readonly Weight[] = [];

/** How many of the words are function words of the language. */
export function countFunctionWords(words: readonly string[], language: string): number {
  table ??= buildTable();
  const known = table;
  const place = LANGUAGES.indexOf(language);
  return words.filter((word) => known.get(word)?.some((weight) => weight.place === place)).length;
}

/** Whether there is a list of function words for the language. */
export function hasFunctionWords(language: string): boolean {
  return language in FUNCTION_WORDS;
}

function buildTable(): ReadonlyMap<string, readonly Weight[]> {
  const weights = new Map<string, Weight[]>();
  for (const [place, list] of Object.values(FUNCTION_WORDS).entries()) {
    for (const [rank, word] of [...new Set(list.split(' '))].entries()) {
      const weight = Math.log(FIRST_SHARE / (rank + 1.5) / OTHER_SHARE);
      const known = weights.get(word) ?? [];
      known.push({ place, weight: Math.max(0.5, weight) });
      weights.set(word, known);
    }
  }
  return weights;
}

/** What one letter that a language does not have takes from it. */
const FOREIGN_LETTER = 4;

const letters = new Map(Object.entries(OWN_LETTERS).map(([language, own]) => [language, new Set(own)]));
const distinctive = new Set([...letters.values()].flatMap((own) => [...own]));

/** What the letters of a text speak against each of the languages: 0 or less. */
export function letterEvidence(text: string, languages: readonly string[]): Evidence {
  const counts = new Map<string, number>();
  for (const letter of text.toLowerCase()) {
    if (distinctive.has(letter)) {
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
  }
  const evidence = new Map<string, number>();
  for (const language of counts.size === 0 ? [] : languages) {
    const own = letters.get(language);
    let foreign = 0;
    for (const [letter, count] of own === undefined ? [] : counts) {
      foreign += own?.has(letter) === true ? 0 : count;
    }
    evidence.set(language, -FOREIGN_LETTER * foreign);
  }
  return evidence;
}
