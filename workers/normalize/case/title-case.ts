import { capitalize, isAllCaps } from '../../../shared/text/casing.ts';
import type { CaseFinding, CaseRule, CaseView } from './case-rule.ts';

/**
 * "However, president Trump's statements" -> "President Trump's": a title directly before a name,
 * without a word that modifies it. "US president Donald Trump" and "the Mexican president Claudia
 * Sheinbaum" are correct as they are. Sure only where the article itself capitalizes the title.
 */
export const titleCase: CaseRule = {
  name: 'title-case',
  description: 'Capitalizes a title directly before a name, where the article does so elsewhere',
  find: (view) => {
    const titles = new Set(view.lexicon.table.titles);
    return view.tokens.flatMap((_, index) => {
      const length = titles.has(phrase(view, index, 2)) ? 2 : titles.has(phrase(view, index, 1)) ? 1 : 0;
      const isInner = length === 1 && titles.has(phrase(view, index - 1, 2));
      return length === 0 || isInner ? [] : findTitle(view, index, length);
    });
  },
};

function findTitle(view: CaseView, index: number, length: number): CaseFinding[] {
  const words = view.tokens.slice(index, index + length);
  const name = view.tokens[index + length];
  const last = words.at(-1);
  const isBeforeName =
    name !== undefined &&
    last !== undefined &&
    name.isCapitalized &&
    view.block.text.slice(last.end, name.start) === ' ' &&
    !view.lexicon.isCalendarWord(name.text) &&
    !view.lexicon.isSentenceStarter(name.text);
  if (!isBeforeName || !words.every((word) => word.isRepairable) || isModified(view, index)) {
    return [];
  }
  const confidence = titleConfidence(
    view,
    words.map((word) => word.lower),
    name.lower,
  );
  return words.map((token) => ({ token, replacement: capitalize(token.text), confidence }));
}

function isModified(view: CaseView, index: number): boolean {
  const before = view.tokens[index - 1];
  const start = view.tokens[index]?.start ?? 0;
  const gap = view.block.text.slice(before?.end ?? 0, start);
  if (before === undefined || /[,;:.!?()"“”—–]/u.test(gap)) {
    return false;
  }
  return (
    before.isCapitalized ||
    isAllCaps(before.text) ||
    before.lower === 's' ||
    gap.includes('-') ||
    view.lexicon.isDeterminer(before.lower) ||
    view.lexicon.isTitleModifier(before.lower) ||
    view.lexicon.phrasesFrom(before.lower).some((known) => known.kind === 'demonym')
  );
}

function titleConfidence(view: CaseView, title: readonly string[], name: string): number {
  const lastWord = title.at(-1) ?? '';
  if (view.evidence.capitalPair(lastWord, name) > 0) {
    return 0.92;
  }
  return view.evidence.capitalBeforeName(lastWord) > 0 ? 0.84 : 0.7;
}

function phrase(view: CaseView, index: number, length: number): string {
  return index < 0
    ? ''
    : view.tokens
        .slice(index, index + length)
        .map((token) => token.lower)
        .join(' ');
}
