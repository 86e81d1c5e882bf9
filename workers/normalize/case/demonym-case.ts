import type { CaseFinding, CaseRule, CaseView } from './case-rule.ts';
import { capitalizeIn } from './case-tokens.ts';
import { findPhrases } from './phrase-case.ts';
import { withClue } from './word-clues.ts';

/** "mexican foreign minister" -> "Mexican foreign minister"; "polish" only as a nationality. */
export const demonymCase: CaseRule = {
  name: 'demonym-case',
  description: 'Capitalizes nationalities and languages',
  find: (view) => [...findPhrases(view, 'demonym', 0.96), ...findAmbiguous(view)],
};

function findAmbiguous(view: CaseView): CaseFinding[] {
  return withClue(view.clues, 'ambiguous').flatMap((index) => {
    const token = view.tokens[index];
    if (token?.isRepairable !== true) {
      return [];
    }
    const names = evidenceFor(view, token.lower);
    const before = view.tokens[index - 1]?.lower ?? '';
    if (names === undefined || before === 'to') {
      return [];
    }
    const next = view.tokens[index + 1];
    const hasNoun = next !== undefined && (view.lexicon.isNounAfterDemonym(next.lower) || next.isCapitalized);
    const seen =
      view.evidence.casesOf(token.lower).capitalInside > 0 ||
      names.some((name) => isWritten(view, name.toLowerCase()));
    const confidence = hasNoun ? (seen ? 0.92 : 0.75) : seen ? 0.5 : 0;
    return confidence > 0
      ? [{ token, replacement: capitalizeIn(token.text, view.lexicon.language), confidence }]
      : [];
  });
}

/** The names that speak for a nationality; undefined where the word is none. */
function evidenceFor({ lexicon }: CaseView, lowerWord: string): readonly string[] | undefined {
  const entries = Object.entries(lexicon.table.ambiguousDemonyms);
  return entries.findLast(([word]) => word.toLowerCase() === lowerWord)?.[1];
}

/** Whether the article has a name with its capital, also where a sentence starts with it. */
function isWritten({ evidence }: CaseView, name: string): boolean {
  const { capitalInside, capitalInitial } = evidence.casesOf(name);
  return capitalInside + capitalInitial > 0;
}
