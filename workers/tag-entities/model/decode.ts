import { LABEL_COUNT, LABELS_BEFORE, OUTSIDE, staysOpen } from './labels.ts';

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

/** Finds the best labels of token ranges; keeps its memory between them, so one decoder serves one caller. */
export interface Decoder {
  /**
   * Writes the labels of the range that together score highest into `out`, at the places of the
   * tokens. A name never stays open at either end.
   */
  readonly decode: (lattice: Lattice, range: TokenRange, out: Uint8Array) => void;
  /**
   * By how much the best labelling, decoded last, beats the best one in which token `at` has
   * another label.
   */
  readonly margins: (lattice: Lattice, range: TokenRange, labels: Uint8Array) => Float32Array;
}

const NEVER = Number.NEGATIVE_INFINITY;

/** Pairs of labels that may stand beside each other, flat: before, after. */
const PAIRS = Uint8Array.from(
  LABELS_BEFORE.flatMap((before, after) => [...before].flatMap((label) => [label, after])),
);

const OPENERS = LABELS_BEFORE.map((before) => before.includes(OUTSIDE));

/** Makes a decoder (Viterbi, both ways). */
export function createDecoder(): Decoder {
  let best = new Float32Array(0);
  let back = new Uint8Array(0);
  const decode: Decoder['decode'] = ({ scores, transitions }, { from, to }, out) => {
    const length = to - from;
    if (length <= 0) {
      return;
    }
    if (best.length < length * LABEL_COUNT) {
      best = new Float32Array(2 * length * LABEL_COUNT);
      back = new Uint8Array(2 * length * LABEL_COUNT);
    }
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      best[label] = OPENERS[label] === true ? (scores[from * LABEL_COUNT + label] ?? 0) : NEVER;
    }
    for (let at = 1; at < length; at += 1) {
      const row = at * LABEL_COUNT;
      best.fill(NEVER, row, row + LABEL_COUNT);
      for (let pair = 0; pair < PAIRS.length; pair += 2) {
        const before = PAIRS[pair] ?? 0;
        const after = PAIRS[pair + 1] ?? 0;
        const score =
          (best[row - LABEL_COUNT + before] ?? 0) + (transitions[before * LABEL_COUNT + after] ?? 0);
        if (score > (best[row + after] ?? 0)) {
          best[row + after] = score;
          back[row + after] = before;
        }
      }
      const own = (from + at) * LABEL_COUNT;
      for (let label = 0; label < LABEL_COUNT; label += 1) {
        best[row + label] = (best[row + label] ?? 0) + (scores[own + label] ?? 0);
      }
    }
    follow(back, bestEnd(best, (length - 1) * LABEL_COUNT), { from, to }, out);
  };
  const margins: Decoder['margins'] = (lattice, range, labels) => marginsOf(best, lattice, range, labels);
  return { decode, margins };
}

function bestEnd(best: Float32Array, last: number): number {
  let found = OUTSIDE;
  let most = NEVER;
  for (let label = 0; label < LABEL_COUNT; label += 1) {
    const score = best[last + label] ?? 0;
    if (!staysOpen(label) && score > most) {
      most = score;
      found = label;
    }
  }
  return found;
}

function follow(back: Uint8Array, end: number, { from, to }: TokenRange, out: Uint8Array): void {
  let label = end;
  for (let at = to - from - 1; at >= 0; at -= 1) {
    out[from + at] = label;
    label = back[at * LABEL_COUNT + label] ?? 0;
  }
}

/** `best` holds the way to each label; the way on from it is found here. */
function marginsOf(
  best: Float32Array,
  { scores, transitions }: Lattice,
  { from, to }: TokenRange,
  labels: Uint8Array,
): Float32Array {
  const length = to - from;
  const margins = new Float32Array(length);
  let onward = Float32Array.from({ length: LABEL_COUNT }, (_, label) => (staysOpen(label) ? NEVER : 0));
  for (let at = length - 1; at >= 0; at -= 1) {
    const row = at * LABEL_COUNT;
    const chosen = labels[from + at] ?? OUTSIDE;
    let other = NEVER;
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      const total = (best[row + label] ?? 0) + (onward[label] ?? 0);
      other = label !== chosen && total > other ? total : other;
    }
    margins[at] = (best[row + chosen] ?? 0) + (onward[chosen] ?? 0) - other;
    const earlier = new Float32Array(LABEL_COUNT).fill(NEVER);
    const own = (from + at) * LABEL_COUNT;
    for (let pair = 0; pair < PAIRS.length; pair += 2) {
      const before = PAIRS[pair] ?? 0;
      const after = PAIRS[pair + 1] ?? 0;
      const score =
        (transitions[before * LABEL_COUNT + after] ?? 0) + (scores[own + after] ?? 0) + (onward[after] ?? 0);
      earlier[before] = Math.max(earlier[before] ?? 0, score);
    }
    onward = earlier;
  }
  return margins;
}
