/** Tells whether two texts differ in case, punctuation and white space at most. */
export function isSameText(a: string, b: string): boolean {
  return textKey(a) === textKey(b);
}

/** Letters and digits alone, in lower case. */
export function textKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
