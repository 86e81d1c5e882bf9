import { PLACEHOLDER } from '../../../shared/document/inline-code.ts';

/** What stands after a stop, opening marks and dashes skipped. */
export interface Following {
  readonly kind: 'upper' | 'lower' | 'digit' | 'caseless' | 'mark' | 'nothing';
  /** Its first word, up to an apostrophe or hyphen; empty unless it starts with a letter. */
  readonly word: string;
  /** The opening marks that were skipped. */
  readonly lead: string;
}

const START =
  /^(?<lead>[\s"'“‘”„‚«»‹›([{¿¡—–―‐\-*_~…．.「『（《〈【\p{Cf}\p{So}\p{Emoji_Presentation}]*)(?<word>[\p{L}\p{M}]*)(?<rest>.?)/su;

/** How much text is looked at. */
const REACH = 60;

/** Reads what follows position `at`. A code counts as a word with a capital. */
export function readFollowing(text: string, at: number): Following {
  const groups = START.exec(text.slice(at, at + REACH).replaceAll(PLACEHOLDER, '\uE000'))?.groups;
  const lead = groups?.['lead'] ?? '';
  const word = groups?.['word'] ?? '';
  const rest = groups?.['rest'] ?? '';
  if (word === '') {
    return { kind: kindOfMark(rest), word, lead };
  }
  if (/^\p{Ll}/u.test(word)) {
    return { kind: isName(word, rest) ? 'upper' : 'lower', word, lead };
  }
  return { kind: /^[\p{Lu}\p{Lt}]/u.test(word) ? 'upper' : 'caseless', word, lead };
}

/** Names of brands and of things in programs start small: "iPhone", "order_id". */
function isName(word: string, rest: string): boolean {
  return /^\p{Ll}{1,3}\p{Lu}/u.test(word) || /[_\\]/u.test(rest);
}

function kindOfMark(character: string): Following['kind'] {
  if (character === '') {
    return 'nothing';
  }
  if (character === '\uE000') {
    return 'upper';
  }
  return /\p{N}/u.test(character) ? 'digit' : 'mark';
}
