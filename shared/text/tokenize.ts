import { PLACEHOLDER } from '../document/inline-code.ts';

/** What a token is; white space is never a token. */
export type TokenKind = 'word' | 'number' | 'punctuation' | 'placeholder';

/** A word, a number, a punctuation mark or an inline code, with its span in UTF-16 code units. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** The slice `[start, end)` of the text. */
  readonly text: string;
  readonly kind: TokenKind;
}

/**
 * Splits `text` into tokens in reading order, in one pass.
 *
 * Every character that is not white space is in exactly one token. Inner apostrophes stay in their
 * word (`Mexico's`), `.` and `,` between digits in their number (`1,234.5`); letters and digits in
 * one run are one word (`G7`, `3rd`). Each punctuation mark stands alone; an emoji sequence is one
 * mark. Marks and format characters follow what they modify. Scripts without spaces between words
 * (Han, Kana, Thai, Lao, Khmer, Myanmar) are split by `Intl.Segmenter`, other text never meets it.
 */
export function tokenize(text: string): readonly Token[] {
  const spans = tokenSpans(text);
  const tokens: Token[] = [];
  for (let at = 0; at < spans.length; at += SPAN_FIELDS) {
    const start = spans[at] ?? 0;
    const end = spans[at + 1] ?? 0;
    tokens.push({ start, end, text: text.slice(start, end), kind: KINDS[spans[at + 2] ?? 0] ?? 'word' });
  }
  return tokens;
}

/** Numbers per token of `tokenSpans`. */
export const SPAN_FIELDS = 3;

/** Kinds by their number in `tokenSpans`: the first two are words, the others marks. */
const KINDS = ['word', 'number', 'punctuation', 'placeholder'] as const satisfies readonly TokenKind[];
const WORD = 0;
const NUMBER = 1;
const PUNCTUATION = 2;
const PLACED = 3;

/** Tells whether a kind's number in `tokenSpans` is that of a word or a number. */
export function isWordKind(kind: number): boolean {
  return kind <= NUMBER;
}

/** What `tokenize` finds, as start, end and number of the kind of each token: for who reads many texts. */
export function tokenSpans(text: string): readonly number[] {
  const spans: number[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind === SPACE) {
      at += 1; // every kind of space is one code unit
    } else if (kind === DENSE) {
      at = pushDenseRun(spans, text, at);
    } else if (kind === LETTER || kind === DIGIT) {
      at = pushWord(spans, text, at);
    } else {
      at = pushMark(spans, text, at);
    }
  }
  return spans;
}

/** Adds a word or a number: letters, digits and what may stand between them. Answers where it ends. */
function pushWord(spans: number[], text: string, start: number): number {
  let end = start;
  let kind = NUMBER;
  let last = SPACE;
  while (end < text.length) {
    const memo = known[text.charCodeAt(end)] ?? 0; // most characters were met before
    const met = memo === 0 ? classAt(text, end) : memo;
    if (met === LETTER || met === DIGIT) {
      last = met;
      kind = met === LETTER ? WORD : kind;
    } else if (met === SPACE || (met !== EXTEND && !joins(text, end, last))) {
      break;
    }
    end += memo === 0 ? widthAt(text, end) : 1;
  }
  spans.push(start, end, kind);
  return end;
}

function pushMark(spans: number[], text: string, start: number): number {
  const isPlaceholder = text.charCodeAt(start) === PLACEHOLDER_UNIT;
  const end = isPlaceholder ? start + 1 : endOfMark(text, start);
  spans.push(start, end, isPlaceholder ? PLACED : PUNCTUATION);
  return end;
}

const PLACEHOLDER_UNIT = PLACEHOLDER.charCodeAt(0);

/** Tells whether the mark at `at` holds two letters or two digits together. */
function joins(text: string, at: number, before: number): boolean {
  if (classAt(text, at + 1) !== before) {
    return false; // most marks have a space after them
  }
  const joiners = before === LETTER ? WORD_JOINERS : before === DIGIT ? NUMBER_JOINERS : '';
  return joiners.includes(text.charAt(at));
}

/** One mark with what modifies it: accents, variation selectors, joined emoji, a flag's two letters. */
function endOfMark(text: string, start: number): number {
  const width = widthAt(text, start);
  let end = start + width;
  if (width === 2 && isRegionalIndicator(text, start) && isRegionalIndicator(text, end)) {
    end += 2;
  }
  while (end < text.length) {
    const kind = classAt(text, end);
    const joined = kind === MARK && text[end - 1] === ZERO_WIDTH_JOINER && text[end] !== PLACEHOLDER;
    if (kind !== EXTEND && !joined) {
      break;
    }
    end += widthAt(text, end);
  }
  return end;
}

function pushDenseRun(spans: number[], text: string, start: number): number {
  let end = start;
  while (end < text.length && isDenseOrExtend(classAt(text, end))) {
    end += widthAt(text, end);
  }
  for (let from = start; from < end; ) {
    from = pushWindow(spans, text, { start: from, end });
  }
  return end;
}

/** Code units that the dictionary is given at a time: its time grows with the square of the length. */
const WINDOW = 2000;
/** No word is longer: words nearer than this to a window's end are read again in the next one. */
const MARGIN = 100;

/** Adds the words of a run up to near the end of a window; answers where the next window begins. */
function pushWindow(
  spans: number[],
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): number {
  const isLast = end - start <= WINDOW;
  const cut = isLast ? end : start + WINDOW - (isLowSurrogate(text, start + WINDOW) ? 1 : 0);
  let next = start;
  for (const { index, segment } of segmenter().segment(text.slice(start, cut))) {
    const from = start + index;
    if (!isLast && next > start && from + segment.length > cut - MARGIN) {
      break;
    }
    next = from + segment.length;
    spans.push(from, next, WORD);
  }
  return next;
}

function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

function isDenseOrExtend(kind: number): boolean {
  return kind === DENSE || kind === EXTEND;
}

let dictionary: Intl.Segmenter | undefined;

/** Made at first use: it loads dictionaries that most texts never need. */
function segmenter(): Intl.Segmenter {
  dictionary ??= new Intl.Segmenter('und', { granularity: 'word' });
  return dictionary;
}

const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
/** Letters of a script that puts no spaces between words. */
const DENSE = 4;
/** Combining marks, format characters, emoji modifiers: never begin a token of their own beside another. */
const EXTEND = 5;
const MARK = 6;

const ZERO_WIDTH_JOINER = '\u200D';
const WORD_JOINERS = "'\u2019\u02BC\u00B7\u05F3\u05F4";
const NUMBER_JOINERS = ".,'\u2019\u066B\u066C";

const DENSE_LETTER =
  /^(?=[\p{L}\p{M}\p{Nl}])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
const SHARED_MARK = /^[\p{sc=Inherited}]/u;
const EXTENDING = /^[\p{M}\p{Cf}\p{Emoji_Modifier}]/u;

/** Classes of the code units met so far: a memo of a pure function, 64 KB. */
const known = new Uint8Array(0x1_00_00);

function classAt(text: string, at: number): number {
  if (at >= text.length) {
    return SPACE;
  }
  const unit = text.charCodeAt(at);
  const memo = known[unit] ?? 0;
  return memo === 0 ? classOfUnmet(text, at) : memo;
}

function classOfUnmet(text: string, at: number): number {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const found = classify(char);
  if (char.length === 1 && !isSurrogate(char.charCodeAt(0))) {
    known[char.charCodeAt(0)] = found;
  }
  return found;
}

function isSurrogate(unit: number): boolean {
  return (unit & 0xf800) === 0xd800;
}

function classify(char: string): number {
  if (/^[\s\p{Z}\p{Cc}\u200B\uFEFF]/u.test(char)) {
    return SPACE;
  }
  if (DENSE_LETTER.test(char) && !SHARED_MARK.test(char)) {
    return DENSE;
  }
  if (EXTENDING.test(char)) {
    return EXTEND;
  }
  if (/^[\p{L}_]/u.test(char)) {
    return LETTER;
  }
  return /^\p{N}/u.test(char) ? DIGIT : MARK;
}

function widthAt(text: string, at: number): number {
  return isSurrogate(text.charCodeAt(at)) && (text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1;
}

function isRegionalIndicator(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return code >= 0x1_f1_e6 && code <= 0x1_f1_ff;
}
