import { isCloser, isDigit, isHebrew, isLetter, isOpener, isSpacedLetter } from './character.ts';
import { type FoundMark, wordAfter, wordBefore } from './find-marks.ts';

export type MarkRole = 'open' | 'close' | 'again' | 'apostrophe' | 'gershayim' | 'none';

/** A quotation that is open. */
export interface Opened {
  /** Of the mark that opened it; -1 where that is in a paragraph before. */
  readonly index: number;
  readonly depth: number;
  readonly isDouble: boolean;
}

/** What stands around a mark beyond its neighbours. */
export interface Place {
  readonly found: readonly FoundMark[];
  readonly stack: readonly Opened[];
  readonly hints: ReadonlyMap<string, 'open' | 'close'>;
  readonly language: string;
  readonly elisions: readonly string[];
}

/**
 * Tells what a mark is in its place: from the spaces, letters and marks around it; where these say
 * nothing from its glyph, else from the quotation that is open.
 */
export function roleOf(mark: FoundMark, index: number, place: Place): MarkRole {
  return mark.isDouble ? doubleRole(mark, index, place) : singleRole(mark, index, place);
}

function doubleRole(mark: FoundMark, index: number, place: Place): MarkRole {
  const { found, stack, language } = place;
  if (language === 'he' && isGershayim(mark, index, found, stack)) {
    return 'gershayim';
  }
  const told = toldByPlace(mark) ?? place.hints.get(mark.glyph);
  const isOpen = stack.some(({ isDouble }) => isDouble);
  if (isDigit(mark.before) && !isOpen && told === 'close') {
    return 'none'; // inches, seconds
  }
  return told ?? (isOpen || endsWhatBeganBefore(mark, index, place) ? 'close' : 'open');
}

/** What follows a quotation in languages that write no space there. */
const QUOTATIVES: Readonly<Record<string, RegExp>> = { ja: /^と$/u, ko: /^[라고이]$/u };

/** A mark without a partner in the text, after the end of a sentence or before a word of quoting. */
function endsWhatBeganBefore(mark: FoundMark, index: number, { found, language }: Place): boolean {
  const isLeftOver = found.slice(index).filter(({ isDouble }) => isDouble).length % 2 === 1;
  const isWide = language === 'zh';
  return (
    isLeftOver &&
    ((isWide && /^[，。！？,.!?]$/u.test(mark.before)) || QUOTATIVES[language]?.test(mark.after) === true)
  );
}

/** Between Hebrew letters, unless a letter that is written onto the next word stands before a quotation. */
function isGershayim(
  mark: FoundMark,
  index: number,
  found: readonly FoundMark[],
  stack: readonly Opened[],
): boolean {
  if (!/^["“”„״]$/u.test(mark.glyph) || !isHebrew(mark.before) || !isHebrew(mark.after)) {
    return false;
  }
  const closes = found
    .slice(index + 1)
    .find(({ isDouble, before, after }) => isDouble && !(isHebrew(before) && isHebrew(after)));
  const isPrefixed = /^[והבכלמש]{1,2}$/u.test(wordBefore(mark)) && wordAfter(mark).length > 1;
  return !(isPrefixed && stack.length === 0 && closes !== undefined && toldByPlace(closes) === 'close');
}

function singleRole(mark: FoundMark, index: number, place: Place): MarkRole {
  const { found, stack, hints, elisions } = place;
  const { before, after, glyph } = mark;
  if (/^[‹›『』‚]$/u.test(glyph)) {
    return (
      toldByPlace(mark) ?? hints.get(glyph) ?? (stack.some(({ isDouble }) => !isDouble) ? 'close' : 'open')
    );
  }
  const isStacked = stack.some(({ isDouble }) => !isDouble);
  const told = toldByPlace(mark);
  if (told === undefined && (isSpacedLetter(before) || isDigit(before)) && isSpacedLetter(after)) {
    return 'apostrophe';
  }
  if (glyph === '´' || glyph === '`') {
    return 'none';
  }
  if (told === 'close' || (told === undefined && isStacked)) {
    const usual = /^\p{P}$/u.test(before) ? 'close' : isSpacedLetter(before) ? 'apostrophe' : 'none';
    return isStacked ? 'close' : usual;
  }
  const isElision =
    (elisions.length > 0 && elisions.includes(wordAfter(mark).toLowerCase())) || isDecade(mark, index, found);
  if (told === 'open' || !isSpacedLetter(before)) {
    return isElision ? 'apostrophe' : 'open';
  }
  return isLetter(after) ? 'apostrophe' : 'none';
}

/** `’90s`: two digits, and no mark that could end a quotation. */
function isDecade(mark: FoundMark, index: number, found: readonly FoundMark[]): boolean {
  return isDigit(mark.after) && !closesLater(index, found);
}

/** Tells whether the next single mark that is no apostrophe may end a quotation. */
export function closesLater(index: number, found: readonly FoundMark[]): boolean {
  const next = found
    .slice(index + 1)
    .find(
      ({ isDouble, glyph, before, after }) =>
        !isDouble && !/^[´`]$/u.test(glyph) && !(isSpacedLetter(before) && isSpacedLetter(after)),
    );
  return next !== undefined && toldByPlace(next) !== 'open';
}

function toldByPlace({ before, after }: FoundMark): 'open' | 'close' | undefined {
  const mayOpen = isOpener(before);
  const mayClose = isCloser(after);
  return mayOpen === mayClose ? undefined : mayOpen ? 'open' : 'close';
}
