/** What a character is beside a quotation mark; the empty string is the edge of the text. */
const LETTER = 1;
/** A letter of a script that puts spaces between words. */
const SPACED_LETTER = 2;
const DIGIT = 4;
const HEBREW = 8;
/** After it a quotation may begin. */
const OPENER = 16;
/** Before it a quotation may end. */
const CLOSER = 32;

const TESTS: readonly (readonly [number, RegExp])[] = [
  [LETTER, /^[\p{L}\p{M}\p{N}]$/u],
  [
    SPACED_LETTER,
    /^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])[\p{L}\p{M}]$/u,
  ],
  [DIGIT, /^\p{Nd}$/u],
  [HEBREW, /^\p{Script=Hebrew}$/u],
  [OPENER, /^[\s([{（［【《〈「『–—―¿¡:：/-]?$/u],
  [CLOSER, /^[\s.,;:!?)\]}…،؛؟।，。；：！？、）］】》〉」』–—―/-]?$/u],
];

const KNOWN = 64;
/** Classes of the code units that were asked for: a memo of a pure function, 64 KB. */
const known = new Uint8Array(0x1_00_00);

function classOf(character: string): number {
  if (character.length !== 1) {
    return classify(character);
  }
  const code = character.charCodeAt(0);
  const found = known[code] ?? 0;
  if (found !== 0) {
    return found;
  }
  const told = classify(character) | KNOWN;
  known[code] = told;
  return told;
}

function classify(character: string): number {
  return TESTS.reduce((bits, [bit, test]) => (test.test(character) ? bits | bit : bits), 0);
}

export function isLetter(character: string): boolean {
  return (classOf(character) & LETTER) !== 0;
}

/** Tells whether it is a letter of a script that puts spaces between words. */
export function isSpacedLetter(character: string): boolean {
  return (classOf(character) & SPACED_LETTER) !== 0;
}

export function isDigit(character: string): boolean {
  return (classOf(character) & DIGIT) !== 0;
}

export function isHebrew(character: string): boolean {
  return (classOf(character) & HEBREW) !== 0;
}

/** Tells whether a quotation may begin after it: a space, an opening bracket, a dash, nothing. */
export function isOpener(character: string): boolean {
  return (classOf(character) & OPENER) !== 0;
}

/** Tells whether a quotation may end before it: a space, a mark of the sentence, nothing. */
export function isCloser(character: string): boolean {
  return (classOf(character) & CLOSER) !== 0;
}
