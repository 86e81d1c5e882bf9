import type { FilledSegment } from './fill-targets.ts';
import type { LocaleStyle } from './locale-style.ts';

/** Whole minutes, at least 1, that a reader of the locale needs for what is shown. */
export function readingMinutes(filled: readonly FilledSegment[], { reading }: LocaleStyle): number {
  const shown = filled.filter(({ isOmitted }) => isOmitted !== true);
  const amounts = shown.map(({ segment, target }) => {
    const { text } = target ?? segment;
    return reading.unit === 'words' ? countWords(text) : text.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
  });
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return Math.max(1, Math.round(total / reading.perMinute));
}

/** Two characters of Chinese or Japanese take about as long as a word. */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}|[\p{L}\p{M}\p{N}]+(?:[-'’.,][\p{L}\p{M}\p{N}]+)*/gu;

function countWords(text: string): number {
  let count = 0;
  WORDS.lastIndex = 0;
  while (WORDS.test(text)) {
    count += 1;
  }
  return count;
}
