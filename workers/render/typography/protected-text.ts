import type { Span } from '../../../shared/document/span.ts';
import { remembered } from '../../../shared/text/remembered.ts';

/** Without one of these a text has no address, handle, path or placeholder. */
const SUSPECT = /[@#/\\{}$]|\.(?=\w)(?<=\w\.)|%[a-z\d]/iu;

/**
 * Addresses, e-mails, handles, hashtags, paths, file names, versions and placeholders of programs, by the
 * characters of which each has one. Marks at the end of an address belong to the sentence.
 */
const KEPT: Readonly<Record<string, string>> = {
  ':': String.raw`(?:https?|ftp|mailto|tel):[^\s<>"«»“”]+`,
  '@': String.raw`(?:[\p{L}\p{N}_-]+\.)*[\p{L}\p{N}_+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+`,
  '@#': String.raw`(?<![\p{L}\p{N}])[@#][\p{L}\p{M}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*`,
  '.': String.raw`(?<![\w.])(?:[a-z\d-]+\.)+[a-z]{2,}(?::\d+)?(?:/[^\s<>"«»“”]*)?`,
  '/': String.raw`(?<![\w/])\.{0,2}/[\w.~-]+(?:/[\w.~-]*)+`,
  '\\': String.raw`(?<!\w)[a-z]:\\[^\s"]+`,
  '{%': String.raw`\{\{?[^{}]*\}?\}|\$\{[^}]*\}|(?<![\p{N}\s])%[sd]\b|(?<!\S)%[sd]\b`,
};
const SENTENCE_END = /[.,;:!?)\]}'’，。；：！？、）」』》…]+$/u;

/** The parts of a text that typography leaves alone, in order. */
export function findProtected(text: string): readonly Span[] {
  const signs = SUSPECT.test(text) ? signsIn(text) : '';
  return signs === ''
    ? NOTHING
    : [...text.matchAll(patternOf(signs))].map((match) => {
        const [kept] = match;
        const tail = /^[{$]/u.test(kept) ? 0 : (SENTENCE_END.exec(kept)?.[0].length ?? 0);
        return { start: match.index, end: match.index + kept.length - tail };
      });
}

const NOTHING: readonly Span[] = [];

/** What a text may have: anything else would be tried in vain at every letter. */
function signsIn(text: string): string {
  return Object.keys(KEPT)
    .filter((signs) => Array.from(signs).some((sign) => text.includes(sign)))
    .join(' ');
}

const patternOf = remembered((signs) => {
  const parts = signs.split(' ').map((each) => KEPT[each]);
  return new RegExp(parts.join('|'), 'giu');
});
