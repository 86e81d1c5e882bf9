import { scriptOf } from '../document/locale.ts';
import type { QaFinding } from '../document/rendition.ts';
import type { CheckedPair } from './checked-pair.ts';

/** Letters of a locale's script, by ISO 15924 code; scripts that mix count together. */
const LETTERS: Readonly<Record<string, string>> = {
  Latn: String.raw`\p{Script=Latin}`,
  Cyrl: String.raw`\p{Script=Cyrillic}`,
  Grek: String.raw`\p{Script=Greek}`,
  Arab: String.raw`\p{Script=Arabic}`,
  Hebr: String.raw`\p{Script=Hebrew}`,
  Deva: String.raw`\p{Script=Devanagari}`,
  Thai: String.raw`\p{Script=Thai}`,
  Hans: String.raw`\p{Script=Han}`,
  Hant: String.raw`\p{Script=Han}`,
  Jpan: String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`,
  Kore: String.raw`\p{Script=Hangul}\p{Script=Han}`,
};
/** Fewest letters of other scripts that are more than a name. */
const MIN_FOREIGN = 12;
/** Least share of the locale's own letters beside names and terms that stay as they are. */
const MIN_OWN_SHARE = 0.25;
/** A word in which one letter is of another script only looks like what it says. */
const MIXED_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{3,}/gu;

/**
 * Finds a target that is written in another script than the locale's, Japanese without kana, and
 * words that mix letters which look alike (a Cyrillic `а` in a Latin word). Words that stand in the
 * source as they are do not count.
 */
export function findWrongScript({ source, target, locale }: CheckedPair): readonly QaFinding[] {
  const script = scriptOf(locale);
  const letters = lettersOf(script);
  if (letters === undefined) {
    return [];
  }
  const whole = { start: 0, end: target.length };
  if (countOf(target, letters.foreign) >= MIN_FOREIGN && isForeign(source, target, letters)) {
    return [
      {
        rule: 'script',
        severity: 'error',
        message: `The target is not written in the script of ${locale} (${script})`,
        span: whole,
      },
    ];
  }
  return mixedWords(target, source);
}

interface Letters {
  readonly own: RegExp;
  readonly foreign: RegExp;
}

const known = new Map<string, Letters>();

function lettersOf(script: string): Letters | undefined {
  const letters = LETTERS[script];
  const own = known.get(script);
  if (own !== undefined || letters === undefined) {
    return own;
  }
  const made = {
    own: new RegExp(`[${letters}]`, 'gu'),
    foreign: new RegExp(`(?=\\p{L})[^${letters}]`, 'gu'),
  };
  known.set(script, made);
  return made;
}

function isForeign(source: string, target: string, letters: Letters): boolean {
  const kept = new Set(source.match(/[\p{L}\p{M}\p{N}]+/gu));
  const own = countOf(target, letters.own);
  const foreign = (target.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .filter((word) => !kept.has(word))
    .reduce((sum, word) => sum + countOf(word, letters.foreign), 0);
  return foreign >= MIN_FOREIGN && own < MIN_OWN_SHARE * (own + foreign);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function mixedWords(target: string, source: string): readonly QaFinding[] {
  if (!isMixed(target)) {
    return [];
  }
  return [...target.matchAll(MIXED_WORD)].flatMap(({ index, 0: word }) =>
    isMixed(word) && !source.includes(word)
      ? [
          {
            rule: 'script-mixed',
            severity: 'warning' as const,
            message: `The word ${word} mixes letters of scripts that look alike`,
            span: { start: index, end: index + word.length },
          },
        ]
      : [],
  );
}

/** A letter between two of another script; a whole part in another script (`SMS-ки`) is meant. */
function isMixed(word: string): boolean {
  return /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(
    word,
  );
}
