import { type CaseSequence, CUES, GAP, isEnding } from './case-sequence.ts';
import { textHash } from './text-hash.ts';
import { UNKNOWN_WORD, WORD_CLASS } from './word-info.ts';

/** Weights are kept in so many places, a power of two; a feature is the place that its hash picks. */
export const FEATURE_PLACES = 1 << 18;

/** The places of every feature of the word at `index`. */
export function caseFeatures(sequence: CaseSequence, index: number): number[] {
  const { words, hashes, gaps, infos, classes, cues, stems } = sequence;
  const word = words[index] ?? '';
  const hash = hashes[index] ?? 0;
  const info = infos[index] ?? UNKNOWN_WORD;
  const own = classes[index] ?? WORD_CLASS.none;
  const before = hashes[index - 1] ?? 0;
  const next = hashes[index + 1] ?? 0;
  const left = classes[index - 1] ?? WORD_CLASS.none;
  const right = classes[index + 1] ?? WORD_CLASS.none;
  const left2 = classes[index - 2] ?? WORD_CLASS.none;
  const right2 = classes[index + 2] ?? WORD_CLASS.none;
  const gapLeft = gaps[index] ?? GAP.start;
  const gapRight = gaps[index + 1] ?? GAP.start;
  const difference = Math.max(-6, Math.min(6, info.capital - info.lower));
  const isRare = own !== WORD_CLASS.small && own !== WORD_CLASS.function;
  const places: number[] = [
    place(1, 0, 0, 0),
    place(2, hash, 0, 0),
    place(3, difference, Math.min(info.lower, 8), Math.min(info.capital, 8)),
    place(4, own, Math.min(info.person, 10), info.isPlace ? 1 : 0),
    place(5, before, gapLeft, 0),
    place(6, next, gapRight, 0),
    place(7, before, hash, gapLeft),
    place(8, hash, next, gapRight),
    place(9, left, gapLeft, own),
    place(10, right, gapRight, own),
    place(11, left, own, right),
    place(12, left2, left, own),
    place(13, right2, right, own),
    place(14, gapLeft, gapRight, own),
    place(15, personStep(sequence, index - 1), gapLeft, Math.min(info.person, 8) * 16 + own),
    place(16, personStep(sequence, index + 1), gapRight, Math.min(info.person, 8) * 16 + own),
    place(17, before, own, gapLeft),
    place(18, next, own, gapRight),
    place(19, hashes[index - 2] ?? 0, own, left),
    place(20, hashes[index + 2] ?? 0, own, right),
  ];
  if (isRare) {
    places.push(
      place(30, textHash(word.slice(-2)), own, 0),
      place(31, textHash(word.slice(-3)), own, 0),
      place(32, textHash(word.slice(-4)), own, 0),
      place(33, textHash(word.slice(0, 3)), own, 0),
      place(34, Math.min(word.length, 10), own, 0),
      place(35, info.isPlace ? 1 : 0, Math.min(info.person, 8), difference),
      place(36, stems[index] ?? 0, own, 0),
    );
    const cue = cues[index] ?? 0;
    for (let bit = 0; bit < CUES.length; bit += 1) {
      if ((cue & (1 << bit)) > 0) {
        places.push(place(40 + bit, own, Math.min(info.person, 5), 0));
      }
    }
    places.push(place(50, cue & 15, own, Math.min(info.person, 5)));
  }
  return places;
}

/** Pairs of states (small or capital) of two neighbours. */
const PAIRS = 4;
const ENDINGS = 2;
const GAP_KINDS = Object.keys(GAP).length;

/** Which of `couplingWeights` stands for two neighbours, each capitalized (1) or not (0). */
export function couplingIndex(sequence: CaseSequence, index: number, pair: number): number {
  const gap = sequence.gaps[index] ?? GAP.start;
  return (gap * ENDINGS + (isEnding(sequence, index) ? 1 : 0)) * PAIRS + pair;
}

/** The weights that bind neighbours, in the order of `couplingIndex`. */
export function couplingWeights(weightOf: (place: number) => number): Float64Array {
  return Float64Array.from({ length: GAP_KINDS * ENDINGS * PAIRS }, (_, index) =>
    weightOf(couplingPlace(index)),
  );
}

/** The place of a coupling's weight. */
export function couplingPlace(coupling: number): number {
  return place(60, coupling, 0, 0);
}

function personStep({ infos }: CaseSequence, index: number): number {
  return Math.min(infos[index]?.person ?? 0, 10);
}

function place(template: number, first: number, second: number, third: number): number {
  let hash = Math.imul(template + 1, 0x9e_37_79_b1);
  hash = Math.imul(hash ^ first, 0x85_eb_ca_6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash ^ second, 0xc2_b2_ae_35);
  hash ^= hash >>> 13;
  hash = Math.imul(hash ^ third, 0x27_d4_eb_2f);
  hash ^= hash >>> 16;
  return hash & (FEATURE_PLACES - 1);
}
