import { fold } from '../../../shared/text/fold.ts';

/** Letters whose marks change their sound, as English would spell it. */
const SPELLED: Readonly<Record<string, string>> = {
  ñ: 'ny',
  ń: 'n',
  ç: 's',
  ć: 'ch',
  č: 'ch',
  š: 'sh',
  ś: 'sh',
  ş: 'sh',
  ș: 'sh',
  ž: 'zh',
  ż: 'zh',
  ț: 'ts',
  ł: 'l',
  đ: 'd',
  þ: 'th',
  ð: 'd',
};

/** One step of a spelling: what a rule gives for the letters that it takes. */
export type Sound = string;

/**
 * Reads a word by the rules, the longest that fits at each place first; undefined where a letter has
 * none. The word may have accents and capitals.
 */
export function readSounds(
  word: string,
  rules: Readonly<Record<string, string>>,
): readonly Sound[] | undefined {
  const letters = fold(
    Array.from(word.normalize('NFC').toLowerCase(), (letter) => SPELLED[letter] ?? letter).join(''),
  );
  const sounds: Sound[] = [];
  let at = 0;
  while (at < letters.length) {
    const found = longestRule(letters, at, rules);
    if (found === undefined) {
      return undefined;
    }
    sounds.push(found.sound);
    at += found.length;
  }
  return sounds;
}

const LONGEST_RULE = 6;

function longestRule(
  letters: string,
  at: number,
  rules: Readonly<Record<string, string>>,
): { readonly sound: string; readonly length: number } | undefined {
  for (let length = Math.min(LONGEST_RULE, letters.length - at); length > 0; length -= 1) {
    const piece = letters.slice(at, at + length);
    const isLast = at + length === letters.length;
    const sound =
      (at === 0 && isLast ? rules[`^${piece}$`] : undefined) ??
      (at === 0 ? rules[`^${piece}`] : undefined) ??
      (isLast ? rules[`${piece}$`] : undefined) ??
      rules[piece];
    if (sound !== undefined) {
      return { sound, length };
    }
  }
  return undefined;
}
