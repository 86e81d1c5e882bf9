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
