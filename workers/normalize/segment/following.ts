import { PLACEHOLDER } from '../../../shared/document/inline-code.ts';

/** What stands after a stop, opening marks and dashes skipped. */
export interface Following {
  readonly kind: 'upper' | 'lower' | 'digit' | 'caseless' | 'mark' | 'nothing';
  /** Its first word, up to an apostrophe or hyphen; empty unless it starts with a letter. */
  readonly word: string;
  /** The opening marks that were skipped. */
  readonly lead: string;
}

/** Both are cut off, so that no run of marks or letters is read again at every stop. */
const LEAD =
  /(?:[\s"'“‘”„‚«»‹›([{¿¡—–―‐\-*_~…．.「『（《〈【\p{Cf}]|(?!\uFFFC)[\p{So}\p{Emoji_Presentation}]){0,40}/uy;

const WORD = /[\p{L}\p{M}]{1,40}/uy;

/** Reads what follows position `at`. A code counts as a word with a capital. */
export function readFollowing(text: string, at: number): Following {
  const lead = match(LEAD, text, at);
  const start = at + lead.length;
  const word = match(WORD, text, start);
  const rest = text.charAt(start + word.length);
  if (word === '') {
    return { kind: kindOfMark(rest), word, lead };
  }
  if (
    /^\p{Ll}{1,2}$/u.test(word) &&
    /['’]$/u.test(lead) &&
    /^\s\p{Lu}/u.test(text.slice(start + word.length, start + word.length + 3))
  ) {
    return { kind: 'upper', word, lead }; // "'t Was" in Dutch
  }
  if (/^\p{Ll}/u.test(word)) {
    return { kind: isName(word, rest) ? 'upper' : 'lower', word, lead };
  }
  return { kind: /^[\p{Lu}\p{Lt}]/u.test(word) ? 'upper' : 'caseless', word, lead };
}

function match(pattern: RegExp, text: string, at: number): string {
  const sticky = pattern;
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? '';
}

/** Names of brands and of things in programs start small: "iPhone", "order_id". */
function isName(word: string, rest: string): boolean {
  return /^\p{Ll}{1,3}\p{Lu}/u.test(word) || rest === '_' || rest === '\\';
}

function kindOfMark(character: string): Following['kind'] {
  if (character === '') {
    return 'nothing';
  }
  if (character === PLACEHOLDER) {
    return 'upper';
  }
  return /\p{N}/u.test(character) ? 'digit' : 'mark';
}
