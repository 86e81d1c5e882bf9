import type { CaseFinding, CaseRule, CaseView } from './case-rule.ts';
import { findPhrases } from './phrase-case.ts';

/** Words between which and a noun "us" is the pronoun: "gave us president Obama's word". */
const TAKES_PRONOUN =
  /^(?:of|for|to|with|by|between|among|tell|tells|told|telling|give|gives|gave|given|giving|show|shows|showed|let|lets|help|helps|helped|make|makes|made|ask|asks|asked|bring|brings|brought|keep|keeps|kept|want|wants|wanted|see|saw|call|called|join|joined|send|sent|got|get|gets|allow|allows|allowed|all|both|each|some|one|many|most|none|like|about|around|behind|before|after|teach|taught|remind|reminds|reminded)$/u;

/** "nato" -> "NATO", "u.s." -> "U.S."; "us" is the country only where it can be no pronoun. */
export const acronymCase: CaseRule = {
  name: 'acronym-case',
  description: 'Writes acronyms in capitals',
  find: (view) => [...findPhrases(view, 'acronym', 0.95), ...findCountry(view)],
};

function findCountry(view: CaseView): CaseFinding[] {
  const { nounsAfterCountry } = view.lexicon.table;
  if (nounsAfterCountry.length === 0) {
    return [];
  }
  const found: CaseFinding[] = [];
  for (const [index, token] of view.tokens.entries()) {
    if (token.lower === 'us' && token.isRepairable) {
      const confidence = countryConfidence(view, index);
      found.push(...(confidence === 0 ? [] : [{ token, replacement: 'US', confidence }]));
    }
  }
  return found;
}

function countryConfidence({ block, tokens, lexicon }: CaseView, index: number): number {
  const token = tokens[index];
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  const start = token?.start ?? 0;
  const isJoined = before !== undefined && block.text.slice(before.end, start) === ' ';
  if (isJoined && before.lower === 'the') {
    return next !== undefined && /^(?:and|versus|vs)$/u.test(next.lower) ? 0.6 : 0.95;
  }
  if (token !== undefined && block.text[token.end] === '$') {
    return 0.97;
  }
  const isBeforeNoun =
    next !== undefined &&
    block.text.slice(token?.end, next.start) === ' ' &&
    lexicon.isNounAfterCountry(next.lower);
  const isPronoun = isJoined && TAKES_PRONOUN.test(before.lower);
  return isBeforeNoun ? (isPronoun ? 0.6 : 0.9) : 0;
}
