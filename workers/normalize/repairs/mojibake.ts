import type { ArticleWords } from './article-words.ts';
import type { TextEdit, TextRule } from './text-rule.ts';
import { decodeAgain, MOJIBAKE } from './windows-1252.ts';

/** A right quotation mark whose last byte, which windows-1252 does not have, was lost. */
const LOST_END = /\u00E2\u20AC(?=[\s.,;:!?)\]]|$)/gu;
/** The no-break space at the end of "\u00E0" became a plain one. */
const LOST_SPACE = /\u00C3 /gu;
/** Letters of western languages as they should be. */
const WHOLE_LETTER = /[\u00C0-\u00FF\u0152\u0153\u0160\u0161\u017D\u017E]/gu;
/** Broken letters that must be there for each whole one. */
const BROKEN_PER_WHOLE = 3;

/**
 * Text that was UTF-8 and was read as windows-1252, once or more often. Two letters alone can be
 * meant, so the whole article must speak for it: several broken letters inside words, and hardly a
 * whole one. An apostrophe or dash between two letters (three signs in a row) speaks for itself.
 */
export const mojibake: TextRule = {
  name: 'mojibake',
  description: 'Puts letters right whose UTF-8 was read in another charset (windows-1252)',
  confidence: 0.97,
  find: ({ text }, _language, words) => {
    const found = sequencesOf(text);
    if (found.length === 0) {
      return [];
    }
    return isBroken(words)
      ? [...found, ...lostParts(text, found)].map(toEdit)
      : found.filter((sequence) => isCertain(text, sequence)).map(toEdit);
  },
};

interface Sequence extends TextEdit {
  /** Signs in a row of which one character was made. */
  readonly length: number;
}

function sequencesOf(text: string): Sequence[] {
  const found: Sequence[] = [];
  for (const match of text.matchAll(MOJIBAKE)) {
    const replacement = decodeAgain(match[0]);
    if (replacement !== undefined) {
      const end = match.index + match[0].length;
      found.push({ start: match.index, end, replacement, length: match[0].length });
    }
  }
  return found;
}

const evidence = new WeakMap<ArticleWords, boolean>();

/** Whether the article as a whole is broken; counted once for all of its blocks. */
function isBroken(words: ArticleWords): boolean {
  const known = evidence.get(words);
  if (known !== undefined) {
    return known;
  }
  const text = words.text();
  const found = sequencesOf(text);
  const inWords = found.filter((sequence) => touchesLetter(text, sequence));
  const characters = inWords.reduce((sum, { replacement }) => sum + replacement.length, 0);
  const isEnough = characters > 1 || inWords.some((sequence) => isCertain(text, sequence));
  const answer = isEnough && characters >= countWhole(text, found) * BROKEN_PER_WHOLE;
  evidence.set(words, answer);
  return answer;
}

/** Letters follow the case of words: a capital in front of a closing quote is one ("CAF\u00C9\u2026"). */
function touchesLetter(text: string, { start, end, length }: Sequence): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  return length > 2
    ? length > 5 || /\p{L}/u.test(before + after)
    : /\p{Ll}/u.test(before) || /\p{L}/u.test(after);
}

function isCertain(text: string, { start, end, length }: Sequence): boolean {
  return length === 3 && /\p{L}/u.test(text.charAt(start - 1)) && /\p{L}/u.test(text.charAt(end));
}

function lostParts(text: string, found: readonly Sequence[]): Sequence[] {
  const parts = [
    ...[...text.matchAll(LOST_END)].map(({ index }) => ({
      start: index,
      end: index + 2,
      replacement: '\u201D',
    })),
    ...[...text.matchAll(LOST_SPACE)].map(({ index }) => ({
      start: index,
      end: index + 1,
      replacement: '\u00E0',
    })),
  ];
  const taken = new Set(found.flatMap(({ start, end }) => range(start, end)));
  return parts.filter(({ start }) => !taken.has(start)).map((part) => ({ ...part, length: 2 }));
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

function toEdit({ start, end, replacement }: Sequence): TextEdit {
  return { start, end, replacement };
}

/** Letters that are no part of anything broken. */
function countWhole(text: string, found: readonly Sequence[]): number {
  const broken = [...found, ...lostParts(text, found)].reduce(
    (sum, { start, end }) => sum + countLetters(text.slice(start, end)),
    0,
  );
  return countLetters(text) - broken;
}

function countLetters(text: string): number {
  return text.match(WHOLE_LETTER)?.length ?? 0;
}
