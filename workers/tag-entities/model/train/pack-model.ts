import { LABEL_COUNT } from '../labels.ts';
import type { Lexicon } from '../lexicon.ts';
import type { TaggerModel } from '../tagger-model.ts';
import type { Weights } from './learn-weights.ts';

/** Weights smaller than this, in units of one step of learning, are left out. */
const SMALLEST = 0.6;
/** Weights beyond this are cut: few are. */
const LARGEST = 40;

/** Makes a model of learned weights: eight bits each, small ones left out. */
export function packModel(
  { rowOf, rows, transitions }: Weights,
  { language, lexicon }: { readonly language: string; readonly lexicon: Lexicon },
): TaggerModel {
  const scale = 127 / LARGEST;
  const kept: number[] = [];
  const weights: number[] = [];
  for (let feature = 0; feature < rowOf.length; feature += 1) {
    const row = rowOf[feature] ?? -1;
    if (row < 0) {
      continue;
    }
    const own = rows.subarray(row * LABEL_COUNT, (row + 1) * LABEL_COUNT);
    if (own.some((weight) => Math.abs(weight) >= SMALLEST)) {
      kept.push(feature);
      for (const weight of own) {
        const isKept = Math.abs(weight) >= SMALLEST;
        weights.push(isKept ? Math.max(-127, Math.min(127, Math.round(weight * scale))) : 0);
      }
    }
  }
  return {
    language,
    features: Uint32Array.from(kept),
    weights: Int8Array.from(weights),
    transitions: transitions.map((weight) => weight * scale),
    marginUnit: 20 * scale,
    lexicon,
  };
}
