import type { QaFinding } from '../document/rendition.ts';
import type { CheckedName, CheckedPair } from './checked-pair.ts';

/**
 * Finds names of the source of which the target has no form: neither the locale's nor the source's.
 * Words are compared by their beginnings, without accents and allowing for another spelling, since
 * many languages decline names or write them in several ways. Nothing is said of abbreviations.
 */
export function findMissingNames({ target, names = [] }: CheckedPair): readonly QaFinding[] {
  const wanted = names.filter(({ text }) => !isAbbreviation(text));
  if (wanted.length === 0) {
    return [];
  }
  const text = foldName(target);
  return wanted
    .filter((name) => !isNamed(name, text) && !isShortened(name, target))
    .map(({ text: name, forms }) => ({
      rule: 'name-missing',
      severity: 'warning',
      message: `The name ${name} is not in the target: ${forms[0] ?? name} is expected`,
    }));
}

/** `U.S.` and `FBI` have short forms of their own in each language. */
function isAbbreviation(name: string): boolean {
  return /^[\p{Lu}.\s]{1,6}$/u.test(name);
}

/** Names of several words become abbreviations: `EUA`, `США`, `ארה״ב`. */
function isShortened({ text, isPerson }: CheckedName, target: string): boolean {
  return (
    !isPerson &&
    /\s/u.test(text) &&
    /(?<!\p{L})(?:\p{Lu}\.?\s?){2,5}(?!\p{L})|\p{Lo}["״“”]\p{Lo}/u.test(target)
  );
}

/** A person may be called by any part of the name; of other names most letters must be there. */
function isNamed({ text, forms, isPerson }: CheckedName, target: string): boolean {
  const bare = withoutInnerVowels(target);
  return [text, ...forms].some((form) => {
    const words = wordsOf(form);
    const found = words.filter((word) => hasWord(word, target) || hasWord(withoutInnerVowels(word), bare));
    return isPerson ? found.length > 0 : lettersOf(found) > lettersOf(words) / 2;
  });
}

function wordsOf(form: string): readonly string[] {
  const folded = foldName(form);
  const words =
    folded.match(
      /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]+|[\p{Script=Latin}\p{N}]+|[\p{L}\p{N}]+/gu,
    ) ?? [];
  const long = words.filter((word) => word.length > 2 || !/^\p{Script=Latin}/u.test(word));
  return long.length === 0 ? [folded] : long;
}

function lettersOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}

function hasWord(word: string, target: string): boolean {
  const stem = stemOf(word);
  const tail = word.slice(1);
  return (
    target.includes(stem) ||
    (stem.length >= MIN_SPELLED && hasNear(stem, target)) ||
    (tail.length >= (/^[\p{Script=Hangul}\p{Script=Katakana}\p{Script=Han}]/u.test(word) ? 3 : 5) &&
      target.includes(tail)) ||
    (/^\p{Script=Han}{3}/u.test(word) && target.includes(word.charAt(0) + word.slice(-1)))
  );
}

/** What declension leaves of a word. */
function stemOf(word: string): string {
  return word.length <= 4
    ? word.slice(0, Math.max(2, word.length - 1))
    : word.slice(0, Math.max(4, Math.ceil(word.length * 0.7)));
}

/** Letters from which on one of them may differ. */
const MIN_SPELLED = 5;

/** Whether the target has the stem with one letter exchanged, left out or put in, neither its first nor its last. */
function hasNear(stem: string, target: string): boolean {
  for (let at = target.indexOf(stem.charAt(0)); at !== -1; at = target.indexOf(stem.charAt(0), at + 1)) {
    let same = 1;
    while (same < stem.length && target[at + same] === stem[same]) {
      same += 1;
    }
    if (same >= stem.length - 1) {
      continue;
    }
    const rest = stem.slice(same + 1);
    const exchanged = target.startsWith(rest, at + same + 1);
    const left = target.startsWith(rest, at + same);
    const put = target.startsWith(stem.slice(same), at + same + 1);
    if (exchanged || left || put) {
      return true;
    }
  }
  return false;
}

/** Arabic script writes the vowels inside a foreign name in one way or another, or not at all. */
function withoutInnerVowels(text: string): string {
  return text.replaceAll(/(?<=\p{L})[اويی](?=\p{L})/gu, '');
}

/** Without case, accents and marks. */
function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}|[\u200B-\u200F'’‘"“”״׳]/gu, '')
    .normalize('NFC')
    .toLowerCase();
}
