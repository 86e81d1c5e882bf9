import type { TextEdit, TextRule } from './text-rule.ts';

/** Closing mark by opening mark, for languages that write “...”. */
const ENGLISH_MARKS = new Set(['en', 'es', 'pt', 'it', 'vi', 'tr', 'ko', 'id']);

/**
 * Completes a pair of quotation marks of which one is straight and the other curly ("like this”).
 * Pairs that are straight on both sides stay: that is a style, not a defect.
 */
export const mixedQuotes: TextRule = {
  name: 'mixed-quotes',
  description: 'Makes both marks of a quotation curly where one of them is',
  confidence: 0.9,
  find: ({ text }, language) => {
    if (!ENGLISH_MARKS.has(language) || !text.includes('"') || !/[“”]/u.test(text)) {
      return [];
    }
    const edits: TextEdit[] = [];
    const marks = [...text.matchAll(/["“”]/gu)];
    for (let index = 0; index + 1 < marks.length; index += 1) {
      const open = marks[index];
      const close = marks[index + 1];
      if (open === undefined || close === undefined || !isPair(text, open.index, close.index)) {
        continue;
      }
      if (open[0] === '“' && close[0] === '"') {
        edits.push({ start: close.index, end: close.index + 1, replacement: '”' });
      }
      if (open[0] === '"' && close[0] === '”') {
        edits.push({ start: open.index, end: open.index + 1, replacement: '“' });
      }
      index += 1;
    }
    return edits;
  },
};

/** The first stands before a word and the second after one. */
function isPair(text: string, open: number, close: number): boolean {
  const opens = /^$|[\s([—–-]/u.test(text.charAt(open - 1)) && /\S/u.test(text.charAt(open + 1));
  const closes = /\S/u.test(text.charAt(close - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(close + 1));
  return opens && closes;
}
