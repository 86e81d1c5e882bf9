import { ENDS, INNER_PAIRS, LABEL_COUNT, OPENERS, OUTSIDE, staysOpen } from './labels.ts';
import type { Lattice, TokenRange } from './lattice.ts';
import { marginsOf } from './margins.ts';

const NEVER = Number.NEGATIVE_INFINITY;
/** Copies: an imported name is looked up at every use, which is felt in the inner loops. */
const [LABELS, ends, openers, innerPairs] = [LABEL_COUNT, ENDS, OPENERS, INNER_PAIRS];

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
    if (best.length < length * LABELS) {
      best = new Float32Array(2 * length * LABELS);
      back = new Uint8Array(2 * length * LABELS);
    }
    best.fill(NEVER, 0, length * LABELS);
    for (const label of openers) {
      best[label] = scores[from * LABELS + label] ?? 0;
    }
    const ways = { best, back, transitions, most: mostFromEnds(transitions) };
    for (let at = 1; at < length; at += 1) {
      const row = at * LABELS;
      stepForward(ways, row);
      const own = (from + at) * LABELS;
      for (let label = 0; label < LABELS; label += 1) {
        best[row + label] = (best[row + label] ?? 0) + (scores[own + label] ?? 0);
      }
    }
    follow(back, bestLast(best, (length - 1) * LABELS), { from, to }, out);
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
  const most = new Float32Array(LABELS).fill(NEVER);
  for (const end of ends) {
    for (const after of openers) {
      most[after] = Math.max(most[after] ?? 0, transitions[end * LABELS + after] ?? 0);
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
  const earlier = row - LABELS;
  const outside = best[earlier] ?? 0;
  let bestEnd = NEVER;
  for (let index = 0; index < ends.length; index += 1) {
    const score = best[earlier + (ends[index] ?? 0)] ?? 0;
    bestEnd = score > bestEnd ? score : bestEnd;
  }
  for (let index = 0; index < openers.length; index += 1) {
    const after = openers[index] ?? 0;
    best[row + after] = outside + (transitions[after] ?? 0);
    back[row + after] = OUTSIDE;
    if (bestEnd + (most[after] ?? 0) > (best[row + after] ?? 0)) {
      for (let end = 0; end < ends.length; end += 1) {
        tryWay(ways, row, ends[end] ?? 0, after);
      }
    }
  }
  for (let pair = 0; pair < innerPairs.length; pair += 2) {
    tryWay(ways, row, innerPairs[pair] ?? 0, innerPairs[pair + 1] ?? 0);
  }
}

function tryWay({ best, back, transitions }: Ways, row: number, before: number, after: number): void {
  const score = (best[row - LABELS + before] ?? 0) + (transitions[before * LABELS + after] ?? 0);
  if (score > (best[row + after] ?? 0)) {
    best[row + after] = score;
    back[row + after] = before;
  }
}

function bestLast(best: Float32Array, last: number): number {
  let found = OUTSIDE;
  let most = NEVER;
  for (let label = 0; label < LABELS; label += 1) {
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
    label = back[at * LABELS + label] ?? 0;
  }
}
