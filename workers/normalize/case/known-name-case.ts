import { capitalize } from '../../../shared/text/casing.ts';
import type { CaseFinding, CaseRule, CaseView } from './case-rule.ts';
import type { CaseToken } from './case-tokens.ts';

const MIN_LENGTH = 4;
const MIN_SEEN = 2;
const SPEECH = /^(?:said|says|told|tells|added|adds|replied|asked|argued|believes|insisted|announced)$/u;

/**
 * "Claudia sheinbaum", "sheinbaum said" -> "Sheinbaum", where the article writes the name with a
 * capital elsewhere. Ordinary words, and what the article also writes small or puts after "the", are
 * no names.
 */
export const knownNameCase: CaseRule = {
  name: 'known-name-case',
  description: 'Capitalizes a name that the article capitalizes elsewhere',
  find: (view) => {
    if (view.lexicon.table.commonWords.length === 0 || !isRunningText(view)) {
      return []; // without a list of ordinary words, any word of a title would look like a name
    }
    return view.tokens.flatMap((token, index): CaseFinding[] => {
      const confidence = isCandidate(view, token) ? nameConfidence(view, token, index) : 0;
      return confidence === 0 ? [] : [{ token, replacement: capitalize(token.text), confidence }];
    });
  },
};

function isRunningText({ block }: CaseView): boolean {
  return block.kind === 'paragraph' || block.kind === 'quote' || block.kind === 'caption';
}

function isCandidate({ lexicon, evidence }: CaseView, token: CaseToken): boolean {
  const cases = evidence.casesOf(token.lower);
  return (
    token.isRepairable &&
    token.lower.length >= MIN_LENGTH &&
    !lexicon.isCommonWord(token.lower) &&
    !lexicon.isCalendarWord(token.lower) &&
    cases.capitalInside > 0 &&
    cases.afterDeterminer === 0 &&
    cases.lower === 1
  );
}

function nameConfidence({ block, tokens, evidence }: CaseView, token: CaseToken, index: number): number {
  const before = tokens[index - 1];
  const isPair = before?.isCapitalized === true && !before.isInitial && before.end + 1 === token.start;
  if (isPair && evidence.capitalPair(before.lower, token.lower) >= MIN_SEEN) {
    return 0.9;
  }
  if (evidence.casesOf(token.lower).capitalAlone < MIN_SEEN) {
    return 0;
  }
  const actsAsPerson =
    SPEECH.test(tokens[index + 1]?.lower ?? '') ||
    /^['’]s\b/u.test(block.text.slice(token.end, token.end + 3));
  return actsAsPerson ? 0.86 : 0;
}
