import { scriptOf } from '../document/locale.ts';
import type { QaFinding } from '../document/rendition.ts';
import type { CheckedPair } from './checked-pair.ts';

/** Characters that no published text has: controls, private use, non-characters, U+FFFD, lone surrogates. */
const NEVER = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\uFFFD]/gu;
/** Characters that one does not see and that are rarely meant. */
const UNSEEN = /[\u00AD\u200B\u2028\u2029\u2060\u2061-\u2064\uFEFF\u{E0000}-\u{E007F}]/gu;
/** UTF-8 that was read as Windows-1252: `Ã©`, `â€™`. */
const MOJIBAKE = /[ÂÃ][\u0080-\u00BF]|â€[\u0080-\u02DC\u2018-\u203A\u20AC\u2122]|Ð[\u0080-\u00BF]Ñ/gu;
/** Most texts have none of them. */
const ANY = new RegExp([NEVER, MOJIBAKE, UNSEEN].map(({ source }) => source).join('|'), 'u');
const SPACES_OF_TEXT = new Set(['\n', '\t']);
/** Scripts whose lines are broken where a zero-width space stands. */
const BROKEN_BY_UNSEEN = new Set(['Thai', 'Khmr', 'Laoo', 'Mymr']);

/** Finds characters that have no place in a published text, unless the source has them too. */
export function findForbiddenCharacters({ source, target, locale }: CheckedPair): readonly QaFinding[] {
  if (!ANY.test(target)) {
    return [];
  }
  const mayBreak = BROKEN_BY_UNSEEN.has(scriptOf(locale));
  return [
    ...find(target, NEVER, 'error', 'character-forbidden'),
    ...find(target, MOJIBAKE, 'error', 'character-misread'),
    ...find(target, UNSEEN, 'warning', 'character-unseen'),
  ]
    .filter(({ text }) => !SPACES_OF_TEXT.has(text) && !source.includes(text))
    .filter(({ text }) => !(mayBreak && text === '\u200B'))
    .map(({ finding }) => finding);
}

interface Found {
  readonly text: string;
  readonly finding: QaFinding;
}

function find(
  target: string,
  pattern: RegExp,
  severity: QaFinding['severity'],
  rule: string,
): readonly Found[] {
  return [...target.matchAll(pattern)].map(({ index, 0: text }) => ({
    text,
    finding: {
      rule,
      severity,
      message: `${codesOf(text)} has no place in a published text`,
      span: { start: index, end: index + text.length },
    },
  }));
}

function codesOf(text: string): string {
  return Array.from(
    text,
    (char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ');
}
