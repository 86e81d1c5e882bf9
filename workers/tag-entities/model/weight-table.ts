import { FEATURE_BITS } from './hashes.ts';
import { LABEL_COUNT } from './labels.ts';
import type { TaggerModel } from './tagger-model.ts';

/** Words of a packed sum that are added at one go: as many as stay in registers. */
const STEP = 3;
/**
 * Sums of weights are packed by twos: label `2w` in the lower half of word `w`, label `2w + 1` in the upper
 * one, so that one addition serves both. Each half holds the sum of 250 weights.
 */
export const SUM_WORDS = STEP * Math.ceil(LABEL_COUNT / (2 * STEP));

/** Copies: names of modules are looked up at every use, which is felt in the inner loops. */
const [LABELS, WORDS] = [LABEL_COUNT, SUM_WORDS];

/** Finds the weights of features. */
export interface WeightTable {
  /** Adds the weights of the first `count` of `features` to the `SUM_WORDS` words of `sums` from `at` on. */
  readonly addTo: (sums: Int32Array, at: number, features: Int32Array, count: number) => void;
}

/** At most so many features are added at a time. */
const MOST_ROWS = 256;

/**
 * Indexes the weights of a model: a bit set of the features that have weights, with the number of those
 * before each of its words, so that a look-up touches one place of memory and a miss nothing else.
 */
export function weightTable({ features, weights }: Pick<TaggerModel, 'features' | 'weights'>): WeightTable {
  const marks = markFeatures(features);
  const packed = packWeights(weights, features.length);
  const rows = new Int32Array(MOST_ROWS);
  return {
    addTo: (sums, at, found, count) => {
      let met = 0;
      for (let index = 0; index < count; index += 1) {
        const feature = found[index] ?? 0;
        const word = (feature >>> 5) << 1;
        const upTo = (marks[word] ?? 0) << (31 - (feature & 31)); // the feature's own bit is the sign
        rows[met] = ((marks[word + 1] ?? 0) + bitsOf(upTo) - 1) * WORDS;
        met += upTo >>> 31;
      }
      for (let word = 0; word < WORDS; word += STEP) {
        let first = 0;
        let second = 0;
        let third = 0;
        for (let index = 0; index < met; index += 1) {
          const row = (rows[index] ?? 0) + word;
          first = (first + (packed[row] ?? 0)) | 0;
          second = (second + (packed[row + 1] ?? 0)) | 0;
          third = (third + (packed[row + 2] ?? 0)) | 0;
        }
        const out = at + word;
        sums[out] = (sums[out] ?? 0) + first;
        sums[out + 1] = (sums[out + 1] ?? 0) + second;
        sums[out + 2] = (sums[out + 2] ?? 0) + third;
      }
    },
  };
}

/** Writes the score of every label of the first `count` packed sums into `scores`, `LABEL_COUNT` a sum. */
export function unpackSums(sums: Int32Array, count: number, scores: Float32Array): void {
  for (let index = 0; index < count; index += 1) {
    const from = index * WORDS;
    const to = index * LABELS;
    for (let label = 0; label < LABELS; label += 2) {
      const both = sums[from + (label >> 1)] ?? 0;
      const lower = (both << 16) >> 16;
      scores[to + label] = lower;
      if (label + 1 < LABELS) {
        scores[to + label + 1] = (both - lower) >> 16;
      }
    }
  }
}

/** For each 32 features, in turn: the bits of those that are there, and how many are there before them, if any are. */
function markFeatures(features: Uint32Array): Int32Array {
  const marks = new Int32Array(2 ** (FEATURE_BITS - 4));
  let last = -1;
  for (let row = 0; row < features.length; row += 1) {
    const feature = features[row] ?? 0;
    const word = (feature >>> 5) << 1;
    if (word !== last) {
      marks[word + 1] = row;
      last = word;
    }
    marks[word] = (marks[word] ?? 0) | (1 << (feature & 31));
  }
  return marks;
}

function packWeights(weights: Int8Array, rows: number): Int32Array {
  const packed = new Int32Array(rows * WORDS);
  for (let row = 0; row < rows; row += 1) {
    const from = row * LABELS;
    const to = row * WORDS;
    for (let label = 0; label + 1 < LABELS; label += 2) {
      packed[to + (label >> 1)] = (weights[from + label] ?? 0) + ((weights[from + label + 1] ?? 0) << 16);
    }
    if ((LABELS & 1) === 1) {
      packed[to + (LABELS >> 1)] = weights[from + LABELS - 1] ?? 0;
    }
  }
  return packed;
}

/** How many bits of a word are set. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55_55_55_55);
  const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33);
  return Math.imul((fours + (fours >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}
