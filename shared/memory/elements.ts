import { type Comparable, isWordToken, tokenWeight } from './comparable.ts';
import type { FrequencyTable } from './frequency-table.ts';
import { sortNumbers } from './sort-numbers.ts';
import { mixPair } from './token-hash.ts';

/** Marks come after every word. */
const MARK_CLASS = 255;
const HASHES = 0x1_00_00_00_00;

/**
 * The tokens of a source as a set, in the order in which the index takes them: rare words first,
 * frequent words, then marks; of one class by their hash.
 */
export interface OrderedElements {
  readonly elements: Uint32Array;
  /** Where the frequent ones begin; all after it are frequent too. */
  readonly frequentFrom: number;
  /** Per position the weight from there to the end; the first is the weight of the source. */
  readonly weights: Uint32Array;
}

/** The tokens of a source as a set: the k-th repetition of a token is an element of its own. */
export function elementsOf({ tokens }: Pick<Comparable, 'tokens'>): Uint32Array {
  const elements = tokens.slice();
  sortNumbers(elements);
  let repetition = 0;
  for (let at = 1, previous = elements[0] ?? 0; at < elements.length; at += 1) {
    const token = elements[at] ?? 0;
    repetition = token === previous ? repetition + 1 : 0;
    previous = token;
    if (repetition > 0) {
      elements[at] = ((mixPair(token, repetition) & ~1) | (token & 1)) >>> 0;
    }
  }
  return elements;
}

/** Puts elements in the order of `table`. */
export function orderElements(elements: Uint32Array, table: FrequencyTable): OrderedElements {
  const ranked = new Float64Array(elements.length);
  for (let at = 0; at < elements.length; at += 1) {
    const element = elements[at] ?? 0;
    const rank = isWordToken(element) ? table.classOf(element) : MARK_CLASS;
    ranked[at] = rank * HASHES + element;
  }
  sortNumbers(ranked);
  const ordered = new Uint32Array(elements.length);
  const weights = new Uint32Array(elements.length);
  const frequent = table.frequentClass * HASHES;
  let frequentFrom = elements.length;
  let weight = 0;
  for (let at = elements.length - 1; at >= 0; at -= 1) {
    const value = ranked[at] ?? 0;
    const element = value >>> 0; // what is below 2 ** 32 of it
    ordered[at] = element;
    weight += tokenWeight(element);
    weights[at] = weight;
    frequentFrom = value >= frequent ? at : frequentFrom;
  }
  return { elements: ordered, frequentFrom, weights };
}
