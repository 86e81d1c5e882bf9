import { ENDS, INNER_PAIRS, LABEL_COUNT, OPENERS, OUTSIDE, staysOpen } from './labels.ts';
import type { Lattice, TokenRange } from './lattice.ts';

const NEVER = Number.NEGATIVE_INFINITY;
/** Copies: an imported name is looked up at every use, which is felt in the inner loops. */
const [LABELS, openers, innerPairs] = [LABEL_COUNT, OPENERS, INNER_PAIRS];
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
  const onward = Float32Array.from({ length: LABELS }, (_, label) => (staysOpen(label) ? NEVER : 0));
  const reached = new Float64Array(LABELS);
  for (let at = to - from - 1; at >= 0; at -= 1) {
    const row = at * LABELS;
    const own = from * LABELS + row;
    const chosen = labels[from + at] ?? OUTSIDE;
    let other = NEVER;
    for (let label = 0; label < LABELS; label += 1) {
      const on = onward[label] ?? 0;
      const total = (best[row + label] ?? 0) + on;
      other = label !== chosen && total > other ? total : other;
      reached[label] = (scores[own + label] ?? 0) + on;
    }
    margins[at] = (best[row + chosen] ?? 0) + (onward[chosen] ?? 0) - other;
    stepBack(transitions, reached, onward);
  }
  return margins;
}

/** Finds the best way on from each label of a token, given what each label of the next one leads to. */
function stepBack(transitions: Float32Array, reached: Float64Array, onward: Float32Array): void {
  onward.fill(NEVER);
  for (let closed = 0; closed < CLOSED.length; closed += 1) {
    const before = CLOSED[closed] ?? 0;
    const row = before * LABELS;
    let most = NEVER;
    for (let opener = 0; opener < openers.length; opener += 1) {
      const after = openers[opener] ?? 0;
      const score = (transitions[row + after] ?? 0) + (reached[after] ?? 0);
      most = score > most ? score : most;
    }
    onward[before] = most;
  }
  for (let pair = 0; pair < innerPairs.length; pair += 2) {
    const before = innerPairs[pair] ?? 0;
    const after = innerPairs[pair + 1] ?? 0;
    const score = (transitions[before * LABELS + after] ?? 0) + (reached[after] ?? 0);
    onward[before] = score > (onward[before] ?? 0) ? score : (onward[before] ?? 0);
  }
}
