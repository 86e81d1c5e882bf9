import { fold, stripAccents } from '../text/fold.ts';

/** Not part of a word. */
export const SEPARATOR = 1;
/** A mark on the letter before it, which does not count when names are compared. */
export const SKIPPED_MARK = 2;
/** A format character: passed over inside a word. */
export const SKIPPED_FORMAT = 3;
/** Folds to more than one code unit: see `expansionOf`. */
export const EXPANDED = 4;
/** First half of a character outside the basic plane. */
export const PAIRED = 5;

/**
 * What each code unit of the basic plane counts as when names are compared: one of the constants
 * above, else a code unit. 0 is "not asked yet": the tables are memos of pure functions.
 */
export interface FoldedUnits {
  readonly units: Uint16Array;
  readonly fold: (text: string) => string;
}

/** Without case and accents: what decides whether a name is found. */
export const LOOSE: FoldedUnits = { units: new Uint16Array(0x1_00_00), fold: (text) => plain(fold(text)) };

/** Without accents, case kept. */
export const CASED: FoldedUnits = {
  units: new Uint16Array(0x1_00_00),
  fold: (text) => plain(stripAccents(text)),
};

/** As it is written. */
export const WRITTEN: FoldedUnits = { units: new Uint16Array(0x1_00_00), fold: (text) => text };

/** The folded unit of `code`, worked out at the first time. */
export function unitOf({ units, fold: folding }: FoldedUnits, code: number): number {
  const known = units[code];
  if (known !== undefined && known !== 0) {
    return known;
  }
  const found = classify(code, folding);
  units[code] = found;
  return found;
}

/** The units that a character folds to where it is more than one ("ß", or a letter beyond the basic plane). */
export function expansionOf(char: string, { fold: folding }: FoldedUnits): string {
  return folding(char);
}

/** Marks of Latin, Hebrew and Arabic letters, the Arabic lengthening stroke, variation selectors. */
const JOINED_MARK =
  /^(?:[\u{300}-\u{36F}]|[\u{591}-\u{5C7}]|[\u{610}-\u{61A}]|\u{640}|[\u{64B}-\u{65F}]|\u{670}|[\u{FE00}-\u{FE0F}])/u;

function classify(code: number, folding: (text: string) => string): number {
  if (code >= 0xd8_00 && code <= 0xdf_ff) {
    return code < 0xdc_00 ? PAIRED : SEPARATOR;
  }
  const char = String.fromCodePoint(code);
  if (JOINED_MARK.test(char)) {
    return SKIPPED_MARK;
  }
  if (/^\p{Cf}/u.test(char)) {
    return SKIPPED_FORMAT;
  }
  if (!/^[\p{L}\p{M}\p{N}]/u.test(char)) {
    return SEPARATOR;
  }
  const folded = folding(char);
  return folded.length === 1 ? folded.charCodeAt(0) : EXPANDED;
}

/** Letters that a language writes in two ways without another meaning. */
const VARIANTS: Readonly<Record<string, string>> = {
  ё: 'е',
  Ё: 'Е',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ά: 'α',
  έ: 'ε',
  ή: 'η',
  ί: 'ι',
  ό: 'ο',
  ύ: 'υ',
  ώ: 'ω',
  ς: 'σ',
};

function plain(text: string): string {
  return VARIANTS[text] ?? text;
}

/**
 * Scripts whose letters are compared one by one: those without spaces between words, and Hangul,
 * where particles are written onto a name.
 */
export function isLetterByLetter(code: number): boolean {
  return (
    code >= 0x0e_00 &&
    (code <= 0x0e_ff ||
      (code >= 0x10_00 && code <= 0x10_9f) ||
      (code >= 0x17_80 && code <= 0x17_ff) ||
      (code >= 0x30_05 && code <= 0x30_ff) ||
      (code >= 0x31_f0 && code <= 0x31_ff) ||
      (code >= 0x34_00 && code <= 0x9f_ff) ||
      (code >= 0xac_00 && code <= 0xd7_a3) ||
      (code >= 0xf9_00 && code <= 0xfa_ff))
  );
}
