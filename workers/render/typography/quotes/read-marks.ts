import type { QuoteStyle } from '../typography-style.ts';
import { type FoundMark, findMarks } from './find-marks.ts';

/** A mark with what it is in its place. */
export interface QuoteMark extends FoundMark {
  readonly role: 'open' | 'close' | 'again' | 'apostrophe' | 'gershayim' | 'none';
  /** Quotations around it; the same for both marks of one. */
  readonly depth: number;
  /** It stands for a single mark although it is a double one, or the other way round. */
  readonly isSingle: boolean;
  /** It ends a quotation that nothing began. */
  readonly isStray: boolean;
}

export interface ReadMarks {
  readonly marks: readonly QuoteMark[];
  /** Quotations that are open at the end. */
  readonly open: number;
}

export interface ReadingContext {
  readonly language: string;
  readonly quotes: QuoteStyle;
  /** Words that begin with an apostrophe. */
  readonly elisions: readonly string[];
  /** Quotations of the paragraph before that may go on here. */
  readonly carried: number;
}

/**
 * Tells of each mark whether it begins or ends a quotation, from the spaces, letters and marks
 * around it; where these say nothing, from its glyph as the locale uses it, else from the quotation
 * that is open.
 *
 * A quotation that the paragraph before has left open goes on where this one begins with a mark, or
 * ends it, or has no mark at all.
 */
export function readMarks(text: string, context: ReadingContext): ReadMarks {
  const found = findMarks(text);
  const { carried } = context;
  if (found.length === 0) {
    return { marks: [], open: carried };
  }
  if (carried === 0) {
    return read(found, [], context);
  }
  const [first] = found;
  const beginsWithMark = first?.isDouble === true && first.before === '' && text.slice(0, first.start) === '';
  const opened: Opened[] = Array.from({ length: carried }, (_, depth) => ({
    index: -1,
    depth,
    isDouble: true,
  }));
  const within = read(found, opened, context, beginsWithMark);
  const alone = read(found, [], context);
  const isComplete = alone.open === 0 && !alone.marks.some(({ isStray }) => isStray);
  return beginsWithMark || (within.open < carried && !isComplete) ? within : alone;
}

interface Opened {
  /** Of the mark that opened it; -1 where that is in a paragraph before. */
  readonly index: number;
  readonly depth: number;
  readonly isDouble: boolean;
}

function read(
  found: readonly FoundMark[],
  carried: readonly Opened[],
  context: ReadingContext,
  beginsAgain = false,
): ReadMarks {
  const hints = hintsOf(context.quotes);
  const { language, elisions } = context;
  const stack: Opened[] = [...carried];
  const marks: QuoteMark[] = [];
  for (const [index, mark] of found.entries()) {
    if (index === 0 && beginsAgain) {
      marks.push({ ...mark, role: 'again', depth: stack.length - 1, isSingle: false, isStray: false });
      continue;
    }
    const role = roleOf(mark, index, { found, stack, hints, language, elisions });
    const isStray = role === 'close' && !stack.some(({ isDouble }) => isDouble === mark.isDouble);
    let depth = stack.length;
    if (role === 'open' && (mark.isDouble || closesLater(index, found))) {
      stack.push({ index, depth, isDouble: mark.isDouble });
    } else if (role === 'close') {
      depth = closeLast(stack, mark.isDouble);
    }
    marks.push({ ...mark, role, depth, isSingle: !mark.isDouble, isStray });
  }
  return { marks: promoteOuterSingles(marks), open: stack.filter(({ isDouble }) => isDouble).length };
}

/** Takes the innermost quotation of this kind off, with whatever was left open inside it. */
function closeLast(stack: Opened[], isDouble: boolean): number {
  const at = stack.findLastIndex((opened) => opened.isDouble === isDouble);
  if (at < 0) {
    return stack.length;
  }
  const depth = stack[at]?.depth ?? 0;
  stack.length = at;
  return depth;
}

/** Single marks around double ones are the outer quotation, as in British texts. */
function promoteOuterSingles(marks: readonly QuoteMark[]): readonly QuoteMark[] {
  if (!marks.some(({ isSingle, role, depth }) => isSingle && role === 'open' && depth === 0)) {
    return marks;
  }
  const promoted = [...marks];
  for (const [from, mark] of marks.entries()) {
    const to =
      mark.isSingle && mark.role === 'open' && mark.depth === 0
        ? marks.findIndex((other, at) => at > from && other.role === 'close' && other.depth === 0)
        : -1;
    const close = marks[to];
    const inner = marks.slice(from + 1, Math.max(to, 0));
    if (close?.isSingle === true && inner.some(({ isDouble, role }) => isDouble && role === 'open')) {
      promoted[from] = { ...mark, isSingle: false };
      promoted[to] = { ...close, isSingle: false };
    }
  }
  return promoted;
}

interface Place {
  readonly found: readonly FoundMark[];
  readonly stack: readonly Opened[];
  readonly hints: ReadonlyMap<string, 'open' | 'close'>;
  readonly language: string;
  readonly elisions: readonly string[];
}

function roleOf(mark: FoundMark, index: number, place: Place): QuoteMark['role'] {
  return mark.isDouble ? doubleRole(mark, index, place) : singleRole(mark, index, place);
}

function doubleRole(mark: FoundMark, index: number, place: Place): QuoteMark['role'] {
  const { found, stack, language } = place;
  if (language === 'he' && isGershayim(mark, index, found, stack)) {
    return 'gershayim';
  }
  const told = toldByPlace(mark) ?? place.hints.get(mark.glyph);
  const isOpen = stack.some(({ isDouble }) => isDouble);
  if (DIGIT.test(mark.before) && !isOpen && told === 'close') {
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
  if (!/^["“”„״]$/u.test(mark.glyph) || !HEBREW.test(mark.before) || !HEBREW.test(mark.after)) {
    return false;
  }
  const closes = found
    .slice(index + 1)
    .find(({ isDouble, before, after }) => isDouble && !(HEBREW.test(before) && HEBREW.test(after)));
  const isPrefixed = /^[והבכלמש]{1,2}$/u.test(mark.wordBefore) && mark.wordAfter.length > 1;
  return !(isPrefixed && stack.length === 0 && closes !== undefined && toldByPlace(closes) === 'close');
}

const HEBREW = /^\p{Script=Hebrew}$/u;

function singleRole(mark: FoundMark, index: number, place: Place): QuoteMark['role'] {
  const { found, stack, hints, elisions } = place;
  const { before, after, glyph } = mark;
  if (/^[‹›『』‚]$/u.test(glyph)) {
    return (
      toldByPlace(mark) ?? hints.get(glyph) ?? (stack.some(({ isDouble }) => !isDouble) ? 'close' : 'open')
    );
  }
  const isStacked = stack.some(({ isDouble }) => !isDouble);
  const told = toldByPlace(mark);
  if (told === undefined && (SPACED_LETTER.test(before) || DIGIT.test(before)) && SPACED_LETTER.test(after)) {
    return 'apostrophe';
  }
  if (glyph === '´' || glyph === '`') {
    return 'none';
  }
  if (told === 'close' || (told === undefined && isStacked)) {
    const usual = /^\p{P}$/u.test(before) ? 'close' : SPACED_LETTER.test(before) ? 'apostrophe' : 'none';
    return isStacked ? 'close' : usual;
  }
  const isElision = elisions.includes(mark.wordAfter.toLowerCase()) || isDecade(mark, index, found);
  if (told === 'open' || !SPACED_LETTER.test(before)) {
    return isElision ? 'apostrophe' : 'open';
  }
  return LETTER.test(after) ? 'apostrophe' : 'none';
}

/** `’90s`: two digits, and no mark that could end a quotation. */
function isDecade(mark: FoundMark, index: number, found: readonly FoundMark[]): boolean {
  return /^\p{Nd}$/u.test(mark.after) && !closesLater(index, found);
}

/** Tells whether the next single mark that is no apostrophe may end a quotation. */
function closesLater(index: number, found: readonly FoundMark[]): boolean {
  const next = found
    .slice(index + 1)
    .find(
      ({ isDouble, glyph, before, after }) =>
        !isDouble && !/^[´`]$/u.test(glyph) && !(SPACED_LETTER.test(before) && SPACED_LETTER.test(after)),
    );
  return next !== undefined && toldByPlace(next) !== 'open';
}

const DIGIT = /^\p{Nd}$/u;
const LETTER = /^[\p{L}\p{M}\p{N}]$/u;
/** A letter of a script that puts spaces between words. */
const SPACED_LETTER =
  /^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])[\p{L}\p{M}]$/u;
const OPENS_AFTER = /^[\s([{（［【《〈「『–—―¿¡:：/-]?$/u;
const CLOSES_BEFORE = /^[\s.,;:!?)\]}…،؛؟।，。；：！？、）］】》〉」』–—―/-]?$/u;

function toldByPlace({ before, after }: FoundMark): 'open' | 'close' | undefined {
  const mayOpen = OPENS_AFTER.test(before);
  const mayClose = CLOSES_BEFORE.test(after);
  return mayOpen === mayClose ? undefined : mayOpen ? 'open' : 'close';
}

const USUAL_HINTS: readonly (readonly [string, 'open' | 'close'])[] = [
  ['“', 'open'],
  ['‘', 'open'],
  ['„', 'open'],
  ['‚', 'open'],
  ['«', 'open'],
  ['‹', 'open'],
  ['「', 'open'],
  ['『', 'open'],
  ['<<', 'open'],
  ['”', 'close'],
  ['»', 'close'],
  ['›', 'close'],
  ['」', 'close'],
  ['』', 'close'],
  ['>>', 'close'],
];

/** What glyphs say in the locale: its own marks before what is usual. */
function hintsOf(quotes: QuoteStyle): ReadonlyMap<string, 'open' | 'close'> {
  const known = HINTS.get(quotes);
  if (known !== undefined) {
    return known;
  }
  const hints = new Map(USUAL_HINTS);
  const pairs = [quotes.primary, quotes.secondary, quotes.tertiary].filter((pair) => pair !== undefined);
  const glyphs = pairs.map((pair) => pair.map((mark) => mark.trim()));
  for (const [open = '', close = ''] of glyphs) {
    if (open === close) {
      hints.clear(); // a locale whose marks have no direction: only their place tells
      break;
    }
    hints.set(open, 'open');
    hints.set(close, 'close');
  }
  HINTS.set(quotes, hints);
  return hints;
}

const HINTS = new WeakMap<QuoteStyle, ReadonlyMap<string, 'open' | 'close'>>();
