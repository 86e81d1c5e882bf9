/**
 * What is known of a word form before an article is read. Counts are those of training texts, of
 * words inside a sentence, as logarithmic steps: 0 none, 1 once, 2 twice, 3 up to 4, 4 up to 8, ...
 */
export interface WordInfo {
  /** Step of times written small; 0..15. */
  readonly lower: number;
  /** Step of times written with a capital; 0..15. */
  readonly capital: number;
  /** Step of times that persons were found with this name; 0..15. */
  readonly person: number;
  /** Whether it is a place's name, or a word of one. */
  readonly isPlace: boolean;
}

export const UNKNOWN_WORD: WordInfo = { lower: 0, capital: 0, person: 0, isPlace: false };

const MAX_STEP = 15;

/** The logarithmic step of a count. */
export function stepOf(count: number): number {
  return count <= 0 ? 0 : Math.min(MAX_STEP, 1 + Math.ceil(Math.log2(count)));
}

/** How a word is mostly written: the coarse view that its neighbours have of it. Numbers, as features are made of them. */
export const WORD_CLASS = {
  unknown: 0,
  function: 1,
  small: 2,
  mixed: 3,
  capital: 4,
  person: 5,
  place: 6,
  number: 7,
  /** No word at all. */
  none: 8,
} as const;
export type WordClass = (typeof WORD_CLASS)[keyof typeof WORD_CLASS];

/** The class of a word; never `none`. */
export function classOf(word: string, info: WordInfo): WordClass {
  if (/^\p{N}/u.test(word)) {
    return WORD_CLASS.number;
  }
  if (info.capital === 0 && info.lower === 0) {
    return info.isPlace ? WORD_CLASS.place : info.person > 0 ? WORD_CLASS.person : WORD_CLASS.unknown;
  }
  if (info.capital === 0) {
    return info.lower >= FUNCTION_STEP ? WORD_CLASS.function : WORD_CLASS.small;
  }
  const difference = info.lower - info.capital;
  if (difference >= 5) {
    return WORD_CLASS.small;
  }
  return difference <= -4 || info.lower === 0 ? WORD_CLASS.capital : WORD_CLASS.mixed;
}

/** A word that was written small so many steps, and never otherwise, is never a name. */
const FUNCTION_STEP = 6;
