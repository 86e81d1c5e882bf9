import { z } from 'zod';
import { editDistance, swapDistance } from './edit-distance.ts';

/** Other tools whose score of a pair can be told beside ours. */
export const SCORE_PROFILES = [
  'omegat',
  'omegat-words',
  'okapi',
  'weblate',
  'pontoon',
  'toolkit',
  'tolgee',
] as const;
export const ScoreProfile = z.enum(SCORE_PROFILES);
export type ScoreProfile = z.infer<typeof ScoreProfile>;

/**
 * The score that each tool's published formula gives for a text and a stored source, 0..100.
 *
 * Formulas alone: which candidates a tool finds, its stemming and its penalties are left out. Texts
 * are compared as they are written, without inline codes.
 */
export function profileScores(
  query: string,
  stored: string,
  profiles: readonly ScoreProfile[],
): Readonly<Partial<Record<ScoreProfile, number>>> {
  return Object.fromEntries(profiles.map((profile) => [profile, FORMULAS[profile](query, stored)]));
}

const FORMULAS: Readonly<Record<ScoreProfile, (query: string, stored: string) => number>> = {
  /** The third of its three scores, which its statistics count by: all tokens, in lower case. */
  omegat: (query, stored) => tokenScore(wordsAndGaps(lower(query)), wordsAndGaps(lower(stored))),
  /** The second: words without those that have a digit, in lower case. */
  'omegat-words': (query, stored) => tokenScore(plainWords(query), plainWords(stored)),
  okapi: okapiScore,
  weblate: (query, stored) => {
    const [a, b] = [Array.from(query), Array.from(stored)];
    return Math.floor(shareLeft(swapDistance(a, b), Math.max(a.length, b.length)));
  },
  pontoon: pontoonScore,
  toolkit: toolkitScore,
  /** PostgreSQL's `similarity`: trigrams of words that both have, of those that either has. */
  tolgee: (query, stored) => {
    const [a, b] = [trigramsOf(query), trigramsOf(stored)];
    const common = [...a].filter((each) => b.has(each)).length;
    const all = a.size + b.size - common;
    return all === 0 ? 0 : Math.round((100 * common) / all);
  },
};

const MAX_TOKENS = 1000;

/** OmegaT and Okapi: tokens that stay, of those of the longer text. Two without any have nothing in common. */
function tokenScore(query: readonly string[], stored: readonly string[]): number {
  const [a, b] = [query.slice(0, MAX_TOKENS), stored.slice(0, MAX_TOKENS)];
  return Math.floor(shareLeft(editDistance(a, b), Math.max(a.length, b.length)));
}

/** Tokens, spaces included; texts that are equal but for case, or once they are cut into tokens, have 99. */
function okapiScore(query: string, stored: string): number {
  if (query === stored) {
    return 100;
  }
  return Math.min(99, tokenScore(wordsAndGaps(lower(query)), wordsAndGaps(lower(stored))));
}

/** Texts of which one is longer are compared by what both have in common. */
const LONGEST_WEIGHTED = 255;

/** Depends on which text is stored: what the query has more costs one a character, what it lacks two. */
function pontoonScore(query: string, stored: string): number {
  const [a, b] = [Array.from(stored), Array.from(query)];
  const isShort = a.length <= LONGEST_WEIGHTED && b.length <= LONGEST_WEIGHTED;
  const insert = 1;
  const costs = isShort ? { insert, remove: 2, replace: 2 } : { insert, remove: 1, replace: 2 };
  const distance = editDistance(a, b, costs);
  return Math.round(Math.max(0, shareLeft(distance, a.length + b.length)));
}

/** Characters that are looked at; where both texts are longer and begin alike, some points go. */
const TOOLKIT_LENGTH = 200;
const TOOLKIT_CUT_POINTS = 7;

function toolkitScore(query: string, stored: string): number {
  const [a, b] = [Array.from(query), Array.from(stored)];
  const [cutA, cutB] = [a.slice(0, TOOLKIT_LENGTH), b.slice(0, TOOLKIT_LENGTH)];
  const distance = editDistance(cutA, cutB);
  const score = shareLeft(distance, Math.max(cutA.length, cutB.length));
  const cuts = [a, b].filter(({ length }) => length > TOOLKIT_LENGTH).length;
  const penalty = distance === 0 && query !== stored ? cuts * TOOLKIT_CUT_POINTS : 0;
  return Math.floor(score - penalty);
}

function shareLeft(distance: number, length: number): number {
  return length === 0 ? 0 : (100 * (length - distance)) / length;
}

let segmenter: Intl.Segmenter | undefined;

function wordSegments(text: string): readonly Intl.SegmentData[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return [...segmenter.segment(text)];
}

function wordsAndGaps(text: string): readonly string[] {
  return wordSegments(text).map(({ segment }) => segment);
}

function plainWords(text: string): readonly string[] {
  return wordSegments(lower(text)).flatMap(({ segment, isWordLike = false }) =>
    isWordLike && !/\p{Nd}/u.test(segment) ? [segment] : [],
  );
}

/** As PostgreSQL cuts words: letters and digits, two spaces before and one after. */
function trigramsOf(text: string): ReadonlySet<string> {
  const words = lower(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) => {
      const characters = Array.from(`  ${word} `);
      return characters.slice(2).map((_, at) => characters.slice(at, at + 3).join(''));
    }),
  );
}

function lower(text: string): string {
  return text.toLowerCase();
}
