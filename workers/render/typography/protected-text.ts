import type { Span } from '../../../shared/document/span.ts';

/** Without one of these a text has no address, handle, path or placeholder. */
const SUSPECT = /[@#/\\{}$]|\w\.\w|%[a-z\d]/iu;

/**
 * Addresses, e-mails, handles, hashtags, paths, file names, versions and placeholders of programs.
 * Marks at the end of an address belong to the sentence.
 */
const KEPT = new RegExp(
  [
    String.raw`(?:https?|ftp|mailto|tel):[^\s<>"«»“”]+`,
    String.raw`(?:[\p{L}\p{N}_-]+\.)*[\p{L}\p{N}_+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+`,
    String.raw`(?<![\p{L}\p{N}])[@#][\p{L}\p{M}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*`,
    String.raw`(?<![\w.])(?:[a-z\d-]+\.)+[a-z]{2,}(?::\d+)?(?:/[^\s<>"«»“”]*)?`,
    String.raw`(?<![\w/])\.{0,2}/[\w.~-]+(?:/[\w.~-]*)+`,
    String.raw`(?<!\w)[a-z]:\\[^\s"]+`,
    String.raw`\{\{?[^{}]*\}?\}|\$\{[^}]*\}|(?<![\p{N}\s])%[sd]\b|(?<!\S)%[sd]\b`,
  ].join('|'),
  'giu',
);
const SENTENCE_END = /[.,;:!?)\]}'’，。；：！？、）」』》…]+$/u;

/** The parts of a text that typography leaves alone, in order. */
export function findProtected(text: string): readonly Span[] {
  if (!SUSPECT.test(text)) {
    return [];
  }
  return [...text.matchAll(KEPT)].map((match) => {
    const [kept] = match;
    const tail = /^[{$]/u.test(kept) ? 0 : (SENTENCE_END.exec(kept)?.[0].length ?? 0);
    return { start: match.index, end: match.index + kept.length - tail };
  });
}
