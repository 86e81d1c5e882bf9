import { ENDS, INNER_PAIRS, LABEL_COUNT, OPENERS, OUTSIDE, staysOpen } from './labels.ts';
import { type Lattice, NEVER, type TokenRange } from './lattice.ts';

/** Labels that may stand before one of `OPENERS`. */
const CLOSED = Uint8Array.from([OUTSIDE, ...ENDS]);

/**
 * By how much the best labelling beats the best one in which a token has another label, for each token of
 * a range. `best` holds the score of the best way to each label; the way on from it is found here.
 */
export function marginsOf(
  best: Float32Array,
  { scores, transitions }: Lattice,
  { from, to, labels }: TokenRange & { readonly labels: Uint8Array },
): Float32Array {
  const margins = new Float32Array(to - from);
  let onward = Float32Array.from({ length: LABEL_COUNT }, (_, label) => (staysOpen(label) ? NEVER : 0));
  let earlier = new Float32Array(LABEL_COUNT);
  const reached = new Float64Array(LABEL_COUNT);
  for (let at = to - from - 1; at >= 0; at -= 1) {
    margins[at] = marginAt(best, at * LABEL_COUNT, onward, labels[from + at] ?? OUTSIDE);
    const own = (from + at) * LABEL_COUNT;
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      reached[label] = (scores[own + label] ?? 0) + (onward[label] ?? 0);
    }
    stepBack(transitions, reached, earlier);
    [onward, earlier] = [earlier, onward];
  }
  return margins;
}

/** By how much the best way over `chosen` at a token beats the best one over another label. */
function marginAt(best: Float32Array, row: number, onward: Float32Array, chosen: number): number {
  let other = NEVER;
  for (let label = 0; label < LABEL_COUNT; label += 1) {
    const total = (best[row + label] ?? 0) + (onward[label] ?? 0);
    other = label !== chosen && total > other ? total : other;
  }
  return (best[row + chosen] ?? 0) + (onward[chosen] ?? 0) - other;
}

/** Finds the best way on from each label of a token, given what each label of the next one leads to. */
function stepBack(transitions: Float32Array, reached: Float64Array, earlier: Float32Array): void {
  earlier.fill(NEVER);
  for (let closed = 0; closed < CLOSED.length; closed += 1) {
    const before = CLOSED[closed] ?? 0;
    let most = NEVER;
    for (let opener = 0; opener < OPENERS.length; opener += 1) {
      const after = OPENERS[opener] ?? 0;
      most = Math.max(most, (transitions[before * LABEL_COUNT + after] ?? 0) + (reached[after] ?? 0));
    }
    earlier[before] = most;
  }
  for (let pair = 0; pair < INNER_PAIRS.length; pair += 2) {
    const before = INNER_PAIRS[pair] ?? 0;
    const after = INNER_PAIRS[pair + 1] ?? 0;
    const score = (transitions[before * LABEL_COUNT + after] ?? 0) + (reached[after] ?? 0);
    earlier[before] = Math.max(earlier[before] ?? 0, score);
  }
}
