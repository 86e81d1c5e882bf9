import type { Span } from '../../../shared/document/span.ts';
import { type NameToken, sameCase } from '../name-tokens.ts';
import type { Alias, NameIndex } from './name-index.ts';

/** A gazetteer name in a segment. */
export interface KnownName extends Span {
  readonly alias: Alias;
  /** Tokens it covers: `[fromToken, toToken)`. */
  readonly fromToken: number;
  readonly toToken: number;
  /** Written in the case of the gazetteer. */
  readonly sameCase: boolean;
}

/**
 * Finds the names of `index` in one pass: at each word the longest alias that fits, then on behind
 * it. Accents never count; case counts for aliases that are strict, except in words of four letters
 * and more that stand in capitals throughout, as headlines do.
 */
export function matchGazetteer(tokens: readonly NameToken[], index: NameIndex): readonly KnownName[] {
  const found: KnownName[] = [];
  let at = 0;
  while (at < tokens.length) {
    const match = longestAt(tokens, at, index);
    if (match === undefined) {
      at += 1;
    } else {
      found.push(match);
      at = match.toToken;
    }
  }
  return found;
}

function longestAt(tokens: readonly NameToken[], at: number, index: NameIndex): KnownName | undefined {
  const first = tokens[at];
  if (first === undefined) {
    return undefined;
  }
  let loose: KnownName | undefined;
  for (const alias of index.get(first.key) ?? []) {
    const match = matchAlias(tokens, at, alias);
    if (match?.sameCase === true && (loose === undefined || loose.toToken === match.toToken)) {
      return match;
    }
    loose ??= match;
  }
  return loose;
}

function matchAlias(tokens: readonly NameToken[], at: number, alias: Alias): KnownName | undefined {
  let next = at;
  let asWritten = true;
  let last = tokens[at];
  for (const [position, word] of alias.words.entries()) {
    const place = position === 0 ? at : skipJoiner(tokens, next, alias);
    const token = tokens[place];
    if (token === undefined || token.key !== word.key || (last?.possessive === true && position > 0)) {
      return undefined;
    }
    const same = sameCase(token, word);
    if (!same && alias.strict && !isShouted(token) && !isCountryBehindArticle(tokens, place, alias)) {
      return undefined;
    }
    asWritten &&= same;
    last = word.possessive ? undefined : token;
    next = place + 1;
  }
  const final = tokens[next - 1];
  const first = tokens[at];
  if (first === undefined || final === undefined) {
    return undefined;
  }
  const dot = tokens[next];
  const takesDot = alias.dotted && dot?.text === '.' && dot.glued && !final.possessive;
  return {
    alias,
    start: first.start,
    end: takesDot ? dot.end : final.end,
    fromToken: at,
    toToken: takesDot ? next + 1 : next,
    sameCase: asWritten,
  };
}

/** Passes over a mark that joins two words of a name: a hyphen, a middle dot, an initial's stop. */
function skipJoiner(tokens: readonly NameToken[], at: number, alias: Alias): number {
  const mark = tokens[at];
  const before = tokens[at - 1];
  if (mark === undefined || before === undefined || !mark.glued) {
    return at;
  }
  const joins =
    /^[-‐‑·・＝]$/u.test(mark.text) ||
    (mark.text === '.' && (before.text.length === 1 || before.key === 'st')) ||
    (mark.text === ',' && alias.hasComma);
  return joins ? at + 1 : at;
}

/** "the us": as a pronoun it would take no article. */
function isCountryBehindArticle(tokens: readonly NameToken[], at: number, alias: Alias): boolean {
  return alias.entry.code !== undefined && alias.kind === 'name' && tokens[at - 1]?.key === 'the';
}

function isShouted(token: NameToken): boolean {
  return token.casing === 'upper' && token.text.length >= 4;
}
