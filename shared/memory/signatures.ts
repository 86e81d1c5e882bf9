import type { OrderedElements } from './elements.ts';
import { largestDistance } from './score.ts';
import { mix, mixPair, type SourceId } from './token-hash.ts';

/**
 * Two sources of which one scores `score` or more against the other share a signature. That is what
 * makes the index exact:
 *
 * Let w be the weight of the heavier one and d their distance. A Levenshtein alignment leaves at
 * least w - d units in place, so the weight of what they have in common is at least
 * `w - largestDistance(w, score)`. That never falls as w grows, so it is at least `needed`, the same
 * for either's own weight. Let c1 be the first common element in the index's order. All common
 * elements stand at c1 or after it, so the weight from c1 to the end is at least `needed` in both:
 * c1 is among the *leading* elements. No element weighs more than 2, so above `needed` 2 there is a
 * second one, c2, from which the weight to the end is at least `needed - 2`: c2 is among the
 * *following* ones. If c1 is rare, both have it as a single. If it is frequent then so is c2, which
 * comes later, and both have the pair. Where `needed` is 2 or less, c1 may be the only one, so
 * leading elements are singles as well, frequent or not; if the other's `needed` is above 2, there
 * is a pair.
 *
 * Pairs grow with the square of the length. So what weighs more than `LONGEST_PAIRED` has its
 * frequent leading elements as long singles instead, and a query asks for those where a match may be
 * as heavy as that.
 */
const LONGEST_PAIRED = 128;

/** The signature under which the sources of a family are filed besides. */
export function familySignature(family: SourceId): number {
  return mix(family.high ^ FAMILY);
}

const FAMILY = 0x6b_8f_21_d3;
const SINGLE = 0x51_7c_c1_b7;
const LONG_SINGLE = 0x2f_e3_94_b5;

/** The signatures under which a source is filed, so that queries at `floor` and above find it. */
export function storedSignatures(source: OrderedElements, floor: number): number[] {
  const long = weightOf(source) > LONGEST_PAIRED;
  return signatures(source, floor, { pairs: !long, longSingles: long });
}

/** The signatures under which everything that scores `minScore` or more against `query` is filed. */
export function querySignatures(query: OrderedElements, minScore: number): number[] {
  const weight = weightOf(query);
  return signatures(query, minScore, {
    pairs: weight - largestDistance(weight, minScore) <= LONGEST_PAIRED,
    longSingles: weight * 100 > LONGEST_PAIRED * minScore,
  });
}

function signatures(
  { elements, frequentFrom, weights }: OrderedElements,
  score: number,
  { pairs, longSingles }: { readonly pairs: boolean; readonly longSingles: boolean },
): number[] {
  const weight = weights[0] ?? 0;
  const needed = weight - largestDistance(weight, score);
  const found: number[] = [];
  for (let at = 0; at < elements.length && (weights[at] ?? 0) >= needed; at += 1) {
    const element = elements[at] ?? 0;
    const rare = at < frequentFrom;
    if (rare || needed <= 2) {
      found.push(mix(element ^ SINGLE));
    }
    if (!rare && longSingles) {
      found.push(mix(element ^ LONG_SINGLE));
    }
    if (!rare && pairs) {
      const least = Math.max(1, needed - 2);
      for (let next = at + 1; next < elements.length && (weights[next] ?? 0) >= least; next += 1) {
        found.push(mixPair(element, elements[next] ?? 0));
      }
    }
  }
  return found;
}

function weightOf({ weights }: OrderedElements): number {
  return weights[0] ?? 0;
}
