import { tokenize } from '../../shared/text/tokenize.ts';
import type { FilledSegment } from './fill-targets.ts';
import type { LocaleStyle } from './locale-style.ts';

/** Whole minutes, at least 1, that a reader of the locale needs for what is shown. */
export function readingMinutes(filled: readonly FilledSegment[], { reading }: LocaleStyle): number {
  const amounts = filled.map(({ segment, target }) => {
    const { text } = target ?? segment;
    return reading.unit === 'words' ? countWords(text) : text.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
  });
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return Math.max(1, Math.round(total / reading.perMinute));
}

function countWords(text: string): number {
  return tokenize(text).filter(({ kind }) => kind === 'word' || kind === 'number').length;
}
