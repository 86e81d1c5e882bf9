import { isAllCaps } from '../../../shared/text/casing.ts';
import type { CaseFinding, CaseRule, CaseView } from './case-rule.ts';
import { capitalizeIn } from './case-tokens.ts';

/** The share of lost capitals from which a title has lost its own too. */
const MUCH = 0.1;

/**
 * "However, president Trump's statements" -> "President Trump's": a title directly before a name,
 * without a word that modifies it. "US president Donald Trump" and "the Mexican president Claudia
 * Sheinbaum" are correct as they are. Sure only where the article itself
 * capitalizes the title, or lost its capitals.
 */
export const titleCase: CaseRule = {
  name: 'title-case',
  description: 'Capitalizes a title directly before a name, where the article does so elsewhere',
  find: (view) => {
    return view.tokens.flatMap((token, index) => {
      if (!token.isRepairable) {
        return [];
      }
      const length = view.lexicon.isTitle(phrase(view, index, 2))
        ? 2
        : view.lexicon.isTitle(phrase(view, index, 1))
          ? 1
          : 0;
      const isInner = length === 1 && view.lexicon.isTitle(phrase(view, index - 1, 2));
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
  return words.map((token) => ({
    token,
    replacement: capitalizeIn(token.text, view.lexicon.language),
    confidence,
  }));
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
    view.lexicon.namesFrom(before.lower).some((known) => known.kind === 'demonym' && known.words.length === 1)
  );
}

function titleConfidence(view: CaseView, title: readonly string[], name: string): number {
  const lastWord = title.at(-1) ?? '';
  if (view.evidence.capitalPair(lastWord, name) > 0) {
    return 0.92;
  }
  if (view.evidence.capitalBeforeName(lastWord) > 0 || view.loss.rate >= MUCH) {
    return 0.84;
  }
  return 0.7;
}

function phrase(view: CaseView, index: number, length: number): string {
  return index < 0
    ? ''
    : view.tokens
        .slice(index, index + length)
        .map((token) => token.lower)
        .join(' ');
}
