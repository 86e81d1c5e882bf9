import type { CaseLoss } from './case-loss.ts';
import type { CaseRule } from './case-rule.ts';

/** "i think", "i'm" -> "I think", "I'm"; not "i.e." or the item "i)". */
export const pronounCase: CaseRule = {
  name: 'pronoun-case',
  description: 'Capitalizes the English pronoun I',
  find: ({ block, tokens, lexicon, loss }) =>
    lexicon.language === 'en'
      ? tokens
          .filter(
            (token) =>
              token.text === 'i' &&
              token.isRepairable &&
              /^(?:[ ,?!…]|['’](?:m|ve|d|ll)\b|$)/u.test(block.text.slice(token.end, token.end + 4)) &&
              !/[\p{L}\p{N}.\-/(&]$/u.test(block.text.slice(0, token.start)),
          )
          .map((token) => ({
            token,
            replacement: 'I',
            confidence: confidenceOf(block.text[token.end], loss),
          }))
      : [],
};

/** "option i, or ii" */
function confidenceOf(next: string | undefined, loss: CaseLoss): number {
  return next === ',' && loss.rate === 0 ? 0.7 : 0.97;
}
