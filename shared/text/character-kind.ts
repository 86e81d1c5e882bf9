/** What a character is, as bits; several hold for most. */
export const KIND = {
  letter: 1,
  mark: 2,
  number: 4,
  /** White space as `\s` has it. */
  space: 8,
  /** A letter in lower case. */
  lower: 16,
  /** What lower-casing changes. */
  upper: 32,
  /** Of a script whose words have no spaces between them: Han, Hiragana, Katakana. */
  dense: 64,
} as const;

/** What words are made of. */
export const WORD_KIND = KIND.letter | KIND.mark | KIND.number;

const KNOWN = 128;

/** Kinds of the code units met so far: a memo of a pure function, 64 KB. */
const kinds = new Uint8Array(0x1_00_00);

/**
 * The kind of the character that the code unit at `at` belongs to, both halves of a pair alike; 0 at
 * the end of the text and for marks and signs. Loops over code units with it are several times as
 * fast as a pattern with `\p{...}`.
 */
export function kindAt(text: string, at: number): number {
  if (at >= text.length) {
    return 0;
  }
  const code = text.charCodeAt(at);
  const memo = kinds[code] ?? 0;
  return memo === 0 ? learn(text, at, code) : memo & ~KNOWN;
}

/** Where the run of word characters that starts at `at` ends; `at` itself where none starts there. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  while ((kindAt(text, end) & WORD_KIND) !== 0) {
    end += 1;
  }
  return end;
}

/** Where the next word character from `at` on stands; the length of the text where none is left. */
export function wordStart(text: string, at: number): number {
  let start = at;
  while (start < text.length && (kindAt(text, start) & WORD_KIND) === 0) {
    start += 1;
  }
  return start;
}

function learn(text: string, at: number, code: number): number {
  if (code >= 0xd8_00 && code <= 0xdf_ff) {
    const isSecond = code >= 0xdc_00 && (text.charCodeAt(at - 1) & 0xfc_00) === 0xd8_00;
    return classify(String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at) ?? 0));
  }
  const kind = classify(String.fromCharCode(code));
  kinds[code] = kind | KNOWN;
  return kind;
}

function classify(character: string): number {
  return (
    (/\p{L}/u.test(character) ? KIND.letter : 0) |
    (/\p{M}/u.test(character) ? KIND.mark : 0) |
    (/\p{N}/u.test(character) ? KIND.number : 0) |
    (/\s/u.test(character) ? KIND.space : 0) |
    (/\p{Ll}/u.test(character) ? KIND.lower : 0) |
    (/\p{Changes_When_Lowercased}/u.test(character) ? KIND.upper : 0) |
    (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character) ? KIND.dense : 0)
  );
}
