import type { CaseToken } from '../case-tokens.ts';
import { caseFeatures, couplingWeights } from './case-features.ts';
import { type CaseSequence, caseSequences, isEnding } from './case-sequence.ts';
import { decodeCase, type Observed } from './decode-case.ts';
import { WORD_CLASS, type WordInfo } from './word-info.ts';

/** A word of the model: what is known of it, and how it is written where not simply capitalized. */
export interface ModelWord extends WordInfo {
  /** "NATO", "McDonald". */
  readonly form?: string;
}

/** Weights and words that were learned from texts in correct case. */
export interface CaseModel {
  readonly language: string;
  readonly words: ReadonlyMap<string, ModelWord>;
  /** One to a feature place, in units of `scale`. */
  readonly weights: Int8Array;
  readonly scale: number;
}

interface ModelBlock {
  readonly text: string;
  readonly tokens: readonly CaseToken[];
}

/**
 * For each word of an article the probability, 0..1, that it is written with a capital. A capital
 * inside a sentence counts as certain; numbers and words that are always small get 0.
 *
 * @param priorOf log odds that are added for a word without a capital, by what the article says of it.
 */
export function capitalProbabilities(
  model: CaseModel,
  blocks: readonly ModelBlock[],
  priorOf: (token: CaseToken) => number,
): Float64Array[] {
  const weightOf = (place: number): number => (model.weights[place] ?? 0) * model.scale;
  const couplings = couplingWeights(weightOf);
  return caseSequences(blocks, (word) => model.words.get(word)).map((sequence, number) => {
    const tokens = blocks[number]?.tokens ?? [];
    const observed = tokens.map((token, index) => observe(sequence, token, index));
    const scores = Float64Array.from(tokens, (token, index) =>
      observed[index] === 'free'
        ? scoreOf(sequence, index, weightOf) + (token.isRepairable ? priorOf(token) : 0)
        : 0,
    );
    return decodeCase(sequence, { scores, observed, couplings }).capital;
  });
}

/** The log odds of a capital for one word, its neighbours' capitals apart. */
export function scoreOf(sequence: CaseSequence, index: number, weightOf: (place: number) => number): number {
  let score = 0;
  for (const place of caseFeatures(sequence, index)) {
    score += weightOf(place);
  }
  return score;
}

/** Whether a word is never asked about: always small, a number, or an ending. */
export function isAlwaysSmall(sequence: CaseSequence, index: number): boolean {
  return sequence.classes[index] === WORD_CLASS.function || isEnding(sequence, index);
}

function observe(sequence: CaseSequence, token: CaseToken, index: number): Observed {
  if (!token.isInitial && /^\p{Lu}/u.test(token.text)) {
    return 'capital';
  }
  return isAlwaysSmall(sequence, index) ? 'small' : 'free';
}
