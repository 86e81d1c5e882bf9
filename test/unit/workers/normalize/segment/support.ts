import type { SentenceBreaker } from '../../../../../workers/normalize/segment/sentence-breaks.ts';

/** The sentences of a text, without the white space around them. */
export function cut(text: string, sentenceBreaks: SentenceBreaker): string[] {
  const breaks = sentenceBreaks(text);
  return [0, ...breaks].map((start, index) => text.slice(start, breaks[index] ?? text.length).trim());
}
