import { type TokenKind, tokenize } from '../../shared/text/tokenize.ts';
import { fold } from './fold.ts';

/** How a word is cased; `none` for what has no case. */
type Casing = 'lower' | 'capital' | 'upper' | 'none';

/** A token as names are compared by: clitics are outside its span. */
export interface NameToken {
  /** Span without a possessive `'s` and without an elided article. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Folded form. */
  readonly key: string;
  readonly kind: TokenKind;
  readonly casing: Casing;
  /** Carried a possessive `'s`. */
  readonly possessive: boolean;
  /** Nothing stands between it and the token before. */
  readonly glued: boolean;
}

const POSSESSIVE = /^.+(?=['’][sS]$)/su;
const ELISION = /^(?:[cdjlmnst]|qu|all|dall|dell|nell|sull)['’](?=\p{L})/iu;
const ELIDING: ReadonlySet<string> = new Set(['fr', 'it', 'ca']);
const LETTER_BY_LETTER = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u;

/**
 * Splits `text` as names are matched: possessives and elisions fall off, and text in Han or Kana
 * goes letter by letter, because a dictionary that does not know a name cuts it anywhere.
 */
export function nameTokens(text: string, language: string): readonly NameToken[] {
  const tokens: NameToken[] = [];
  let lastEnd = 0;
  for (const token of tokenize(text)) {
    const parts = LETTER_BY_LETTER.test(token.text) ? lettersOf(token) : [token];
    for (const part of parts) {
      const span = token.kind === 'word' ? withoutClitics(part, language) : { ...part, possessive: false };
      tokens.push({ ...span, ...formOf(span.text), kind: token.kind, glued: part.start === lastEnd });
      lastEnd = part.end;
    }
  }
  return tokens;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function lettersOf(token: Piece): readonly Piece[] {
  let at = token.start;
  return Array.from(token.text, (letter) => {
    const start = at;
    at += letter.length;
    return { start, end: at, text: letter };
  });
}

function withoutClitics(piece: Piece, language: string): Piece & { possessive: boolean } {
  const head = ELIDING.has(language) ? (ELISION.exec(piece.text)?.[0].length ?? 0) : 0;
  const core = language === 'en' ? POSSESSIVE.exec(piece.text)?.[0] : undefined;
  const text = (core ?? piece.text).slice(head);
  const start = piece.start + head;
  return { start, end: start + text.length, text, possessive: core !== undefined };
}

function formOf(text: string): { key: string; casing: Casing } {
  return { key: fold(text), casing: casingOf(text) };
}

function casingOf(text: string): Casing {
  const upper = text.toUpperCase();
  const lower = text.toLowerCase();
  if (upper === lower) {
    return 'none';
  }
  if (text === lower) {
    return 'lower';
  }
  if (text === upper && text.length > 1) {
    return 'upper';
  }
  return /^\p{Ll}/u.test(text) ? 'lower' : 'capital';
}
