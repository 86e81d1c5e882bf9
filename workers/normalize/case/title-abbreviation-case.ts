import type { CaseFinding, CaseRule, CaseView } from './case-rule.ts';
import { withClue } from './word-clues.ts';

/** Abbreviations that are nothing else, with or without a full stop. */
const ONLY_TITLE = /^(?:mr|mrs|ms|dr|prof|messrs|mme|hr)$/u;

/** "mr. Trump" -> "Mr. Trump", "gen. Smith" -> "Gen. Smith": abbreviated titles before a name. */
export const titleAbbreviationCase: CaseRule = {
  name: 'title-abbreviation-case',
  description: 'Capitalizes abbreviated titles before a name',
  find: (view) => {
    const known = view.lexicon.titleAbbreviations;
    return withClue(view.clues, 'abbreviation').flatMap((index): CaseFinding[] => {
      const token = view.tokens[index];
      const replacement = token?.isRepairable === true ? known.get(token.lower) : undefined;
      const confidence = replacement === undefined ? 0 : confidenceOf(view, index);
      return token === undefined || replacement === undefined || confidence === 0
        ? []
        : [{ token, replacement, confidence }];
    });
  },
};

function confidenceOf({ block, tokens }: CaseView, index: number): number {
  const token = tokens[index];
  const next = tokens[index + 1];
  const gap = block.text.slice(token?.end, next?.start);
  if (
    token === undefined ||
    next === undefined ||
    (gap !== ' ' && gap !== '. ') ||
    /^\p{N}/u.test(next.text)
  ) {
    return 0;
  }
  const isBeforeName = next.text !== next.lower;
  if (ONLY_TITLE.test(token.lower)) {
    return isBeforeName ? 0.97 : gap === '. ' ? 0.85 : 0.7;
  }
  return isBeforeName && gap === '. ' ? 0.92 : 0;
}
