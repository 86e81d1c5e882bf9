import type { Following } from './following.ts';

/** What stands before a full stop. */
export interface StopToken {
  /** Without the stop; full stops inside included: "p.m", "example.com". Empty where a mark stands. */
  readonly word: string;
  /** The text of the sentence before the word, without the white space between. */
  readonly before: string;
  readonly startsSentence: boolean;
  /** Whether `before` reaches back to the start of the sentence. */
  readonly isWhole: boolean;
}

/** How far back is looked, in characters. */
const REACH = 60;

const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

const INNER = /[\p{L}\p{M}\p{N}№º°ª.’'·&/\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069-]/u;

/** Reads the token whose stop stands at `at`, at most some words back and never before the sentence. */
export function readToken(text: string, at: number, sentenceStart: number): StopToken {
  const from = Math.max(sentenceStart, at - REACH);
  let start = at;
  while (start > from && INNER.test(text.charAt(start - 1))) {
    start -= 1;
  }
  const word = text
    .slice(start, at)
    .replaceAll(BIDI, '')
    .replace(/^[.’'·&/-]+|[.’'·&/-]+$/gu, '');
  const before = text.slice(from, start).trimEnd();
  const startsSentence = from === sentenceStart && !/[\p{L}\p{N}\uFFFC]/u.test(before);
  return { word, before, startsSentence, isWhole: from === sentenceStart };
}

const OPENING = /^\P{L}*(?<first>\p{L}+)(?:\s+\p{L}+)?\s+(?:[\d:.]+|[IVX]+)$/u;

/** The first word of a sentence that has but few before a number: "At" of "At 5 a.m.". */
export function openingOf({ before, isWhole }: StopToken): string {
  return isWhole ? (OPENING.exec(before)?.groups?.['first'] ?? '') : '';
}

/**
 * The word without what is elided or hyphenated before it, in the case of its entry too where the text
 * is in capitals, and the last two and three words as one.
 */
export function forms({ word, before }: StopToken, following: Following): string[] {
  const inCapitals = /^\p{Lu}{2,}$/u.test(word) && !/\p{Ll}/u.test(following.word);
  const [third = '', second = ''] = before.split(/[\s("“«']+/u).slice(-2);
  return [
    word,
    word.replace(/^\p{L}{1,5}['’](?=\p{L})/u, ''), // "l'avv. Sala"
    word.slice(word.lastIndexOf('-') + 1),
    ...(inCapitals ? [word.charAt(0) + word.slice(1).toLowerCase()] : []),
    ...(second === '' ? [`${third} ${word}`] : [`${second} ${word}`, `${third} ${second} ${word}`]),
  ];
}

/** Initials, "U.S", "Ph.D", "sc.", and short words without a vowel are taken for abbreviations. */
export function isOrdinaryWord(word: string): boolean {
  if (
    /^\p{N}/u.test(word) ||
    /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)
  ) {
    return true;
  }
  if (
    /^[\p{Lu}\p{Ll}\p{Script=Hebrew}\p{Script=Arabic}]\p{M}*$/u.test(word) ||
    /^(?:(?:\p{L}\p{M}*){1,2}[.·]-?)+(?:\p{L}\p{M}*){1,3}$/u.test(word)
  ) {
    return false;
  }
  return !/^(?:[bcdfghj-np-tvwxz]{2,4}|[B-DF-HJ-NP-TV-XZ][bcdfghj-np-tvwxz]{1,3}|[бвгджзклмнпрстфхцчшщ]{2,4})$/u.test(
    word,
  );
}
