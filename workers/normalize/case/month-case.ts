import type { CaseFinding, CaseRule, CaseView } from './case-rule.ts';
import { type CaseToken, capitalizeIn } from './case-tokens.ts';
import { findPhrases } from './phrase-case.ts';
import { withClue } from './word-clues.ts';

const DATE_WORDS = /^(?:on|by|since|until|till|from|before|after|of|and|through|to|between)$/u;
const PERIOD_WORDS = /^(?:in|since|until|till|early|mid|late|last|next|by|during|every|throughout)$/u;
/** Words after which "march" and "may" are verbs. */
const VERB_NEXT =
  /^(?:be|have|not|also|well|need|want|seem|become|lead|include|on|through|in|to|for|with|against)$/u;

/** "january 12" -> "January 12"; "may", "march" and "august" only where they can be nothing else. */
export const monthCase: CaseRule = {
  name: 'month-case',
  description: 'Capitalizes months',
  find: (view) => [...findPhrases(view, 'month', 0.99), ...findAmbiguous(view)],
};

function findAmbiguous(view: CaseView): CaseFinding[] {
  const { lexicon } = view;
  return withClue(view.clues, 'ambiguous').flatMap((index) => {
    const token = view.tokens[index];
    const isMonth = token?.isRepairable === true && lexicon.isCalendarWord(token.lower);
    const confidence = isMonth ? monthConfidence(view, index) : 0;
    return token !== undefined && confidence > 0
      ? [{ token, replacement: capitalizeIn(token.text, lexicon.language), confidence }]
      : [];
  });
}

/** How sure it is that the word at `index` is a month; 0 where nothing speaks for it. */
function monthConfidence(view: CaseView, index: number): number {
  const before = view.tokens[index - 1];
  const next = view.tokens[index + 1];
  const afterNext = view.tokens[index + 2];
  const nextIsDay = next !== undefined && isDay(next.lower) && isNear(view, index, index + 1);
  if (nextIsDay) {
    const endsHere = /^\s*(?:$|[,.;:)!?–—-])/u.test(view.block.text.slice(next.end));
    const isDate = endsHere || DATE_WORDS.test(before?.lower ?? '') || isYear(afterNext?.lower);
    return isDate ? 0.95 : 0.6; // "march 3 miles", "may 5 people"
  }
  if (isYear(next?.lower)) {
    return 0.95;
  }
  if (
    before !== undefined &&
    isDay(before.lower) &&
    isNear(view, index - 1, index) &&
    !VERB_NEXT.test(next?.lower ?? '')
  ) {
    return /(?:st|nd|rd|th)$/u.test(before.lower) || isOf(view, index) ? 0.92 : 0.6;
  }
  if (next !== undefined && isCalendarNeighbour(view, next, index)) {
    return 0.9;
  }
  if (PERIOD_WORDS.test(before?.lower ?? '') && endsPhrase(view, index)) {
    return tokenAt(view, index)?.lower === 'may' || before?.lower !== 'in' ? 0.85 : 0.7;
  }
  return 0;
}

function isCalendarNeighbour(view: CaseView, next: CaseToken, index: number): boolean {
  const month = view.tokens[index + 2];
  const isRange = /^(?:to|and|through|until|or)$/u.test(next.lower);
  return isRange && month !== undefined && view.lexicon.isCalendarWord(month.text) && month.lower !== 'may';
}

/** Whether the phrase ends with the word: a comma, a full stop or the end of the block follows. */
function endsPhrase(view: CaseView, index: number): boolean {
  return /^\s*(?:$|[,.;:)!?–—])/u.test(view.block.text.slice(tokenAt(view, index)?.end ?? 0));
}

function isOf(view: CaseView, index: number): boolean {
  return (
    /^(?:on|since|until|by)$/u.test(view.tokens[index - 2]?.lower ?? '') ||
    isYear(view.tokens[index + 1]?.lower)
  );
}

function isDay(word: string): boolean {
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(word)?.[1];
  return day !== undefined && Number(day) >= 1 && Number(day) <= 31;
}

function isYear(word: string | undefined): boolean {
  return word !== undefined && /^(?:1[5-9]|20)\d{2}$/u.test(word);
}

function isNear(view: CaseView, left: number, right: number): boolean {
  return tokenAt(view, right)?.start === (tokenAt(view, left)?.end ?? -2) + 1;
}

function tokenAt(view: CaseView, index: number): CaseToken | undefined {
  return view.tokens[index];
}
