import { FEATURE_BITS } from './hashes.ts';
import { LABEL_COUNT } from './labels.ts';
import type { Lexicon } from './lexicon.ts';

/** What training leaves for one language. */
export interface TaggerModel {
  readonly language: string;
  /** Numbers of the features that have weights, ascending. */
  readonly features: Uint32Array;
  /** `LABEL_COUNT` weights a feature, in the order of `features`. */
  readonly weights: Int8Array;
  /** `LABEL_COUNT` x `LABEL_COUNT`, in the unit of `weights`. */
  readonly transitions: Float32Array;
  /** A margin of this size, in the unit of `weights`, means that a name is right two times of three more often. */
  readonly marginUnit: number;
  readonly lexicon: Lexicon;
}

/** Finds the weights of a feature. */
export interface WeightTable {
  /** Adds the weights of `feature` to the `LABEL_COUNT` scores from `at` on. */
  readonly addTo: (scores: Float32Array, at: number, feature: number) => void;
}

/** Bits of the filter that most features without weights fail. */
const FILTER_BITS = 22;

/** Indexes the weights of a model: a filter that fits the processor's cache, then open addressing. */
export function weightTable({ features, weights }: TaggerModel): WeightTable {
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, features.length * 2)));
  const mask = capacity - 1;
  /** Pairs of a feature and where its weights begin. */
  const slots = new Int32Array(2 * capacity).fill(-1);
  const filter = new Uint32Array(2 ** (FILTER_BITS - 5));
  for (let row = 0; row < features.length; row += 1) {
    const feature = features[row] ?? 0;
    let slot = slotOf(feature, mask);
    while (slots[2 * slot] !== -1) {
      slot = (slot + 1) & mask;
    }
    slots[2 * slot] = feature;
    slots[2 * slot + 1] = row * LABEL_COUNT;
    const bit = feature >>> (FEATURE_BITS - FILTER_BITS);
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return {
    addTo: (scores, at, feature) => {
      const bit = feature >>> (FEATURE_BITS - FILTER_BITS);
      if (((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) {
        return;
      }
      let slot = slotOf(feature, mask);
      while (slots[2 * slot] !== feature) {
        if (slots[2 * slot] === -1) {
          return;
        }
        slot = (slot + 1) & mask;
      }
      const row = slots[2 * slot + 1] ?? 0;
      for (let label = 0; label < LABEL_COUNT; label += 1) {
        scores[at + label] = (scores[at + label] ?? 0) + (weights[row + label] ?? 0);
      }
    },
  };
}

/** Features are hashes already. */
function slotOf(feature: number, mask: number): number {
  return feature & mask;
}
