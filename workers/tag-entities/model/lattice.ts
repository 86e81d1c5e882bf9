/** Scores of tokens and what learning knows of neighbouring labels. */
export interface Lattice {
  /** `LABEL_COUNT` scores a token, in order. */
  readonly scores: Float32Array;
  /** Score of label `b` behind label `a` at `a * LABEL_COUNT + b`. */
  readonly transitions: Float32Array;
}

/** Tokens `[from, to)`. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}
