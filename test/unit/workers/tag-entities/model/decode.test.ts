import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder } from '../../../../../workers/tag-entities/model/decode.ts';
import {
  beginsName,
  LABEL_COUNT,
  OUTSIDE,
  staysOpen,
  typeOfLabel,
} from '../../../../../workers/tag-entities/model/labels.ts';

/** Halves of small integers: sums are exact, and ties are rare but there. */
const score = fc.integer({ min: -40, max: 40 }).map((value) => value / 2);
const lattices = fc.integer({ min: 1, max: 3 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    scores: fc.array(score, { minLength: length * LABEL_COUNT, maxLength: length * LABEL_COUNT }),
    transitions: fc.array(score, { minLength: LABEL_COUNT ** 2, maxLength: LABEL_COUNT ** 2 }),
    /** Most tokens of a text are in no name. */
    outside: fc.constantFrom(0, 30, 100),
  }),
);

type Numbers = readonly number[];

function total(labels: Numbers, scores: Numbers, transitions: Numbers): number {
  return labels.reduce((sum, label, at) => {
    const before = labels[at - 1];
    const step = before === undefined ? 0 : (transitions[before * LABEL_COUNT + label] ?? 0);
    return sum + step + (scores[at * LABEL_COUNT + label] ?? 0);
  }, 0);
}

/** Names are whole, and their words have one type. */
function isSound(labels: Numbers): boolean {
  return [OUTSIDE, ...labels].every((label, at, all) => {
    const after = all[at + 1] ?? OUTSIDE;
    const goesOn = after !== OUTSIDE && !beginsName(after);
    return staysOpen(label) ? goesOn && typeOfLabel(label) === typeOfLabel(after) : !goesOn;
  });
}

/** Every sound labelling of so many tokens. */
function labellings(length: number): readonly Numbers[] {
  let found: readonly Numbers[] = [[]];
  for (let at = 0; at < length; at += 1) {
    found = found.flatMap((start) => Array.from({ length: LABEL_COUNT }, (_, label) => [...start, label]));
  }
  return found.filter((labels) => isSound(labels));
}

const ALL = [0, 1, 2, 3].map((length) => labellings(length));

describe('a decoder', () => {
  it('finds the labelling that scores highest, and how far it is ahead at each token', () => {
    const decoder = createDecoder();
    fc.assert(
      fc.property(lattices, ({ length, scores: given, transitions, outside }) => {
        const scores = given.map((value, at) => (at % LABEL_COUNT === OUTSIDE ? value + outside : value));
        const lattice = {
          scores: Float32Array.from(scores),
          transitions: Float32Array.from(transitions),
        };
        const range = { from: 0, to: length };
        const labels = new Uint8Array(length);
        decoder.decode(lattice, range, labels);
        const totals = (ALL[length] ?? []).map((each) => ({
          labels: each,
          score: total(each, scores, transitions),
        }));
        const best = Math.max(...totals.map((each) => each.score));
        expect(isSound([...labels])).toBe(true);
        expect(total([...labels], scores, transitions)).toBe(best);
        const margins = decoder.margins(lattice, range, labels);
        for (const [at, label] of labels.entries()) {
          const others = totals.filter((each) => each.labels[at] !== label).map((each) => each.score);
          expect(margins[at]).toBe(best - Math.max(...others));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('labels a range in its place and leaves what stands around it', () => {
    const scores = new Float32Array(4 * LABEL_COUNT);
    scores[2 * LABEL_COUNT + 4] = 5; // a person of one word
    const labels = new Uint8Array(4).fill(9);
    createDecoder().decode(
      { scores, transitions: new Float32Array(LABEL_COUNT ** 2) },
      { from: 1, to: 3 },
      labels,
    );
    expect([...labels]).toEqual([9, OUTSIDE, 4, 9]);
  });
});
