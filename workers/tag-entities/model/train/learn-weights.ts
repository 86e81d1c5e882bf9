import { createDecoder } from '../decode.ts';
import { FEATURE_BITS } from '../hashes.ts';
import { LABEL_COUNT, OUTSIDE, typeOfLabel } from '../labels.ts';

/** A document turned into numbers: what weights are learned from. */
export interface Example {
  /** Features of all tokens; those of token `t` are `[bounds[t], bounds[t + 1])`. */
  readonly features: Int32Array;
  readonly bounds: Int32Array;
  /** Tokens `[offsets[s], offsets[s + 1])` are segment `s`. */
  readonly offsets: Int32Array;
  readonly labels: Uint8Array;
  /** Names of type MISC are not marked in it. */
  readonly withoutMisc: boolean;
}

/** Weights per feature and label, as learning leaves them. */
export interface Weights {
  /** Row of a feature, -1 where it has none. */
  readonly rowOf: Int32Array;
  /** `LABEL_COUNT` weights a row. */
  readonly rows: Float32Array;
  readonly transitions: Float32Array;
}

/** How often and in which way the examples are gone through. */
export interface Learning {
  readonly passes: number;
  readonly seed: number;
  /** A feature that occurs less often is left out. */
  readonly minCount: number;
}

/**
 * Learns by the averaged structured perceptron: each sentence is labelled, and where the labels are
 * wrong the weights of the right ones rise and those of the wrong ones fall. The mean over all steps
 * is kept. The same examples and seed give the same weights.
 */
export function learnWeights(examples: readonly Example[], learning: Learning): Weights {
  const { rows: rowOf, size } = rowsOfFeatures(examples, learning.minCount);
  const state: State = {
    rows: new Float32Array(size * LABEL_COUNT),
    rowSums: new Float64Array(size * LABEL_COUNT),
    transitions: new Float32Array(LABEL_COUNT * LABEL_COUNT),
    transitionSums: new Float64Array(LABEL_COUNT * LABEL_COUNT),
    step: 1,
  };
  const order = examples
    .map((example) => withRows(example, rowOf))
    .flatMap((example) =>
      Array.from({ length: example.offsets.length - 1 }, (_, segment) => ({ example, segment })),
    );
  const random = randomNumbers(learning.seed);
  for (let pass = 0; pass < learning.passes; pass += 1) {
    shuffle(order, random);
    for (const { example, segment } of order) {
      learnSegment(state, example, segment);
    }
  }
  return {
    rowOf,
    rows: averaged(state.rows, state.rowSums, state.step),
    transitions: averaged(state.transitions, state.transitionSums, state.step),
  };
}

/** The example with rows in place of features; what has no row is left out. */
function withRows(example: Example, rowOf: Int32Array): Example {
  const rows = new Int32Array(example.features.length);
  const bounds = new Int32Array(example.bounds.length);
  let count = 0;
  for (let at = 0; at + 1 < bounds.length; at += 1) {
    for (let index = example.bounds[at] ?? 0; index < (example.bounds[at + 1] ?? 0); index += 1) {
      const row = rowOf[example.features[index] ?? 0] ?? -1;
      if (row >= 0) {
        rows[count] = row;
        count += 1;
      }
    }
    bounds[at + 1] = count;
  }
  return { ...example, features: rows.slice(0, count), bounds };
}

interface State {
  readonly rows: Float32Array;
  readonly rowSums: Float64Array;
  readonly transitions: Float32Array;
  readonly transitionSums: Float64Array;
  step: number;
}

function rowsOfFeatures(
  examples: readonly Example[],
  minCount: number,
): { readonly rows: Int32Array; readonly size: number } {
  const counts = new Uint16Array(2 ** FEATURE_BITS);
  for (const { features } of examples) {
    for (const feature of features) {
      counts[feature] = Math.min(65_535, (counts[feature] ?? 0) + 1);
    }
  }
  const rows = new Int32Array(counts.length).fill(-1);
  let next = 0;
  for (let feature = 0; feature < counts.length; feature += 1) {
    if ((counts[feature] ?? 0) >= minCount) {
      rows[feature] = next;
      next += 1;
    }
  }
  return { rows, size: next };
}

/** Labels every token of an example. */
export function labelExample({ rowOf, rows, transitions }: Weights, example: Example): Uint8Array {
  const numbered = withRows(example, rowOf);
  const labels = new Uint8Array(example.labels.length);
  for (let segment = 0; segment + 1 < example.offsets.length; segment += 1) {
    const length = scoreSegment(rows, numbered, segment);
    decode({ scores: scratchScores, transitions }, { from: 0, to: length }, scratchLabels);
    labels.set(scratchLabels.subarray(0, length), example.offsets[segment]);
  }
  return labels;
}

/** Writes the scores of a segment's tokens, at most `MOST_TOKENS`, and returns how many they are. */
function scoreSegment(rows: Float32Array, { features, bounds, offsets }: Example, segment: number): number {
  const from = offsets[segment] ?? 0;
  const to = Math.min(offsets[segment + 1] ?? 0, from + MOST_TOKENS);
  const scores = scratchScores;
  scores.fill(0, 0, (to - from) * LABEL_COUNT);
  for (let at = from; at < to; at += 1) {
    const out = (at - from) * LABEL_COUNT;
    const end = bounds[at + 1] ?? 0;
    for (let index = bounds[at] ?? 0; index < end; index += 1) {
      const base = (features[index] ?? 0) * LABEL_COUNT;
      for (let label = 0; label < LABEL_COUNT; label += 1) {
        scores[out + label] = (scores[out + label] ?? 0) + (rows[base + label] ?? 0);
      }
    }
  }
  return to - from;
}

const MOST_TOKENS = 4096;
const scratchScores = new Float32Array(MOST_TOKENS * LABEL_COUNT);
const scratchLabels = new Uint8Array(MOST_TOKENS);
const { decode } = createDecoder();

function learnSegment(state: State, example: Example, segment: number): void {
  const length = scoreSegment(state.rows, example, segment);
  raiseOthers(example.labels, example.offsets[segment] ?? 0, length);
  decode({ scores: scratchScores, transitions: state.transitions }, { from: 0, to: length }, scratchLabels);
  const from = example.offsets[segment] ?? 0;
  let before = -1;
  let wrongBefore = -1;
  for (let at = 0; at < length; at += 1) {
    const wrong = scratchLabels[at] ?? 0;
    const right = rightLabel(example, from + at, wrong);
    if (right !== wrong) {
      moveToken(state, example, from + at, { right, wrong });
    }
    if (at > 0 && (right !== wrong || before !== wrongBefore)) {
      moveWeight(state.transitions, state.transitionSums, before * LABEL_COUNT + right, state.step);
      moveWeight(state.transitions, state.transitionSums, wrongBefore * LABEL_COUNT + wrong, -state.step);
    }
    before = right;
    wrongBefore = wrong;
  }
  state.step += 1;
}

/** The right labels must win by a margin. */
const MARGIN = 8;

function raiseOthers(labels: Uint8Array, from: number, length: number): void {
  for (let at = 0; at < length; at += 1) {
    const right = labels[from + at] ?? 0;
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      const place = at * LABEL_COUNT + label;
      scratchScores[place] = (scratchScores[place] ?? 0) + (label === right ? 0 : MARGIN);
    }
  }
}

/** Where a corpus marks no MISC, what looks like one is not held to be wrong. */
function rightLabel({ labels, withoutMisc }: Example, at: number, found: number): number {
  const marked = labels[at] ?? 0;
  return withoutMisc && marked === OUTSIDE && typeOfLabel(found) === 'MISC' ? found : marked;
}

function moveToken(
  state: State,
  { features, bounds }: Example,
  at: number,
  { right, wrong }: { readonly right: number; readonly wrong: number },
): void {
  const end = bounds[at + 1] ?? 0;
  for (let index = bounds[at] ?? 0; index < end; index += 1) {
    const base = (features[index] ?? 0) * LABEL_COUNT;
    moveWeight(state.rows, state.rowSums, base + right, state.step);
    moveWeight(state.rows, state.rowSums, base + wrong, -state.step);
  }
}

/** One up or, for a negative step, one down; the sum remembers when, for the mean. */
function moveWeight(weights: Float32Array, sums: Float64Array, place: number, step: number): void {
  weights[place] = (weights[place] ?? 0) + Math.sign(step);
  sums[place] = (sums[place] ?? 0) + step;
}

function averaged(weights: Float32Array, sums: Float64Array, steps: number): Float32Array {
  return weights.map((weight, place) => weight - (sums[place] ?? 0) / steps);
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Puts `items` in another order, in place. */
function shuffle(items: unknown[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const item = items[at];
    const taken = items[other];
    if (item !== undefined && taken !== undefined) {
      items[at] = taken;
      items[other] = item;
    }
  }
}
