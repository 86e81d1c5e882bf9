import { isCapitalized, isLowerCase } from '../../../shared/text/casing.ts';

/** A word of a block, as the case rules see it. */
export interface CaseToken {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly isCapitalized: boolean;
  /** All in lower case, and no part of an address, a handle, a file name or the like. */
  readonly isRepairable: boolean;
  /** First word of a sentence, a quotation or the block: a capital says nothing here. */
  readonly isInitial: boolean;
}

const SENTENCE_BEFORE = /(?:^|[.!?:…。]["'”’»)\]]*\s+|["“‘«([])["'“‘«([\s—–\uFFFC-]*$/u;
const NOT_PROSE = /[@#\\_=~$^{}<>]|:\/\/|\.\p{L}{2}|^\/|\/\p{L}*\/|-\p{L}*-.*-/u;

/** Longer runs without a space are data, or a script without spaces, which has no case. */
const MAX_PROSE_RUN = 100;

/** Splits a text into words with what the case rules need to know of each. */
export function caseTokens(text: string): CaseToken[] {
  const tokens: CaseToken[] = [];
  for (const run of text.matchAll(/\S+/gu)) {
    const isProse = run[0].length <= MAX_PROSE_RUN && !NOT_PROSE.test(run[0]);
    for (const match of run[0].matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const start = run.index + match.index;
      const word = match[0];
      tokens.push({
        text: word,
        lower: word.toLowerCase(),
        start,
        end: start + word.length,
        isCapitalized: isCapitalized(word),
        isRepairable: isProse && isLowerCase(word) && !/\p{N}/u.test(word),
        isInitial: SENTENCE_BEFORE.test(text.slice(Math.max(0, start - 12), start)),
      });
    }
  }
  return tokens;
}
