import type { Span } from '../../../shared/document/span.ts';
import type { SourceFormStyle } from './source-form-style.ts';

/** Where a source form goes: `start` is the name's beginning, with a mark around it. */
export interface Place {
  readonly start: number;
  readonly at: number;
  readonly before: string;
  readonly after: string;
  /** It stands in brackets, or in the title of a work. */
  readonly isBracketed: boolean;
}

/** Marks around a name alone. */
const AROUND: ReadonlySet<string> = new Set(['«»', '“”', '„“', '„”', '""', '‘’', '「」', '『』', '《》']);
/** What makes one name of two words. */
const JOINERS = /^[-‐·•・‧ー'’\p{M}]$/u;
/** Scripts that write words together, in which a name may be a part of a longer word. */
const JOINED_SCRIPTS = [/\p{Script=Katakana}/u, /\p{Script=Hangul}/u, /\p{Script=Thai}/u];

/**
 * The place behind the first whole name of those found: behind a mark that encloses it alone.
 */
export function findPlace(
  found: readonly Span[],
  text: string,
  { brackets, particles }: SourceFormStyle,
): Place | undefined {
  const name = found.find((span) => isWhole(text, span, particles));
  if (name === undefined) {
    return undefined;
  }
  const isMarked = AROUND.has(text.charAt(name.start - 1) + text.charAt(name.end));
  const [start, at] = isMarked ? [name.start - 1, name.end + 1] : [name.start, name.end];
  const [before, closing] = brackets;
  const after = /^[\p{L}\p{N}]/u.test(text.slice(at)) ? closing : closing.trimEnd();
  return { start, at, before, after, isBracketed: isBracketed(text, start) };
}

/** Whether a text has these words as they are, not as a part of longer ones. */
export function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const around = [text.charAt(at - 1), text.charAt(at + words.length)];
    if (!around.some((char) => /^[\p{Script=Latin}\p{Nd}]$/u.test(char))) {
      return true;
    }
  }
  return false;
}

function isWhole(text: string, { start, end }: Span, particles: readonly string[]): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  if (JOINERS.test(before) || JOINERS.test(after)) {
    return false;
  }
  const script = JOINED_SCRIPTS.find((each) => each.test(text.charAt(end - 1)));
  if (script === undefined) {
    return true;
  }
  const word = /^[\p{L}\p{M}]*/u.exec(text.slice(end))?.[0] ?? '';
  return !script.test(before) && (!script.test(after) || particles.includes(word));
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['（', '）'],
  ['[', ']'],
  ['《', '》'],
  ['〈', '〉'],
];

function isBracketed(text: string, at: number): boolean {
  return (
    at > 0 && PAIRS.some(([open, close]) => text.lastIndexOf(open, at - 1) > text.lastIndexOf(close, at - 1))
  );
}
