/** "mexico" -> "Mexico"; the rest of the word stays as it is. Locale-independent. */
export function capitalize(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return word === '' ? word : first.toUpperCase() + word.slice(first.length);
}

/** Whether a word starts with an upper-case letter and goes on in lower case: "Mexico", not "US" or "iPhone". */
export function isCapitalized(word: string): boolean {
  return /^\p{Lu}[\p{M}\p{N}]*\p{Ll}[\p{Ll}\p{M}\p{N}]*$/u.test(word);
}

/** Whether a word holds letters, none of them upper-case. */
export function isLowerCase(word: string): boolean {
  return /\p{Ll}/u.test(word) && !/[\p{Lu}\p{Lt}]/u.test(word);
}

/** Whether a word of at least two letters is in capitals: "US", "NATO". */
export function isAllCaps(word: string): boolean {
  return /^[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]+$|^\p{Lu}{2,}$/u.test(word);
}
