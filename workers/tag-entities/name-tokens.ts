import { fold } from '../../shared/text/fold.ts';
import { remembered } from '../../shared/text/remembered.ts';
import { type TokenKind, tokenize } from '../../shared/text/tokenize.ts';

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
  /** Where the word that a dictionary finds here begins and ends: letters of Han and Kana are cut out of it. */
  readonly wordStart: number;
  readonly wordEnd: number;
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
  const read = wordReader(language);
  const tokens: NameToken[] = [];
  let lastEnd = 0;
  for (const token of tokenize(text)) {
    const { kind } = token;
    const first = token.text.charCodeAt(0);
    const parts = first > LAST_ASCII && LETTER_BY_LETTER.test(token.text) ? lettersOf(token) : undefined;
    for (let part = 0; part < (parts?.length ?? 1); part += 1) {
      const { start, end, text: written } = parts?.[part] ?? token;
      const { head, text: core, key, casing, possessive } = read(written);
      const from = start + head;
      const glued = start === lastEnd;
      tokens.push({
        start: from,
        end: from + core.length,
        text: core,
        key,
        kind,
        casing,
        possessive,
        glued,
        wordStart: token.start,
        wordEnd: token.end,
      });
      lastEnd = end;
    }
  }
  return tokens;
}

const LAST_ASCII = 0x7f;

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

/** What a token's text says wherever it stands. */
interface ReadWord extends Pick<NameToken, 'text' | 'key' | 'casing' | 'possessive'> {
  /** Length of the elided article before it. */
  readonly head: number;
}

/** Readers of words by language: memos of a pure function. */
const wordReader = remembered((language) => remembered((written) => readWord(written, language)));

function readWord(written: string, language: string): ReadWord {
  const head = ELIDING.has(language) ? (ELISION.exec(written)?.[0].length ?? 0) : 0;
  const core = language === 'en' ? POSSESSIVE.exec(written)?.[0] : undefined;
  const text = (core ?? written).slice(head);
  return { head, text, key: fold(text), casing: casingOf(text), possessive: core !== undefined };
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
