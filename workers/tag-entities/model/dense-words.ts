import { hashText } from './hashes.ts';

/** The words that a dictionary finds where a script puts no spaces between them; tokens are single letters there. */
export interface DenseWords {
  /** Hash of the word that the token is a letter of; 0 for tokens of other scripts. */
  readonly word: Int32Array;
  /** Its tokens are `[from, to)`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Words of no text: its arrays are of the given size. */
export function denseWords(size: number): DenseWords {
  return { word: new Int32Array(size), from: new Int32Array(size), to: new Int32Array(size) };
}

/** Marks tokens `[from, to)` as the letters of `word`. */
export function markDenseWord(
  words: DenseWords,
  word: string,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  words.word.fill(hashText(word), from, to);
  words.from.fill(from, from, to);
  words.to.fill(to, from, to);
}
