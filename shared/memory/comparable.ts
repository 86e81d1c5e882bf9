import type { CodedText, InlineCode } from '../document/inline-code.ts';
import { isWordKind, SPAN_FIELDS, tokenSpans } from '../text/tokenize.ts';
import { readPlainText, type TextTokens } from './read-plain-text.ts';
import { foldUnit, hashText, mix, type SourceId } from './token-hash.ts';

/** One side of a comparison, made ready once: what the score, the id and the signature are computed from. */
export interface Comparable {
  /** NFC, runs of white space as one space, none at the ends. */
  readonly text: string;
  readonly codes: readonly InlineCode[];
  /** A 31-bit hash and a kind bit per token in order, lower case: odd for a word or number, even for a mark or code. */
  readonly tokens: Uint32Array;
  /** What the text weighs: the sum of `tokenWeight` over its tokens. */
  readonly weight: number;
  /** How many of its tokens are words or numbers. */
  readonly words: number;
  /**
   * Two hashes over the characters of its words and numbers.
   *
   * Texts that differ in case, punctuation, white space or codes share an id, so one read finds every
   * text with equal words. It depends neither on where words end nor on the version of a
   * word-breaking dictionary. A text without words is filed under its marks. Different texts may
   * share an id: whoever uses it compares the texts.
   */
  readonly id: SourceId;
}

/** Makes `source` comparable. Two texts that differ in white space alone give the same. */
export function toComparable({ text, codes }: CodedText): Comparable {
  const plain = readPlainText(text);
  const collapsed = plain === undefined ? collapse(text) : text;
  const { tokens, words, id } = plain ?? readTokens(collapsed);
  return { text: collapsed, codes, tokens, weight: tokens.length + words, words, id };
}

/** Reads the tokens of any collapsed text. */
export function readTokens(text: string): TextTokens {
  const lower = text.toLowerCase();
  const spans = tokenSpans(lower);
  const tokens = new Uint32Array(spans.length / SPAN_FIELDS);
  let words = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const from = at * SPAN_FIELDS;
    const isWord = isWordKind(spans[from + 2] ?? 0);
    const hash = hashText(lower, spans[from] ?? 0, spans[from + 1] ?? 0);
    tokens[at] = (hash << 1) | (isWord ? 1 : 0);
    words += isWord ? 1 : 0;
  }
  return { tokens, words, id: idOf(lower, spans, words > 0) };
}

/** Tells whether a token of `Comparable.tokens` is a word or a number. */
export function isWordToken(token: number): boolean {
  return (token & 1) === 1;
}

/** What a token counts in the score: 2 for a word or number, 1 for a mark or a code. */
export function tokenWeight(token: number): number {
  return 1 + (token & 1);
}

/** The form in which two texts are the same text: NFC, white space collapsed and trimmed. */
export function collapse(text: string): string {
  return isEven(text) ? text : text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

/** Tells of ASCII text, at little cost, that it is collapsed already. */
function isEven(text: string): boolean {
  let before = 0x20;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || unit > 0x7e || (unit === 0x20 && before === 0x20)) {
      return false;
    }
    before = unit;
  }
  return before !== 0x20;
}

function idOf(lower: string, spans: readonly number[], hasWords: boolean): SourceId {
  let high = 0x9e_37_79_b9;
  let low = 0x7f_4a_7c_15;
  for (let from = 0; from < spans.length; from += SPAN_FIELDS) {
    if (hasWords && !isWordKind(spans[from + 2] ?? 0)) {
      continue;
    }
    for (let at = spans[from] ?? 0; at < (spans[from + 1] ?? 0); at += 1) {
      const unit = foldUnit(lower.charCodeAt(at));
      high = Math.imul(high ^ unit, 0x01_00_01_93);
      low = Math.imul(low ^ unit, 0x5b_d1_e9_95) ^ (low >>> 15);
    }
  }
  return { high: mix(high ^ (low >>> 7)), low: mix(low) };
}
