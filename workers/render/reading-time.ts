import { KIND, kindAt, WORD_KIND } from '../../shared/text/character-kind.ts';
import type { FilledSegment } from './fill-targets.ts';
import type { LocaleStyle } from './locale-style.ts';

/** Whole minutes, at least 1, that a reader of the locale needs for what is shown. */
export function readingMinutes(filled: readonly FilledSegment[], { reading }: LocaleStyle): number {
  const measure = reading.unit === 'words' ? countWords : countCharacters;
  let total = 0;
  for (const { segment, target, isOmitted } of filled) {
    total += isOmitted === true ? 0 : measure((target ?? segment).text);
  }
  return Math.max(1, Math.round(total / reading.perMinute));
}

/** Letters and digits, without marks and spaces. */
function countCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    count += (kindAt(text, at) & (KIND.letter | KIND.number)) === 0 ? 0 : 1;
  }
  return count;
}

/** Words; two characters of Chinese or Japanese that begin none take about as long as one. */
function countWords(text: string): number {
  let count = 0;
  let isInside = false;
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    const isDense = (kind & KIND.dense) !== 0;
    const isWord = (kind & WORD_KIND) !== 0;
    if (!isInside || !(isWord || ((kind & KIND.space) === 0 && isJoiner(text, at)))) {
      count += isWord || isDense ? 1 : 0;
      isInside = isWord && !isDense;
    }
    at = isDense && !isInside ? denseEnd(text, denseEnd(text, at)) : at + 1;
  }
  return count;
}

/** After the Chinese or Japanese character at `at`; `at` itself where there is none. */
function denseEnd(text: string, at: number): number {
  const isDense = (kindAt(text, at) & KIND.dense) !== 0;
  return isDense ? at + ((text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1) : at;
}

/** A mark within a word or a number: `it's`, `1,234.5`. */
function isJoiner(text: string, at: number): boolean {
  return JOINERS.includes(text.charAt(at)) && (kindAt(text, at + 1) & WORD_KIND) !== 0;
}

const JOINERS = "-'’.,";
