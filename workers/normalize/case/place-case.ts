import type { CaseFinding, CaseRule, CaseView } from './case-rule.ts';
import { capitalizeIn } from './case-tokens.ts';
import { findPhrases, isInLowerCompound } from './phrase-case.ts';
import { withClue } from './word-clues.ts';

const BEFORE_PLACE = /^(?:in|to|from|with|against|between|across|toward|towards|via|near|and)$/u;

/** "mexico's constitution" -> "Mexico's constitution"; "turkey" and "china" only with evidence. */
export const placeCase: CaseRule = {
  name: 'place-case',
  description: 'Capitalizes countries and other well-known places',
  find: (view) => [...findPhrases(view, 'place', 0.97), ...findAmbiguous(view)],
};

function findAmbiguous(view: CaseView): CaseFinding[] {
  const places = withClue(view.clues, 'ambiguous');
  const ambiguous =
    places.length === 0
      ? undefined
      : new Set(view.lexicon.table.ambiguousPlaces.map((place) => place.toLowerCase()));
  return places.flatMap((index) => {
    const token = view.tokens[index];
    const isPlace = token?.isRepairable === true && ambiguous?.has(token.lower) === true;
    if (token === undefined || !isPlace || isInLowerCompound(view, token)) {
      return [];
    }
    const cases = view.evidence.casesOf(token.lower);
    const isPossessive = /^['’]s\b/u.test(view.block.text.slice(token.end));
    const before = view.tokens[index - 1]?.lower ?? '';
    if (view.lexicon.isDeterminer(before) && !isPossessive) {
      return []; // "the turkey"
    }
    const seen = cases.capitalInside > 0 && cases.capitalInside >= cases.lower;
    const fits = isPossessive || BEFORE_PLACE.test(before);
    const confidence = seen && fits ? 0.9 : seen || fits ? 0.65 : 0;
    return confidence > 0
      ? [{ token, replacement: capitalizeIn(token.text, view.lexicon.language), confidence }]
      : [];
  });
}
