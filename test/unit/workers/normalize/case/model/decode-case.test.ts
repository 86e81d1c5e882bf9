import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseTokens } from '../../../../../../workers/normalize/case/case-tokens.ts';
import {
  couplingIndex,
  couplingWeights,
} from '../../../../../../workers/normalize/case/model/case-features.ts';
import {
  type CaseSequence,
  caseSequences,
} from '../../../../../../workers/normalize/case/model/case-sequence.ts';
import { decodeCase, type Observed } from '../../../../../../workers/normalize/case/model/decode-case.ts';

const TEXT = 'the mayor of lower-volta met anna’s team';
const [SEQUENCE] = caseSequences([{ text: TEXT, tokens: caseTokens(TEXT) }], () => undefined);

function sequence(): CaseSequence {
  if (SEQUENCE === undefined) {
    throw new Error('one block gives one sequence');
  }
  return SEQUENCE;
}

/** Every assignment weighed, the slow way. */
function byHand(scores: Float64Array, observed: readonly Observed[], couplings: Float64Array): number[] {
  const length = scores.length;
  const capital = Array.from({ length }, () => 0);
  let sum = 0;
  for (let states = 0; states < 1 << length; states += 1) {
    const isCapital = (index: number): number => (states >> index) & 1;
    let score = 0;
    for (let index = 0; index < length; index += 1) {
      const state = observed[index];
      const isExcluded = state !== 'free' && (state === 'capital') !== (isCapital(index) === 1);
      score += isExcluded ? -Infinity : state === 'free' && isCapital(index) === 1 ? (scores[index] ?? 0) : 0;
      score +=
        index === 0
          ? 0
          : (couplings[couplingIndex(sequence(), index, isCapital(index - 1) * 2 + isCapital(index))] ?? 0);
    }
    sum += Math.exp(score);
    for (let index = 0; index < length; index += 1) {
      capital[index] = (capital[index] ?? 0) + (isCapital(index) === 1 ? Math.exp(score) : 0);
    }
  }
  return capital.map((weight) => weight / sum);
}

describe('decodeCase', () => {
  const length = sequence().words.length;
  const score = fc.double({ min: -4, max: 4, noNaN: true });
  const state = fc.constantFrom<Observed>('free', 'free', 'free', 'capital', 'small');

  it('gives the probabilities that weighing every assignment gives', () => {
    fc.assert(
      fc.property(
        fc.array(score, { minLength: length, maxLength: length }),
        fc.array(state, { minLength: length, maxLength: length }),
        fc.array(score, { minLength: 64, maxLength: 64 }),
        (scores, observed, weights) => {
          const chain = {
            scores: Float64Array.from(scores),
            observed,
            couplings: Float64Array.from(weights),
          };
          const { capital } = decodeCase(sequence(), chain);
          const expected = byHand(chain.scores, observed, chain.couplings);
          for (const [index, probability] of expected.entries()) {
            expect(capital[index]).toBeCloseTo(probability, 6);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('believes what is observed', () => {
    const observed: Observed[] = sequence().words.map((_, index) => (index % 2 === 0 ? 'capital' : 'small'));
    const scores = new Float64Array(length).fill(3);
    const { capital } = decodeCase(sequence(), { scores, observed, couplings: couplingWeights(() => 0) });
    expect([...capital]).toEqual(observed.map((one) => (one === 'capital' ? 1 : 0)));
  });
});
