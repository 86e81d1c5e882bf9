import type { CaseRule } from './case-rule.ts';

/** "i think", "i'm" -> "I think", "I'm"; not "i.e." or the item "i)". */
export const pronounCase: CaseRule = {
  name: 'pronoun-case',
  description: 'Capitalizes the English pronoun I',
  find: ({ block, tokens, lexicon }) =>
    lexicon.language === 'en'
      ? tokens
          .filter(
            (token) =>
              token.text === 'i' &&
              token.isRepairable &&
              /^(?:[ ,?!…]|['’](?:m|ve|d|ll)\b|$)/u.test(block.text.slice(token.end, token.end + 4)) &&
              !/[\p{L}\p{N}.\-/(&]$/u.test(block.text.slice(0, token.start)),
          )
          .map((token) => ({ token, replacement: 'I', confidence: 0.97 }))
      : [],
};
