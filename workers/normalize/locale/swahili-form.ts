/** What may stand before a vowel; a nasal may be a syllable of its own: `m-toto`, `n-chi`. */
const ONSETS: ReadonlySet<string> = new Set(
  (
    'b d f g h j k l m n p r s t v w y z ch dh gh kh sh th ng ny nd nj nz mb mv ' +
    'bw gw kw lw mw pw sw tw zw chw shw nyw ngw ndw njw mbw fy py vy my by ' +
    'md mf mg mh mj mk ml mn mp ms mt mz mch msh mth mdh mgh mkw mtw mpw msw mchw mny mpy ' +
    "nch ns nt nn nk nf nsh ng' ng'w"
  ).split(' '),
);
/** Enough of a text to judge it by. */
const MAX_WORDS = 80;

/**
 * How much of a text's words is built like those of Swahili, whose syllables end in a vowel: near 1 in
 * Swahili itself, where foreign names alone are not, and at most about a half in other languages.
 */
export function shareOfSwahiliForms(words: readonly string[]): number {
  let seen = 0;
  let fitting = 0;
  for (const word of words.slice(0, MAX_WORDS)) {
    if (word.length > 2) {
      seen += word.length;
      fitting += hasSwahiliForm(word) ? word.length : 0;
    }
  }
  return seen === 0 ? 0 : fitting / seen;
}

function hasSwahiliForm(word: string): boolean {
  return (
    /[aeiou]$/u.test(word) && word.split(/[aeiou]+/u).every((onset) => onset === '' || ONSETS.has(onset))
  );
}
