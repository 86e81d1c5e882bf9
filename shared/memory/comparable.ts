import type { CodedText, InlineCode } from '../document/inline-code.ts';
import { tokenize } from '../text/tokenize.ts';

/** One side of a comparison, made ready once: what the score, the id and the signature are computed from. */
export interface Comparable {
  /** NFC, runs of white space as one space, none at the ends. */
  readonly text: string;
  readonly codes: readonly InlineCode[];
  /** Every token in order: lower case, one form of the apostrophe. */
  readonly keys: readonly string[];
  /** The words and numbers among `keys`. */
  readonly words: readonly string[];
  /** The words and numbers in the case in which they are written. */
  readonly written: readonly string[];
}

/** Makes `source` comparable. Two texts that differ in white space alone give the same. */
export function toComparable(source: CodedText): Comparable {
  const text = collapse(source.text);
  const keys: string[] = [];
  const words: string[] = [];
  const written: string[] = [];
  for (const token of tokenize(text)) {
    const straight = token.text.replaceAll(/[\u2019\u02BC]/gu, "'");
    const key = straight.toLowerCase();
    keys.push(key);
    if (token.kind === 'word' || token.kind === 'number') {
      words.push(key);
      written.push(straight);
    }
  }
  return { text, codes: source.codes, keys, words, written };
}

/** The form in which two texts are the same text: NFC, white space collapsed and trimmed. */
export function collapse(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
