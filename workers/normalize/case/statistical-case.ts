import type { CaseBlock } from './apply-case-rules.ts';
import { gatherEvidence } from './case-evidence.ts';
import type { CaseLoss } from './case-loss.ts';
import type { CaseFinding, CaseRule } from './case-rule.ts';
import { capitalizeIn } from './case-tokens.ts';
import type { Lexicon } from './lexicon.ts';
import { capitalProbabilities } from './model/case-model.ts';
import { isShapeless, usualForm } from './usual-form.ts';

const MIN_PROBABILITY = 0.5;

/**
 * Words that stand like names where many capitals are lost, by a model that was trained on texts in
 * correct case. Says nothing about an article whose capitals are in place.
 */
export const statisticalCase: CaseRule = {
  name: 'statistical-case',
  description: 'Capitalizes words that a trained model takes for names, in an article that lost its capitals',
  find: (view) => {
    const { lexicon, probabilities } = view;
    if (lexicon.model === undefined || probabilities === undefined) {
      return [];
    }
    const named = new Set(
      view.names.flatMap(({ name, index }) => Array.from(name.words.keys(), (offset) => index + offset)),
    );
    return view.tokens.flatMap((token, index): CaseFinding[] => {
      const probability = probabilities[index] ?? 0;
      if (
        !token.isRepairable ||
        probability < MIN_PROBABILITY ||
        named.has(index) ||
        lexicon.isUnguessed(token.lower)
      ) {
        return [];
      }
      const form = usualForm(token.lower, lexicon);
      const isGuess = form === undefined || lexicon.isCommonWord(token.lower);
      const from = (view.loss.rate >= MOSTLY ? FROM_WHEN_LOST : FROM_WHEN_MIXED)[isGuess ? 'guess' : 'known'];
      const replacement = form ?? capitalizeIn(token.text, lexicon.language);
      return (form === undefined && isShapeless(token.lower)) || /\p{N}/u.test(token.text)
        ? []
        : [{ token, replacement, confidence: confidenceOf(probability, from) }];
    });
  },
};

/** Probabilities of .5, the threshold and 1 become .6, .8 and .95. */
function confidenceOf(probability: number, threshold: number): number {
  return probability < threshold
    ? 0.6 + ((probability - MIN_PROBABILITY) / (threshold - MIN_PROBABILITY)) * 0.19
    : 0.8 + ((probability - threshold) / (1 - threshold)) * 0.15;
}

/** From these probabilities on a word is repaired: in an article that lost most capitals, and in one that keeps most. */
const FROM_WHEN_LOST = { known: 0.88, guess: 0.965 };
const FROM_WHEN_MIXED = { known: 0.88, guess: 0.97 };
const MOSTLY = 0.5;

interface GuessContext {
  readonly lexicon: Lexicon;
  readonly loss: CaseLoss;
}

/** A capital inside a sentence that an ordinary word gets by chance or style. */
const STRAY_CAPITAL = 0.02;
const MAX_COUNTED = 3;

/** Asks the language's model about every word; nothing where there is no model. */
export function guessCapitals(blocks: readonly CaseBlock[], { lexicon, loss }: GuessContext): Float64Array[] {
  if (lexicon.model === undefined) {
    return [];
  }
  const evidence = gatherEvidence(blocks, lexicon);
  const lost = Math.log(loss.rate);
  const kept = Math.log(Math.max(STRAY_CAPITAL, 1 - loss.rate) / STRAY_CAPITAL);
  // Bayes: a name loses its capital at the rate of the article, an ordinary word has none to lose.
  return capitalProbabilities(
    lexicon.model,
    blocks.map(({ block, tokens }) => ({ text: block.text, tokens })),
    (token) => {
      const { lower, capitalInside } = evidence.casesOf(token.lower);
      if (lexicon.isCommonWord(token.lower)) {
        return lost; // "the committee" beside "the Judiciary Committee"
      }
      return Math.max(1, Math.min(lower, MAX_COUNTED)) * lost + Math.min(capitalInside, MAX_COUNTED) * kept;
    },
  );
}
