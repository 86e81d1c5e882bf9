import { ENDS, INNER_PAIRS, LABEL_COUNT, OPENERS, OUTSIDE, staysOpen } from './labels.ts';
import { type Lattice, NEVER, type TokenRange } from './lattice.ts';
import { marginsOf } from './margins.ts';

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
    best.fill(NEVER, 0, length * LABEL_COUNT);
    for (const label of OPENERS) {
      best[label] = scores[from * LABEL_COUNT + label] ?? 0;
    }
    const ways = { best, back, transitions, most: mostFromEnds(transitions) };
    for (let at = 1; at < length; at += 1) {
      const row = at * LABEL_COUNT;
      stepForward(ways, row);
      const own = (from + at) * LABEL_COUNT;
      for (let label = 0; label < LABEL_COUNT; label += 1) {
        best[row + label] = (best[row + label] ?? 0) + (scores[own + label] ?? 0);
      }
    }
    follow(back, bestLast(best, (length - 1) * LABEL_COUNT), { from, to }, out);
  };
  return { decode, margins: (lattice, range, labels) => marginsOf(best, lattice, { ...range, labels }) };
}

interface Ways {
  /** Score of the best way to each label of each token. */
  readonly best: Float32Array;
  /** The label before it on that way. */
  readonly back: Uint8Array;
  readonly transitions: Float32Array;
  /** By label: the most that going over to it from one of `ENDS` gives. */
  readonly most: Float32Array;
}

function mostFromEnds(transitions: Float32Array): Float32Array {
  const most = new Float32Array(LABEL_COUNT).fill(NEVER);
  for (const end of ENDS) {
    for (const after of OPENERS) {
      most[after] = Math.max(most[after] ?? 0, transitions[end * LABEL_COUNT + after] ?? 0);
    }
  }
  return most;
}

/**
 * Finds the best way to each label of the token at `row`. Most tokens follow one that is clearly in no
 * name: a bound tells that a way over the end of a name is no better, and none of them is tried.
 */
function stepForward(ways: Ways, row: number): void {
  const { best, back, transitions, most } = ways;
  const earlier = row - LABEL_COUNT;
  const outside = best[earlier + OUTSIDE] ?? 0;
  let bestEnd = NEVER;
  for (let index = 0; index < ENDS.length; index += 1) {
    bestEnd = Math.max(bestEnd, best[earlier + (ENDS[index] ?? 0)] ?? 0);
  }
  for (let index = 0; index < OPENERS.length; index += 1) {
    const after = OPENERS[index] ?? 0;
    best[row + after] = outside + (transitions[OUTSIDE * LABEL_COUNT + after] ?? 0);
    back[row + after] = OUTSIDE;
    if (bestEnd + (most[after] ?? 0) > (best[row + after] ?? 0)) {
      for (let end = 0; end < ENDS.length; end += 1) {
        tryWay(ways, row, ENDS[end] ?? 0, after);
      }
    }
  }
  for (let pair = 0; pair < INNER_PAIRS.length; pair += 2) {
    tryWay(ways, row, INNER_PAIRS[pair] ?? 0, INNER_PAIRS[pair + 1] ?? 0);
  }
}

function tryWay({ best, back, transitions }: Ways, row: number, before: number, after: number): void {
  const score = (best[row - LABEL_COUNT + before] ?? 0) + (transitions[before * LABEL_COUNT + after] ?? 0);
  if (score > (best[row + after] ?? 0)) {
    best[row + after] = score;
    back[row + after] = before;
  }
}

function bestLast(best: Float32Array, last: number): number {
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
