import type { NameToken } from '../name-tokens.ts';
import { type DenseWords, denseWords, markDenseWord } from './dense-words.ts';
import { CASE, type WordForm } from './word-form.ts';

/** A sentence as a tagger reads it. */
export interface TaggerSegment {
  readonly text: string;
  readonly tokens: readonly NameToken[];
}

/** How far the case of a segment tells names from other words. */
export const TRUST = { sentence: 0, lower: 1, upper: 2, title: 3 } as const;

/** A document as a tagger reads it: the tokens of all segments in one row. */
export interface TaggerText {
  readonly forms: readonly WordForm[];
  /** Spans in the segment's text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Nothing stands between it and the token before. */
  readonly glued: Uint8Array;
  /** Carries a possessive `'s`. */
  readonly possessive: Uint8Array;
  /** First word of its segment. */
  readonly first: Uint8Array;
  /** Tokens `[offsets[s], offsets[s + 1])` belong to segment `s`. */
  readonly offsets: Int32Array;
  /** By segment: see `TRUST`. */
  readonly trust: Uint8Array;
  /** Absent where all words have spaces between them. */
  readonly dense: DenseWords | undefined;
}

/**
 * Puts the tokens of a document in a row. The letters of an abbreviation with its stops are one
 * token here ("U.S.", the "J." of a name).
 */
export function taggerText(
  segments: readonly TaggerSegment[],
  formOf: (text: string) => WordForm,
): TaggerText {
  const size = segments.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const forms: WordForm[] = [];
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  const glued = new Uint8Array(size);
  const possessive = new Uint8Array(size);
  const first = new Uint8Array(size);
  const offsets = new Int32Array(segments.length + 1);
  const trust = new Uint8Array(segments.length);
  let dense: DenseWords | undefined;
  for (const [index, { text, tokens }] of segments.entries()) {
    const from = forms.length;
    let at = 0;
    let seenWord = false;
    while (at < tokens.length) {
      const to = endOfAbbreviation(tokens, at);
      const token = tokens[at];
      const last = tokens[to - 1];
      if (token === undefined || last === undefined) {
        break;
      }
      const place = forms.length;
      if (isDense(token) && token.start === token.wordStart) {
        dense ??= denseWords(size);
        const letters = lettersOfWord(tokens, at);
        markDenseWord(dense, text.slice(token.wordStart, token.wordEnd), {
          from: place,
          to: place + letters,
        });
      }
      forms.push(formOf(to === at + 1 ? token.text : text.slice(token.start, last.end)));
      starts[place] = token.start;
      ends[place] = last.end;
      glued[place] = token.glued ? 1 : 0;
      possessive[place] = last.possessive ? 1 : 0;
      if (!seenWord && token.kind === 'word') {
        seenWord = true;
        first[place] = 1;
      }
      at = to;
    }
    offsets[index + 1] = forms.length;
    trust[index] = trustOf(forms, from, text);
  }
  return { forms, starts, ends, glued, possessive, first, offsets, trust, dense };
}

/** The first code unit of Kana, behind all scripts of Europe and most of Asia. */
const FIRST_KANA = 0x30_40;

function isDense(token: NameToken): boolean {
  return token.kind === 'word' && token.text.charCodeAt(0) >= FIRST_KANA && token.casing === 'none';
}

/** How many tokens from `at` on belong to the word that begins there. */
function lettersOfWord(tokens: readonly NameToken[], at: number): number {
  const end = tokens[at]?.wordEnd ?? 0;
  let to = at + 1;
  while ((tokens[to]?.end ?? end + 1) <= end) {
    to += 1;
  }
  return to - at;
}

/** One past the last token of "U.S.", "J.R.R." or, before a capital, "J."; else one past `at`. */
function endOfAbbreviation(tokens: readonly NameToken[], at: number): number {
  let to = at;
  while (isLetter(tokens[to]) && tokens[to + 1]?.text === '.' && tokens[to + 1]?.glued === true) {
    if (to > at && tokens[to]?.glued !== true) {
      break;
    }
    to += 2;
  }
  if (to === at) {
    return at + 1;
  }
  const single = to === at + 2;
  const next = tokens[to];
  if (!single) {
    return isLetter(next) && next?.glued === true ? to + 1 : to; // "U.S" without its last stop
  }
  if (isLetter(next) && next?.glued === true) {
    return to + 1;
  }
  const initial = next !== undefined && (next.casing === 'capital' || next.casing === 'upper');
  return initial && tokens[at]?.text !== 'I' ? to : at + 1;
}

function isLetter(token: NameToken | undefined): boolean {
  return token?.kind === 'word' && token.text.length === 1 && token.casing === 'capital';
}

function trustOf(forms: readonly WordForm[], from: number, text: string): number {
  let lower = 0;
  let capital = 0;
  let upper = 0;
  let long = 0;
  let longCapital = 0;
  for (let at = from; at < forms.length; at += 1) {
    const { casing, length } = forms[at] ?? { casing: 0, length: 0 };
    lower += casing === CASE.lower ? 1 : 0;
    capital += casing === CASE.capital || casing === CASE.mixed ? 1 : 0;
    upper += casing === CASE.upper ? 1 : 0;
    if (length > 3 && casing !== CASE.none) {
      long += 1;
      longCapital += casing === CASE.lower ? 0 : 1;
    }
  }
  if (upper > 1 && upper > 3 * (lower + capital)) {
    return TRUST.upper;
  }
  if (capital + upper === 0) {
    return TRUST.lower;
  }
  const closed = /[.!?…]["”’)]*$/u.test(text);
  return !closed && long >= 4 && longCapital > 0.7 * long ? TRUST.title : TRUST.sentence;
}
