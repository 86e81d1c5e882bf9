import { matchNames, type NameMatch } from '../../../shared/gazetteer/match-names.ts';
import type { NameIndex } from '../../../shared/gazetteer/name-index.ts';
import type { NameToken } from '../name-tokens.ts';

/** A gazetteer name in a segment. */
export interface KnownName extends NameMatch {
  /** Tokens it covers: `[fromToken, toToken)`. */
  readonly fromToken: number;
  readonly toToken: number;
}

/** Finds the names of `index` in a text, with the tokens that they cover. */
export function matchGazetteer(
  text: string,
  tokens: readonly NameToken[],
  index: NameIndex,
): readonly KnownName[] {
  let at = 0;
  return matchNames(text, index).flatMap((match) => {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= match.start) {
      at += 1;
    }
    let toToken = at;
    while (toToken < tokens.length && (tokens[toToken]?.start ?? 0) < match.end) {
      toToken += 1;
    }
    return toToken > at ? [{ ...match, fromToken: at, toToken }] : [];
  });
}
