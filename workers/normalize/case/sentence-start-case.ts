import type { CaseRule, CaseView } from './case-rule.ts';
import { type CaseToken, capitalizeIn } from './case-tokens.ts';
import { isShapeless, usualForm } from './usual-form.ts';

/** A full stop after a word of four letters or a number: no abbreviation, no initial. */
const SURE_END = /(?:[\p{L}]{4,}|\d)\.\s+$/u;
/** An end of a sentence in an article that starts many of them small. */
const LIKELY_END = /(?:^|(?:[\p{L}\p{N}]{2,}|[\p{L}\p{N}]['’]\p{L}|[)"”’%])[.!?…]\s+)["“‘(]*$/u;
/** The end of a quotation: the sentence may go on with who said it. */
const QUOTE_END = /[.!?…]["”’)]+\s+["“‘(]*$/u;
/** The share of sentences that start small from which this is a loss and no style. */
const SOME = 0.1;

/**
 * Capitalizes the first word of a sentence in running text, where that word often starts one
 * ("the", "he"). Other words may be brands or commands that start with a small letter, and a block
 * that starts small may go on with what stood before it. An article that starts many sentences small
 * has lost these capitals too, and gets all of them back.
 */
export const sentenceStartCase: CaseRule = {
  name: 'sentence-start-case',
  description: 'Capitalizes the first word of a sentence',
  find: (view) =>
    view.tokens
      .filter((token) => token.isInitial && token.isRepairable)
      .map((token) => ({ token, confidence: startConfidence(view, token) }))
      .filter(({ confidence }) => confidence > 0)
      .map(({ token, confidence }) => ({ token, replacement: formOf(view, token), confidence })),
};

/** "mcdonnell" -> "McDonnell"; an ordinary word has its first letter changed only. */
function formOf({ lexicon }: CaseView, token: CaseToken): string {
  const form = lexicon.isCommonWord(token.lower) ? undefined : usualForm(token.lower, lexicon);
  return form ?? capitalizeIn(token.text, lexicon.language);
}

function startConfidence(view: CaseView, token: CaseToken): number {
  const { block, lexicon, loss } = view;
  const isProse = block.kind === 'paragraph' || block.kind === 'quote';
  const before = block.text.slice(Math.max(0, token.start - 40), token.start);
  const isStarter = lexicon.isSentenceStarter(capitalizeIn(token.text, lexicon.language));
  if (lexicon.table.ordinalNumbers && /\d\.\s+$/u.test(before)) {
    return 0; // "25. dakikada"
  }
  if (
    isProse &&
    isStarter &&
    SURE_END.test(before) &&
    !/^(?:['’-]| ?\()/u.test(block.text.slice(token.end))
  ) {
    return 0.9;
  }
  const isText = isProse || block.kind === 'caption' || block.kind === 'headline' || block.kind === 'heading';
  if (!isText || loss.startRate < SOME || isBrand(view, token)) {
    return 0;
  }
  const isFragment = isProse && before === '' && !/[.!?…]["”’)]*$/u.test(block.text);
  if (isFragment || /\p{N}/u.test(token.text) || (isShapeless(token.lower) && !isStarter)) {
    return 0;
  }
  const isEnd = LIKELY_END.test(before) || (isStarter && QUOTE_END.test(before));
  return isEnd && !isAbbreviation(before, view) ? 0.9 : 0;
}

/** "iPhone", "eBay": a name that starts small. */
function isBrand({ lexicon }: CaseView, token: CaseToken): boolean {
  return lexicon
    .namesFrom(token.lower)
    .some((name) => name.words.length === 1 && /^\p{Ll}/u.test(name.normal[0] ?? ''));
}

/** "e.g. the", "Inc. the": no full stop of a sentence. */
function isAbbreviation(before: string, { lexicon }: CaseView): boolean {
  const word = /(\p{L}+)\.\s+["“‘(]*$/u.exec(before)?.[1]?.toLowerCase();
  return word !== undefined && (lexicon.titleAbbreviations.has(word) || lexicon.isMidSentence(word));
}
