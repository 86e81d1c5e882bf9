import { isAllCaps } from '../../../shared/text/casing.ts';
import type { CaseFinding, CaseRule, CaseView } from './case-rule.ts';
import { capitalizeIn } from './case-tokens.ts';
import { CLUE, withClue } from './word-clues.ts';

/** The share of lost capitals from which a title has lost its own too. */
const MUCH = 0.1;

/** "Prime minister Theresa May" */
const HALF_TITLE = 0.9;

/**
 * "However, president Trump's statements" -> "President Trump's": a title directly before a name,
 * without a word that modifies it. "US president Donald Trump" and "the Mexican president Claudia
 * Sheinbaum" are correct as they are. Sure only where the article itself capitalizes the
 * title, wholly or in part, or lost its capitals.
 */
export const titleCase: CaseRule = {
  name: 'title-case',
  description: 'Capitalizes a title directly before a name, where the article does so elsewhere',
  find: (view) => {
    return withClue(view.clues, 'title').flatMap((index) => {
      const length = titleLength(view, index);
      const isInner = length === 1 && titleLength(view, index - 1) === 2;
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
  const isHalf = words.some((word) => word.isCapitalized);
  if (!isBeforeName || (!isHalf && isModified(view, index))) {
    return [];
  }
  const confidence = isHalf ? HALF_TITLE : titleConfidence(view, last.lower, name.lower);
  return words
    .filter((word) => word.isRepairable)
    .map((token) => ({
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

function titleConfidence(view: CaseView, lastWord: string, name: string): number {
  if (view.evidence.capitalPair(lastWord, name) > 0) {
    return 0.92;
  }
  if (view.evidence.capitalBeforeName(lastWord) > 0 || view.loss.rate >= MUCH) {
    return 0.84;
  }
  return 0.7;
}

/** How many words of a title start at `index`: "prime minister" is two. */
function titleLength({ tokens, clues, lexicon }: CaseView, index: number): number {
  if (((clues[index] ?? 0) & CLUE.title) === 0) {
    return 0;
  }
  const first = tokens[index]?.lower ?? '';
  return lexicon.isTitle(`${first} ${tokens[index + 1]?.lower ?? ''}`) ? 2 : lexicon.isTitle(first) ? 1 : 0;
}
