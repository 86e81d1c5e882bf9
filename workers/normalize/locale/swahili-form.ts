/**
 * Syllables of Swahili: an open vowel after at most one consonant with what may stand before and
 * after it (`mb`, `ng'w`, `ny`, `sh`). A nasal may be a syllable of its own: `m-toto`, `n-chi`.
 */
const WORD =
  /^(?:(?:m(?=[bdfghjklmnpstvwyz])|n(?=[cdgjnsty]))?(?:ng'|ny|ng|nd|nj|nz|mb|mv|ch|dh|gh|kh|sh|th|[bdfghjklmnprstvwyz])?[wy]?[aeiou])+$/u;

/**
 * How many of a text's words are built like those of Swahili: near 1 in Swahili itself, where foreign
 * names alone are not, and at most about a half in other languages.
 */
export function shareOfSwahiliForms(words: readonly string[]): number {
  let seen = 0;
  let fitting = 0;
  for (const word of words) {
    if (word.length > 2) {
      seen += word.length;
      fitting += WORD.test(word) ? word.length : 0;
    }
  }
  return seen === 0 ? 0 : fitting / seen;
}
