/** A mark that may begin or end a quotation, or be an apostrophe. */
export interface FoundMark {
  readonly start: number;
  readonly end: number;
  readonly isDouble: boolean;
  /** The mark itself, `"` for `''` and ` `` `. */
  readonly glyph: string;
  /** What stands around it and other marks beside it. */
  readonly before: string;
  readonly after: string;
  /** The letters that touch it. */
  readonly wordBefore: string;
  readonly wordAfter: string;
}

const MARKS = /["“”„‟«»「」＂]|<<(?=[^<>]*>>)|(?<=<<[^<>]*)>>|(?<!['’])''(?!['’])|``|['‘’‚‛‹›『』´`]/gu;
const DOUBLE = /^(?:["“”„‟«»「」＂]|<<|>>|''|``)$/u;

/** Characters that begin or end any of the marks, for rules that look for them. */
export const MARK_CHARACTERS = '"“”„‟«»「」<>\'‘’‚‛‹›『』´`';

/** Letters around a mark that are looked at. */
const MAX_WORD = 12;
const LETTERS_BEFORE = /[\p{L}\p{M}]+$/u;
const LETTERS_AFTER = /^[\p{L}\p{M}]+/u;

/** The marks of a text, in order. */
export function findMarks(text: string): readonly FoundMark[] {
  const matches = [...text.matchAll(MARKS)];
  return matches.map((match, index) => {
    const [glyph] = match;
    const start = match.index;
    const end = start + glyph.length;
    return {
      start,
      end,
      isDouble: DOUBLE.test(glyph),
      glyph: glyph === "''" || glyph === '``' ? '"' : glyph,
      before: characterBefore(text, edgeOf(matches, index, -1)),
      after: characterAt(text, edgeOf(matches, index, 1)),
      wordBefore: LETTERS_BEFORE.exec(text.slice(Math.max(0, start - MAX_WORD), start))?.[0] ?? '',
      wordAfter: LETTERS_AFTER.exec(text.slice(end, end + MAX_WORD))?.[0] ?? '',
    };
  });
}

/** Where the marks end that touch this one on one side. */
function edgeOf(matches: readonly RegExpExecArray[], index: number, step: 1 | -1): number {
  let at = index;
  for (;;) {
    const mark = matches[at];
    const next = matches[at + step];
    const [start, end] = mark === undefined ? [0, 0] : [mark.index, mark.index + mark[0].length];
    const edge = step === 1 ? end : start;
    const touches = next !== undefined && (step === 1 ? next.index : next.index + next[0].length) === edge;
    if (!touches) {
      return edge;
    }
    at += step;
  }
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return text.slice(low >= 0xdc00 && low < 0xe000 ? at - 2 : at - 1, at);
}
