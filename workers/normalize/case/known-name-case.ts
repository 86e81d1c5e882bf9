import type { CaseFinding, CaseRule, CaseView } from './case-rule.ts';
import { type CaseToken, capitalizeIn } from './case-tokens.ts';

const MIN_LENGTH = 4;
const MIN_SEEN = 2;
const SPEECH = /^(?:said|says|told|tells|added|adds|replied|asked|argued|believes|insisted|announced)$/u;

/**
 * "Claudia sheinbaum", "sheinbaum said" -> "Sheinbaum", where the article writes the name with a
 * capital elsewhere. Ordinary words, and what the article also writes small or puts after "the", are
 * no names, unless the article loses capitals and names a person so.
 */
export const knownNameCase: CaseRule = {
  name: 'known-name-case',
  description: 'Capitalizes a name that the article capitalizes elsewhere',
  find: (view) => {
    if (view.lexicon.table.commonWords.length === 0 || !isRunningText(view)) {
      return []; // without a list of ordinary words, any word of a title would look like a name
    }
    const found: CaseFinding[] = [];
    for (const [index, token] of view.tokens.entries()) {
      const confidence = token.isRepairable ? confidenceOf(view, token, index) : 0;
      if (confidence > 0) {
        found.push({ token, replacement: formOf(view, token), confidence });
      }
    }
    return found;
  },
};

function isRunningText({ block }: CaseView): boolean {
  return block.kind === 'paragraph' || block.kind === 'quote' || block.kind === 'caption';
}

function formOf({ lexicon, evidence }: CaseView, token: CaseToken): string {
  const surname = lexicon.surnames.get(token.lower);
  return evidence.casesOf(token.lower).innerForm ?? surname ?? capitalizeIn(token.text, lexicon.language);
}

function confidenceOf(view: CaseView, token: CaseToken, index: number): number {
  return Math.max(personConfidence(view, token, index), evidenceConfidence(view, token, index));
}

/** "john kerry ... kerry said", in an article that lost capitals. */
function personConfidence(view: CaseView, token: CaseToken, index: number): number {
  const { lexicon, evidence, loss } = view;
  const before = view.tokens[index - 1];
  if (loss.rate === 0 || lexicon.isCalendarWord(token.lower)) {
    return 0;
  }
  if (lexicon.surnames.has(token.lower) && isTitled(view, before)) {
    return 0.9; // "president trump"
  }
  const isDetermined = before !== undefined && lexicon.isDeterminer(before.lower);
  const isCommon = lexicon.isCommonWord(token.lower);
  if (evidence.isSurname(token.lower) && !isCommon) {
    return isDetermined ? 0.7 : 0.9;
  }
  const { afterDeterminer, capitalAlone } = evidence.casesOf(token.lower);
  const standsAlone =
    lexicon.model !== undefined &&
    capitalAlone >= MIN_SEEN &&
    afterDeterminer === 0 &&
    token.lower.length >= MIN_LENGTH &&
    !isCompound(view, token);
  const isPerson = evidence.isSurname(token.lower) && actsAsPerson(view, token, index);
  return !isDetermined && (standsAlone || isPerson) ? 0.86 : 0;
}

/** "nord-coréen" beside "le Nord" */
function isCompound({ block }: CaseView, token: CaseToken): boolean {
  return block.text[token.end] === '-' || block.text[token.start - 1] === '-';
}

function isTitled({ lexicon }: CaseView, before: CaseToken | undefined): boolean {
  return (
    before !== undefined && (lexicon.isTitle(before.lower) || lexicon.titleAbbreviations.has(before.lower))
  );
}

function evidenceConfidence(view: CaseView, token: CaseToken, index: number): number {
  const { lexicon, evidence } = view;
  const cases = evidence.casesOf(token.lower);
  if (cases.capitalInside === 0) {
    return 0;
  }
  const isCandidate =
    token.lower.length >= MIN_LENGTH &&
    !lexicon.isCommonWord(token.lower) &&
    !lexicon.isCalendarWord(token.lower) &&
    cases.afterDeterminer === 0 &&
    cases.lower === 1;
  if (!isCandidate) {
    return 0;
  }
  const before = view.tokens[index - 1];
  const isPair = before?.isCapitalized === true && !before.isInitial && before.end + 1 === token.start;
  if (isPair && evidence.capitalPair(before.lower, token.lower) >= MIN_SEEN) {
    return 0.9;
  }
  return cases.capitalAlone >= MIN_SEEN && actsAsPerson(view, token, index) ? 0.86 : 0;
}

function actsAsPerson({ block, tokens }: CaseView, token: CaseToken, index: number): boolean {
  return (
    SPEECH.test(tokens[index + 1]?.lower ?? '') ||
    /^['’]s\b/u.test(block.text.slice(token.end, token.end + 3))
  );
}
