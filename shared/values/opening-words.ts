/** Bits by which opening words are told from others: a few of a thousand others share one. */
const BITS = 14;

/**
 * Tells whether a phrase may begin with the word `[start, end)` of a text: always true where one does, hardly
 * ever elsewhere. Makes no string of it: most words of a text are part of no value.
 */
export type MayOpen = (text: string, start: number, end: number) => boolean;

/** Looks for `words`, which are folded. A word of the text with letters outside ASCII may always be one. */
export function openingWords(words: Iterable<string>): MayOpen {
  const marks = new Uint8Array(1 << BITS);
  for (const word of words) {
    const place = placeOf(word, 0, word.length);
    if (place >= 0) {
      marks[place] = 1;
    }
  }
  return (text, start, end) => {
    const place = placeOf(text, start, end);
    return place < 0 || marks[place] === 1;
  };
}

/** A number of the word without its case; -1 where it is not ASCII. */
function placeOf(text: string, start: number, end: number): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) {
      return -1;
    }
    hash = Math.imul(hash ^ (code | 0x20), 0x01_00_01_93);
  }
  return (hash ^ (hash >>> 15)) & ((1 << BITS) - 1);
}
