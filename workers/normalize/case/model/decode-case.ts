import { couplingIndex } from './case-features.ts';
import type { CaseSequence } from './case-sequence.ts';

/** What is known of each word's capital beforehand; `free` is to be found. */
export type Observed = 'capital' | 'small' | 'free';

/** A chain of words. */
export interface CaseChain {
  /** Log odds of a capital, a word each. */
  readonly scores: Float64Array;
  readonly observed: readonly Observed[];
  /** See `couplingWeights`. */
  readonly couplings: Float64Array;
}

/** Sums of a chain: how likely each word, and each pair of neighbours, is capitalized. */
export interface Marginals {
  /** Probability 0..1 that the word has a capital. */
  readonly capital: Float64Array;
  /** Four to a word: of (small, small), (small, capital), (capital, small), (capital, capital) with the word before. */
  readonly pairs: Float64Array;
}

/**
 * Probabilities of a linear chain over two states, by forward and backward sums. */
export function decodeCase(sequence: CaseSequence, { scores, observed, couplings }: CaseChain): Marginals {
  const length = scores.length;
  const pairs = new Float64Array(length * 4);
  const forward = new Float64Array(length * 2);
  for (let index = 0; index < length; index += 1) {
    const [small, capital] = potentials(scores[index] ?? 0, observed[index] ?? 'free');
    for (let state = 0; state < 4; state += 1) {
      const own = state & 1;
      pairs[index * 4 + state] =
        Math.exp(index === 0 ? 0 : (couplings[couplingIndex(sequence, index, state)] ?? 0)) *
        (own === 1 ? capital : small);
    }
    const a = index === 0 ? 1 : (forward[index * 2 - 2] ?? 0);
    const b = index === 0 ? 0 : (forward[index * 2 - 1] ?? 0);
    const toSmall = a * (pairs[index * 4] ?? 0) + b * (pairs[index * 4 + 2] ?? 0);
    const toCapital = a * (pairs[index * 4 + 1] ?? 0) + b * (pairs[index * 4 + 3] ?? 0);
    const sum = toSmall + toCapital || 1;
    forward[index * 2] = toSmall / sum;
    forward[index * 2 + 1] = toCapital / sum;
  }
  return backward(forward, pairs);
}

function potentials(score: number, observed: Observed): readonly [number, number] {
  switch (observed) {
    case 'capital':
      return [0, 1];
    case 'small':
      return [1, 0];
    case 'free': {
      const bounded = Math.max(-30, Math.min(30, score));
      return [1, Math.exp(bounded)];
    }
  }
}

/** Turns potentials into probabilities, in place, from the last word to the first. */
function backward(forward: Float64Array, pairs: Float64Array): Marginals {
  const length = forward.length / 2;
  const capital = new Float64Array(length);
  let small = 1;
  let big = 1;
  for (let index = length - 1; index >= 0; index -= 1) {
    const a = index === 0 ? 1 : (forward[index * 2 - 2] ?? 0);
    const b = index === 0 ? 0 : (forward[index * 2 - 1] ?? 0);
    const from = index * 4;
    const [ss, sc, cs, cc] = [
      pairs[from] ?? 0,
      pairs[from + 1] ?? 0,
      pairs[from + 2] ?? 0,
      pairs[from + 3] ?? 0,
    ];
    const nextSmall = ss * small + sc * big;
    const nextBig = cs * small + cc * big;
    const joint = [a * ss * small, a * sc * big, b * cs * small, b * cc * big];
    const sum = joint.reduce((total, part) => total + part, 0) || 1;
    for (const [state, part] of joint.entries()) {
      pairs[from + state] = part / sum;
    }
    capital[index] = ((joint[1] ?? 0) + (joint[3] ?? 0)) / sum;
    const scale = nextSmall + nextBig || 1;
    small = nextSmall / scale;
    big = nextBig / scale;
  }
  return { capital, pairs };
}
