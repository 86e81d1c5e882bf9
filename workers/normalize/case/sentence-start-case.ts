import { capitalize } from '../../../shared/text/casing.ts';
import type { CaseRule } from './case-rule.ts';

/** A full stop after a word of four letters or a number: no abbreviation, no initial. */
const SENTENCE_END = /(?:[\p{L}]{4,}|\d)\.\s+$/u;

/**
 * Capitalizes the first word of a sentence in running text, where that word often starts one
 * ("the", "he"). Other words may be brands or commands that start with a small letter, and a block
 * that starts small may go on with what stood before it.
 */
export const sentenceStartCase: CaseRule = {
  name: 'sentence-start-case',
  description: 'Capitalizes the first word of a sentence',
  find: ({ block, tokens, lexicon }) => {
    if (block.kind !== 'paragraph' && block.kind !== 'quote') {
      return [];
    }
    return tokens.flatMap((token) => {
      const before = block.text.slice(Math.max(0, token.start - 40), token.start);
      if (
        !token.isRepairable ||
        !SENTENCE_END.test(before) ||
        /^(?:['’-]| ?\()/u.test(block.text.slice(token.end))
      ) {
        return [];
      }
      const replacement = capitalize(token.text);
      return lexicon.isSentenceStarter(replacement) ? [{ token, replacement, confidence: 0.9 }] : [];
    });
  },
};
