import { editsOf, type TextRule } from './text-rule.ts';

const BROKEN =
  /(?<![\p{L}\p{M}])(?<first>[\p{L}\p{M}]{2,40})[-\u2010][ \t]*\n[ \t]*(?<second>\p{Ll}[\p{L}\p{M}]{1,40})/gu;
const HYPHEN_AT_END = /[-\u2010][ \t]*\n/u;
/** After these words a hyphen stands for a part that follows later: "Vor- und Nachteile". */
const SUSPENDS = /^(?:und|oder|bis|and|or|to|y|o|et|ou|e|en|of|och|og|i|lub)$/u;

/**
 * Joins a word that was broken at a hyphen over two lines. The hyphen goes where the article spells
 * the word without it elsewhere, else it stays: converters break "low-cost" at its own hyphen.
 */
export const lineHyphen: TextRule = {
  name: 'line-hyphen',
  description: 'Joins words that were broken at a hyphen over two lines',
  confidence: 0.9,
  find: ({ text }, _language, words) =>
    editsOf(HYPHEN_AT_END.test(text) ? text : '', BROKEN, (match) => {
      const { first = '', second = '' } = match.groups ?? {};
      if (SUSPENDS.test(second)) {
        return undefined;
      }
      const isOneWord = words.has(first + second) && !words.has(`${first}-${second}`);
      return isOneWord ? first + second : `${first}-${second}`;
    }),
};
