import type { TextEdit, TextRule } from './text-rule.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Composes letters and their marks (NFC), so that equal words are equal strings. */
export const composition: TextRule = {
  name: 'composition',
  description: 'Composes letters and combining marks (Unicode NFC)',
  confidence: 1,
  find: ({ text }) => {
    const composed = text.normalize('NFC');
    if (composed === text) {
      return [];
    }
    const edits: TextEdit[] = [];
    for (const { segment, index } of graphemes.segment(text)) {
      const replacement = segment.normalize('NFC');
      if (replacement !== segment) {
        edits.push({ start: index, end: index + segment.length, replacement });
      }
    }
    // rare: marks that compose across what counts as one character
    return isComplete(text, edits, composed)
      ? edits
      : [{ start: 0, end: text.length, replacement: composed }];
  },
};

function isComplete(text: string, edits: readonly TextEdit[], composed: string): boolean {
  let result = '';
  let position = 0;
  for (const edit of edits) {
    result += text.slice(position, edit.start) + edit.replacement;
    position = edit.end;
  }
  return result + text.slice(position) === composed;
}
