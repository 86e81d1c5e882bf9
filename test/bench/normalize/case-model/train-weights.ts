import type { CaseToken } from '../../../../workers/normalize/case/case-tokens.ts';
import {
  caseFeatures,
  couplingIndex,
  couplingPlace,
  couplingWeights,
  FEATURE_PLACES,
} from '../../../../workers/normalize/case/model/case-features.ts';
import { isAlwaysSmall, scoreOf } from '../../../../workers/normalize/case/model/case-model.ts';
import { type CaseSequence, caseSequences } from '../../../../workers/normalize/case/model/case-sequence.ts';
import { decodeCase, type Observed } from '../../../../workers/normalize/case/model/decode-case.ts';
import { stepOf, type WordInfo } from '../../../../workers/normalize/case/model/word-info.ts';
import type { TokenizedDocument, WordCounts } from './count-words.ts';

const ROUNDS = 6;
const RATE = 0.15;
const DECAY = 2e-6;

/** What the word table says of words beyond the counts. */
export interface KnownNames {
  readonly persons: ReadonlyMap<string, number>;
  readonly places: ReadonlySet<string>;
}

/**
 * Learns the weights of the chain by gradient steps (AdaGrad). While a document is learned from, its
 * own words are taken out of the counts, so that the weights are right for texts not seen before.
 */
export function trainWeights(
  documents: readonly TokenizedDocument[],
  counts: WordCounts,
  names: KnownNames,
): Float64Array {
  const weights = new Float64Array(FEATURE_PLACES);
  const squares = new Float64Array(FEATURE_PLACES).fill(1);
  const weightOf = (place: number): number => weights[place] ?? 0;
  const step = (place: number, gradient: number): void => {
    const change = gradient - DECAY * (weights[place] ?? 0);
    squares[place] = (squares[place] ?? 1) + change * change;
    weights[place] = (weights[place] ?? 0) + (RATE * change) / Math.sqrt(squares[place] ?? 1);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const document of shuffled(documents, round)) {
      for (const { sequence, tokens } of withoutOwnCounts(document, counts, names)) {
        learn(sequence, tokens, { weightOf, step });
      }
    }
  }
  return weights;
}

/** The info of a word as the model file will hold it. */
export function infoOf(word: string, counts: WordCounts, names: KnownNames): WordInfo {
  return {
    lower: stepOf(counts.lower(word)),
    capital: stepOf(counts.capital(word)),
    person: stepOf(names.persons.get(word) ?? 0),
    isPlace: names.places.has(word),
  };
}

interface Learned {
  readonly sequence: CaseSequence;
  readonly tokens: readonly CaseToken[];
}

function withoutOwnCounts(document: TokenizedDocument, counts: WordCounts, names: KnownNames): Learned[] {
  for (const { tokens } of document.blocks) {
    counts.add(tokens, -1);
  }
  const sequences = caseSequences(document.blocks, (word) => infoOf(word, counts, names));
  for (const { tokens } of document.blocks) {
    counts.add(tokens, 1);
  }
  return sequences.map((sequence, index) => ({ sequence, tokens: document.blocks[index]?.tokens ?? [] }));
}

interface Weights {
  readonly weightOf: (place: number) => number;
  readonly step: (place: number, gradient: number) => void;
}

function learn(sequence: CaseSequence, tokens: readonly CaseToken[], { weightOf, step }: Weights): void {
  const free = tokens.map((_, index): Observed => (isAlwaysSmall(sequence, index) ? 'small' : 'free'));
  const gold = tokens.map(
    (token, index): Observed =>
      free[index] === 'small'
        ? 'small'
        : token.isInitial
          ? 'free'
          : /^\p{Lu}/u.test(token.text)
            ? 'capital'
            : 'small',
  );
  const scores = Float64Array.from(tokens, (_, index) =>
    free[index] === 'free' ? scoreOf(sequence, index, weightOf) : 0,
  );
  const couplings = couplingWeights(weightOf);
  const expected = decodeCase(sequence, { scores, observed: free, couplings });
  const wanted = decodeCase(sequence, { scores, observed: gold, couplings });
  for (const index of tokens.keys()) {
    const gradient = (wanted.capital[index] ?? 0) - (expected.capital[index] ?? 0);
    if (free[index] === 'free' && Math.abs(gradient) > 1e-4) {
      for (const place of caseFeatures(sequence, index)) {
        step(place, gradient);
      }
    }
    for (let state = index === 0 ? 4 : 0; state < 4; state += 1) {
      const at = index * 4 + state;
      const difference = (wanted.pairs[at] ?? 0) - (expected.pairs[at] ?? 0);
      if (Math.abs(difference) > 1e-4) {
        step(couplingPlace(couplingIndex(sequence, index, state)), difference);
      }
    }
  }
}

/** The same order for the same round: a model can be built again, byte for byte. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed + 1;
  const keyed = items.map((item) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return { item, key: state };
  });
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}
