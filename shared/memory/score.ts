import { PLACEHOLDER } from '../document/inline-code.ts';
import { tokenize } from '../text/tokenize.ts';
import { sameCodes, samePlacedCodes } from './code-facts.ts';
import { type Comparable, isWordToken } from './comparable.ts';
import { type TokenDistance, tokenDistance } from './token-distance.ts';

/**
 * Why a score is not its base. `points` are taken off; context adds, so its points are negative.
 *
 * - `case` 1, `punctuation` 2, `spacing` 2: the words are equal, and this alone differs
 * - `codes` 1: other inline codes, or the same ones around other words
 * - `ambiguous` 1: the same source has another target, and context does not decide between them
 * - `stale` 1: another target was approved later for the same text in the same place
 * - `memory`, `variant`: configured, for a memory of lower rank and another variant of the locale
 * - `unreviewed`: configured, for targets that no person has reviewed
 * - `context-neighbours` -1, `context-key` -1: equal text in an equal place
 * - `context-version` -1, in place of `context-neighbours`: equal text where it stood in the version before
 */
export interface Deduction {
  readonly name:
    | 'case'
    | 'punctuation'
    | 'spacing'
    | 'codes'
    | 'ambiguous'
    | 'stale'
    | 'memory'
    | 'variant'
    | 'unreviewed'
    | 'context-neighbours'
    | 'context-key'
    | 'context-version';
  readonly points: number;
}

/** How near two sources are: `base` less the points is the score. */
export interface SourceScore {
  readonly base: number;
  readonly deductions: readonly Deduction[];
}

/** A query made ready for many candidates. */
export interface Scorer {
  readonly query: Comparable;
  readonly distance: TokenDistance;
}

/** Prepares the comparison of `query` with any number of candidates. */
export function scorerOf(query: Comparable): Scorer {
  return { query, distance: tokenDistance(query.tokens, query.weight) };
}

/**
 * Compares two sources by formula `SCORE_FORMULA`; answers undefined where the score is below
 * `minScore`.
 *
 * `base` is `floor(100 * (w - d) / w)`. w is the weight of the heavier text and d the Levenshtein
 * distance, both in units: a word or number has two, a mark or an inline code standing alone has one;
 * lower case, NFC, white space ignored. Where all words and numbers are equal, `base` is 100, and
 * `punctuation`, `spacing`, `case` and `codes` are taken off, each once. So one word in ten makes 90,
 * and a missing comma alone 98 in any sentence.
 */
export function scoreSources(
  { query, distance }: Scorer,
  candidate: Comparable,
  minScore: number,
): SourceScore | undefined {
  const score =
    query.text === candidate.text || sameWords(query, candidate)
      ? { base: 100, deductions: surfaceDeductions(query, candidate) }
      : fuzzyScore({ query, distance }, candidate, minScore);
  return score !== undefined && totalOf(score) >= minScore ? score : undefined;
}

/** `base` less all points, never below 0. */
export function totalOf({ base, deductions }: SourceScore): number {
  return Math.max(
    0,
    deductions.reduce((score, { points }) => score - points, base),
  );
}

/** The formula alone: weights a and b at distance d. Two empty texts score 0: there is nothing to reuse. */
export function baseScore(a: number, b: number, distance: number): number {
  const heavier = Math.max(a, b);
  return heavier === 0 ? 0 : Math.floor((100 * (heavier - distance)) / heavier);
}

/** The largest distance at which texts of which the heavier weighs `heavier` still score `minScore`. */
export function largestDistance(heavier: number, minScore: number): number {
  return Math.floor((heavier * (100 - minScore)) / 100);
}

function fuzzyScore(
  { query, distance }: Scorer,
  candidate: Comparable,
  minScore: number,
): SourceScore | undefined {
  const limit = largestDistance(Math.max(query.weight, candidate.weight), minScore);
  const found = distance.to(candidate.tokens, candidate.weight, limit);
  if (found > limit) {
    return undefined;
  }
  const base = baseScore(query.weight, candidate.weight, found);
  const deductions: Deduction[] = sameCodes(query.codes, candidate.codes)
    ? []
    : [{ name: 'codes', points: 1 }];
  return { base, deductions };
}

function surfaceDeductions(query: Comparable, candidate: Comparable): readonly Deduction[] {
  const deductions: Deduction[] = [];
  const isSame = query.text === candidate.text;
  if (!isSame && writtenWords(query) !== writtenWords(candidate)) {
    deductions.push({ name: 'case', points: 1 });
  }
  const surface = isSame ? undefined : surfaceDifference(query, candidate);
  if (surface !== undefined) {
    deductions.push({ name: surface, points: 2 });
  }
  const placed = isSame ? samePlacedCodes : sameCodes;
  if (!placed(query.codes, candidate.codes)) {
    deductions.push({ name: 'codes', points: 1 });
  }
  return deductions;
}

/** What differs besides case and codes. */
function surfaceDifference(query: Comparable, candidate: Comparable): 'punctuation' | 'spacing' | undefined {
  const a = bareText(query);
  const b = bareText(candidate);
  if (a === b) {
    return undefined;
  }
  return a.replaceAll(' ', '') === b.replaceAll(' ', '') ? 'spacing' : 'punctuation';
}

/** Lower case and without placeholders; where a code stood between spaces one of them goes too. */
function bareText({ text }: Comparable): string {
  const bare = text.includes(PLACEHOLDER)
    ? text.replaceAll(PLACEHOLDER, '').replaceAll(/ {2,}/gu, ' ').trim()
    : text;
  return bare.toLowerCase();
}

/** The words and numbers in the case in which they are written, with one form of the apostrophe. */
function writtenWords({ text }: Comparable): string {
  const words = tokenize(text).filter(({ kind }) => kind === 'word' || kind === 'number');
  return words.map((word) => word.text.replaceAll(/[\u2019\u02BC]/gu, "'")).join(' ');
}

/** Texts without any word are compared by all their tokens. */
function sameWords(a: Comparable, b: Comparable): boolean {
  if (a.words !== b.words) {
    return false;
  }
  const every = a.words === 0;
  let at = 0;
  let other = 0;
  for (;;) {
    at = nextToken(a.tokens, at, every);
    other = nextToken(b.tokens, other, every);
    if (at === a.tokens.length || other === b.tokens.length) {
      return at === a.tokens.length && other === b.tokens.length;
    }
    if (a.tokens[at] !== b.tokens[other]) {
      return false;
    }
    at += 1;
    other += 1;
  }
}

/** The next word from `at` on, or (`every`) the next token; the length where there is none. */
function nextToken(tokens: Uint32Array, at: number, every: boolean): number {
  if (every) {
    return at;
  }
  let next = at;
  while (next < tokens.length && !isWordToken(tokens[next] ?? 0)) {
    next += 1;
  }
  return next;
}
