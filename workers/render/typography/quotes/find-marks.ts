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
  /** The text that it stands in. */
  readonly text: string;
}

const DOUBLE = '"“”„‟«»「」＂';
const SINGLE = "'‘’‚‛‹›『』´`";
/** Characters that begin or end any of the marks, for rules that look for them. */
export const MARK_CHARACTERS = `${DOUBLE}${SINGLE}<>`;

const MARK = new RegExp(`[${MARK_CHARACTERS}]`, 'gu');
/** Letters around a mark that are looked at. */
const MAX_WORD = 12;
const LETTERS_BEFORE = /[\p{L}\p{M}]+$/u;
const LETTERS_AFTER = /^[\p{L}\p{M}]+/u;

/** The marks of a text, in order. */
export function findMarks(text: string): readonly FoundMark[] {
  const glyphs = glyphsOf(text);
  return glyphs.map((mark, index) => {
    const { start, end, glyph } = mark;
    return {
      start,
      end,
      isDouble: glyph.length === 2 || DOUBLE.includes(glyph),
      glyph,
      before: characterBefore(text, edgeOf(glyphs, index, -1)),
      after: characterAt(text, edgeOf(glyphs, index, 1)),
      text,
    };
  });
}

/** The letters that touch a mark on its left. */
export function wordBefore({ text, start }: FoundMark): string {
  return LETTERS_BEFORE.exec(text.slice(Math.max(0, start - MAX_WORD), start))?.[0] ?? '';
}

/** The letters that touch a mark on its right. */
export function wordAfter({ text, end }: FoundMark): string {
  return LETTERS_AFTER.exec(text.slice(end, end + MAX_WORD))?.[0] ?? '';
}

interface Glyph {
  readonly start: number;
  readonly end: number;
  readonly glyph: string;
}

function glyphsOf(text: string): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  let position = 0;
  MARK.lastIndex = 0;
  for (let match = MARK.exec(text); match !== null; match = MARK.exec(text)) {
    const start = match.index;
    const glyph = start < position ? undefined : glyphAt(text, start, match[0]);
    if (glyph !== undefined) {
      glyphs.push(glyph);
      position = glyph.end;
    }
  }
  return glyphs;
}

/** One character, or two that stand for a double mark: `''`, ` `` `, `<<` and `>>` around a text. */
function glyphAt(text: string, start: number, char: string): Glyph | undefined {
  const isTwice = text.charAt(start + 1) === char;
  if (char === '<' || char === '>') {
    const isPaired = char === '<' ? text.includes('>>', start) : text.lastIndexOf('<<', start) >= 0;
    return isTwice && isPaired ? { start, end: start + 2, glyph: char + char } : undefined;
  }
  const isLone = text.charAt(start + 2) !== char && text.charAt(start - 1) !== char;
  return (char === "'" || char === '`') && isTwice && isLone
    ? { start, end: start + 2, glyph: '"' }
    : { start, end: start + 1, glyph: char };
}

/** Where the marks end that touch this one on one side. */
function edgeOf(glyphs: readonly Glyph[], index: number, step: 1 | -1): number {
  let at = index;
  for (;;) {
    const mark = glyphs[at];
    const next = glyphs[at + step];
    const edge = (step === 1 ? mark?.end : mark?.start) ?? 0;
    if (next === undefined || (step === 1 ? next.start : next.end) !== edge) {
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
