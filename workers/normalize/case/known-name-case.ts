import { capitalize } from '../../../shared/text/casing.ts';
import type { CaseRule } from './case-rule.ts';

const MIN_LENGTH = 4;

/**
 * "sheinbaum said" -> "Sheinbaum said", where the article writes the name with a capital again and
 * again. Words that are ordinary words too, and what the article puts after "the", are no names.
 */
export const knownNameCase: CaseRule = {
  name: 'known-name-case',
  description: 'Capitalizes a name that the article capitalizes elsewhere',
  find: ({ tokens, lexicon, evidence }) => {
    if (lexicon.table.commonWords.length === 0) {
      return []; // without them every noun of the article's titles would look like a name
    }
    return tokens.flatMap((token, index) => {
      const before = tokens[index - 1]?.lower ?? '';
      const isCandidate =
        token.isRepairable &&
        token.lower.length >= MIN_LENGTH &&
        !lexicon.isCommonWord(token.lower) &&
        !lexicon.isDeterminer(before) &&
        !lexicon.isCalendarWord(token.lower);
      const cases = evidence.casesOf(token.lower);
      if (
        !isCandidate ||
        cases.afterDeterminer > 0 ||
        cases.capitalInside < 2 ||
        cases.lower * 3 > cases.capitalInside + 1
      ) {
        return [];
      }
      const confidence = cases.capitalInside >= 3 ? 0.86 : 0.7;
      return [{ token, replacement: capitalize(token.text), confidence }];
    });
  },
};
