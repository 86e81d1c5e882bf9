import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURE_BITS } from '../../../../../workers/tag-entities/model/hashes.ts';
import { LABEL_COUNT } from '../../../../../workers/tag-entities/model/labels.ts';
import {
  SUM_WORDS,
  unpackSums,
  weightTable,
} from '../../../../../workers/tag-entities/model/weight-table.ts';

const feature = fc.oneof(
  fc.integer({ min: 0, max: 2 ** FEATURE_BITS - 1 }),
  fc.integer({ min: 0, max: 100 }), // close neighbours share a word of the bit set
  fc.constantFrom(31, 32, 63, 64, 2 ** FEATURE_BITS - 1),
);
const rows = fc.array(fc.integer({ min: -127, max: 127 }), {
  minLength: LABEL_COUNT,
  maxLength: LABEL_COUNT,
});
const models = fc
  .uniqueArray(fc.tuple(feature, rows), { maxLength: 40, selector: ([number]) => number })
  .map((entries) => entries.toSorted(([a], [b]) => a - b));

describe('a table of weights', () => {
  it('adds up the weights of the features that have some', () => {
    fc.assert(
      fc.property(models, fc.array(feature, { maxLength: 250 }), (entries, others) => {
        const found = [...entries.map(([number]) => number), ...others].slice(0, 250);
        const { addTo } = weightTable({
          features: Uint32Array.from(entries.map(([number]) => number)),
          weights: Int8Array.from(entries.flatMap(([, row]) => row)),
        });
        const sums = new Int32Array(3 * SUM_WORDS);
        addTo(sums, SUM_WORDS, Int32Array.from(found), found.length);
        const scores = new Float32Array(3 * LABEL_COUNT);
        unpackSums(sums, 3, scores);
        const expected = Array.from({ length: LABEL_COUNT }, (_, label) =>
          found.reduce((sum, number) => sum + (new Map(entries).get(number)?.[label] ?? 0), 0),
        );
        const nothing = expected.map(() => 0);
        expect([...scores]).toEqual([...nothing, ...expected, ...nothing]);
      }),
    );
  });

  it('holds the sums of 250 weights of the largest size', () => {
    for (const weight of [-128, 127]) {
      const { addTo } = weightTable({
        features: Uint32Array.of(7),
        weights: new Int8Array(LABEL_COUNT).fill(weight),
      });
      const sums = new Int32Array(SUM_WORDS);
      addTo(sums, 0, new Int32Array(250).fill(7), 250);
      const scores = new Float32Array(LABEL_COUNT);
      unpackSums(sums, 1, scores);
      expect(new Set(scores)).toEqual(new Set([250 * weight]));
    }
  });
});
