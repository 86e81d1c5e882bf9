import type { Following } from './following.ts';

/** What stands before a full stop. */
export interface StopToken {
  /** Without the stop; full stops inside included: "p.m", "example.com". Empty where a mark stands. */
  readonly word: string;
  /** The last word and the last ones before it, as written: "z. B". */
  readonly phrase: string;
  /** The text of the sentence before the word, without the white space between. */
  readonly before: string;
  readonly startsSentence: boolean;
  /** The first word of the sentence where it has but few before a number: "At" of "At 5 a.m.". */
  readonly opening: string;
}

const REACH = 60;

const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

const WORD = /[\p{L}\p{M}\p{N}№º°ª](?:[\p{L}\p{M}\p{N}.’'·&/°º-]*[\p{L}\p{M}\p{N}№º°ª])?[º°ª]?$/u;

const OPENING = /^\P{L}*(?<first>\p{L}+)(?:\s+\p{L}+){0,1}\s+(?:[\d:.]+|[IVX]+)$/u;

/** Reads the token whose stop stands at `at`, at most some words back and never before the sentence. */
export function readToken(text: string, at: number, sentenceStart: number): StopToken {
  const from = Math.max(sentenceStart, at - REACH);
  const stretch = text.slice(from, at).replaceAll(BIDI, '');
  const word = WORD.exec(stretch)?.[0] ?? '';
  const lead = stretch.slice(0, stretch.length - word.length);
  const before = lead.trimEnd();
  const startsSentence = from === sentenceStart && !/[\p{L}\p{N}\uFFFC]/u.test(before);
  const opening = from === sentenceStart ? (OPENING.exec(before)?.groups?.['first'] ?? '') : '';
  return { word, phrase: stretch.trimStart(), before, startsSentence, opening };
}

/**
 * The word without what is elided or hyphenated before it, in the case of its entry too where the text
 * is in capitals, and the last two and three words as one.
 */
export function forms({ word, phrase }: StopToken, following: Following): string[] {
  const parts = phrase.split(/\s+/u);
  const elided = word.replace(/^\p{L}{1,5}['’](?=\p{L})/u, ''); // "l'avv. Sala"
  const two = parts.slice(-2).join(' ');
  const three = parts.slice(-3).join(' ');
  const plain =
    /^\p{Lu}{2,}$/u.test(word) && !/\p{Ll}/u.test(following.word)
      ? [word.charAt(0) + word.slice(1).toLowerCase()]
      : [];
  const last = word.includes('-') ? [word.slice(word.lastIndexOf('-') + 1)] : [];
  return [word, elided, ...plain, ...last, two.replace(/^[("“«']+/u, ''), three.replace(/^[("“«']+/u, '')];
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
    /^(?:\p{L}{1,2}[.·]\s?-?)+\p{L}{1,3}$/u.test(word)
  ) {
    return false;
  }
  return !/^(?:[bcdfghj-np-tvwxz]{2,4}|[B-DF-HJ-NP-TV-XZ][bcdfghj-np-tvwxz]{1,3}|[бвгджзклмнпрстфхцчшщ]{2,4})$/u.test(
    word,
  );
}
