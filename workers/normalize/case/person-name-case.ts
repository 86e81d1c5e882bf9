import type { CaseFinding, CaseRule, CaseView } from './case-rule.ts';
import { type CaseToken, capitalizeIn } from './case-tokens.ts';
import { findPhrases } from './phrase-case.ts';
import { withClue } from './word-clues.ts';

/** Small words inside a name: "de la", "van der". */
const PARTICLE =
  /^(?:de|da|do|dos|das|del|della|di|du|la|le|los|van|von|der|den|bin|bint|al|el|ibn|ben|ter|zu)$/u;
const MAX_PARTICLES = 2;

/**
 * "angela merkel" -> "Angela Merkel": a known person, or a given name with a surname. A given name or
 * a surname alone only in an article that lost its capitals.
 */
export const personNameCase: CaseRule = {
  name: 'person-name-case',
  description: 'Capitalizes names of persons',
  find: (view) => [
    ...findPhrases(view, 'person', 0.95),
    ...withClue(view.clues, 'givenName').flatMap((index) => findFullName(view, index)),
    ...findSingles(view),
  ],
};

function findFullName(view: CaseView, index: number): CaseFinding[] {
  const { tokens, lexicon } = view;
  const given = tokens[index];
  const givenForm = lexicon.givenNames.get(given?.lower ?? '');
  if (given === undefined || givenForm === undefined) {
    return [];
  }
  const at = surnameIndex(view, index);
  const surname = at === undefined ? undefined : tokens[at];
  if (at === undefined || surname === undefined) {
    return [];
  }
  const confidence = fullNameConfidence(view, given.lower, surname.lower);
  const form = lexicon.surnames.get(surname.lower) ?? capitalizeIn(surname.lower, lexicon.language);
  const found = [
    { token: given, replacement: givenForm, confidence },
    ...tokens
      .slice(index + 1, at)
      .filter((token) => token.text.length === 1)
      .map((token) => ({ token, replacement: token.text.toUpperCase(), confidence })),
    { token: surname, replacement: form, confidence },
  ];
  return confidence === 0 ? [] : found.filter(({ token }) => token.isRepairable);
}

/** Where the surname after a given name stands: initials and particles lie between. */
function surnameIndex({ block, tokens }: CaseView, index: number): number | undefined {
  let particles = 0;
  for (let at = index + 1; at <= index + MAX_PARTICLES + 2; at += 1) {
    const token = tokens[at];
    const before = tokens[at - 1];
    const gap = block.text.slice(before?.end, token?.start);
    const isAfterInitial = gap === '. ' && before?.text.length === 1;
    if (token === undefined || (gap !== ' ' && !isAfterInitial)) {
      return undefined;
    }
    const isInitial = token.text.length === 1 && block.text[token.end] === '.';
    if (PARTICLE.test(token.lower) && particles < MAX_PARTICLES) {
      particles += 1;
    } else if (!isInitial) {
      return at;
    }
  }
  return undefined;
}

function fullNameConfidence(view: CaseView, given: string, surname: string): number {
  const { lexicon, loss } = view;
  const isGivenOnly = !lexicon.isCommonWord(given);
  const isListed = lexicon.surnames.has(surname) || lexicon.givenNames.has(surname);
  const isSurnameOnly = isListed && !lexicon.isCommonWord(surname);
  if (lexicon.model === undefined) {
    return isGivenOnly && isSurnameOnly && !isOftenSmall(view, given) && !isOftenSmall(view, surname)
      ? 0.9
      : 0;
  }
  if (isGivenOnly && isListed) {
    return isSurnameOnly ? 0.95 : 0.9;
  }
  const info = lexicon.model.words.get(surname);
  const isForeign =
    surname.length >= 3 && !VERB_ENDING.test(surname) && (info === undefined || info.lower === 0);
  if (isGivenOnly && isForeign) {
    return loss.rate > 0 ? 0.88 : 0.7;
  }
  return isSurnameOnly && !MODAL.test(given) ? (loss.rate > 0 ? 0.86 : 0.7) : 0;
}

/** A word that the article writes small again and again is no name, unless it writes everything small. */
function isOftenSmall({ evidence, loss }: CaseView, word: string): boolean {
  const { lower, capitalInside } = evidence.casesOf(word);
  return loss.rate < MOSTLY && lower > 1 && lower > capitalInside;
}

const MOSTLY = 0.5;

/** Given names that are verbs: "will jones resign?" */
const MODAL = /^(?:will|may|can|grant|mark|rob|sue|pat|drew)$/u;

/** "Jeremy disagreed" */
const VERB_ENDING = /(?:ed|ing|ly|s)$/u;

function findSingles(view: CaseView): CaseFinding[] {
  const isLost = view.loss.rate >= SOME_LOSS && view.lexicon.model !== undefined;
  return isLost ? view.tokens.flatMap((token) => findSingle(view, token)) : [];
}

function findSingle(view: CaseView, token: CaseToken): CaseFinding[] {
  const { lexicon } = view;
  if (!token.isRepairable) {
    return [];
  }
  const form = lexicon.givenNames.get(token.lower) ?? lexicon.surnames.get(token.lower);
  const isOnlyName = form !== undefined && !lexicon.isCommonWord(token.lower) && token.lower.length >= 4;
  return isOnlyName && !hasLowerUse(view, token.lower)
    ? [{ token, replacement: form, confidence: 0.87 }]
    : [];
}

/** The share of lost capitals from which a name that stands alone has lost its own too. */
const SOME_LOSS = 0.1;

function hasLowerUse({ lexicon }: CaseView, word: string): boolean {
  const info = lexicon.model?.words.get(word);
  return info !== undefined && info.lower > 0 && info.lower + 2 > info.capital;
}
