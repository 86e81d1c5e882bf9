import type { Span } from '../../../shared/document/span.ts';
import { isCapitalized } from '../../../shared/text/casing.ts';
import { KIND, kindAt, WORD_KIND, wordEnd, wordStart } from '../../../shared/text/character-kind.ts';

/** A word of a block, as the case rules see it. */
export interface CaseToken {
  readonly text: string;
  /** In lower case, by the rules of the language: "I" is "ı" in Turkish. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly isCapitalized: boolean;
  /** Without a capital, and no part of an address, a handle, a file name or the like. */
  readonly isRepairable: boolean;
  /** First word of a sentence, a quotation or the block: a capital says nothing here. */
  readonly isInitial: boolean;
}

export interface TokenOptions {
  readonly language?: string;
  /** Abbreviations in lower case that end no sentence: "mr". */
  readonly titleAbbreviations?: ReadonlySet<string>;
}

const SENTENCE_BEFORE = /(?:^|[.!?:…。]["'”’»)\]]*\s+|["“‘«([])["'“‘«([\s—–\uFFFC-]*$/u;
const NOT_PROSE = /[@#\\_=~$^{}<>]|:\/\/|\.\p{L}{2}|^["'(]*\/|\/[\p{L}\p{N}-]*\/|-\p{L}*-.*-/u;
/** Expressions of templates: "{{ page | url }}", "{% include x %}", "{{< youtube id >}}". */
const TEMPLATE = /\{\{[^{}]*\}\}|\{%[^{}]*%\}/gu;

/** Longer runs without a space are data, or a script without spaces, which has no case. */
const MAX_PROSE_RUN = 100;

/** Splits a text into words with what the case rules need to know of each. */
export function caseTokens(text: string, options: TokenOptions = {}): CaseToken[] {
  const tokens: CaseToken[] = [];
  const templates = text.includes('{') ? Array.from(text.matchAll(TEMPLATE)) : [];
  let runEnd = 0;
  let isProse = true;
  for (let start = wordStart(text, 0); start < text.length; ) {
    if (start >= runEnd) {
      const run = runAround(text, start, runEnd);
      runEnd = run.end;
      isProse = isProseRun(text, run) && !templates.some((template) => holds(template, run.start));
    }
    const end = wordEnd(text, start);
    tokens.push(tokenOf(text, { start, end }, { isProse, before: tokens.at(-1), options }));
    start = wordStart(text, end);
  }
  return tokens;
}

/** The run of characters without a space around a position; it starts at `from` or later. */
function runAround(text: string, at: number, from: number): Span {
  let start = at;
  while (start > from && (kindAt(text, start - 1) & KIND.space) === 0) {
    start -= 1;
  }
  let end = at;
  while (end < text.length && (kindAt(text, end) & KIND.space) === 0) {
    end += 1;
  }
  return { start, end };
}

function holds({ index, 0: { length } }: RegExpExecArray, position: number): boolean {
  return position >= index && position < index + length;
}

function isProseRun(text: string, { start, end }: Span): boolean {
  return (
    end - start <= MAX_PROSE_RUN && !(isSuspect(text, start, end) && NOT_PROSE.test(text.slice(start, end)))
  );
}

/** Whether a run holds any of the marks without which `NOT_PROSE` finds nothing. */
function isSuspect(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const mark = (kindAt(text, at) & WORD_KIND) === 0 ? text.charAt(at) : '';
    if (SUSPECT.has(mark) || (mark === '.' && (kindAt(text, at + 1) & KIND.letter) !== 0)) {
      return true;
    }
  }
  return false;
}

const SUSPECT = new Set('@#\\_=~$^{}<>/-');

interface TokenContext {
  readonly isProse: boolean;
  readonly before: CaseToken | undefined;
  readonly options: TokenOptions;
}

function tokenOf(text: string, { start, end }: Span, { isProse, before, options }: TokenContext): CaseToken {
  const word = text.slice(start, end);
  let kinds = 0;
  for (let at = start; at < end; at += 1) {
    kinds |= kindAt(text, at);
  }
  const lower = (kinds & KIND.upper) === 0 ? word : lowerCase(word, options.language);
  return {
    text: word,
    lower,
    start,
    end,
    isCapitalized: lower !== word && isCapitalized(word),
    isRepairable: isProse && lower === word && (kinds & KIND.lower) !== 0,
    isInitial: isInitial(text, start, before, options),
  };
}

/** The same word with other letters; as long as before. */
export function rewritten(token: CaseToken, text: string): CaseToken {
  return {
    ...token,
    text,
    isCapitalized: isCapitalized(text),
    isRepairable: token.isRepairable && text === token.lower,
  };
}

/** A word in lower case; unchanged where its length would change. */
function lowerCase(word: string, language: string | undefined): string {
  const lower = language === 'tr' ? word.toLocaleLowerCase('tr') : word.toLowerCase();
  return lower.length === word.length ? lower : word;
}

/** A word with its first letter in upper case, by the rules of the language. */
export function capitalizeIn(word: string, language: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return word === '' ? word : first.toLocaleUpperCase(language) + word.slice(first.length);
}

function isInitial(
  text: string,
  start: number,
  before: CaseToken | undefined,
  { titleAbbreviations }: TokenOptions,
): boolean {
  if (text[start - 1] === ' ' && before?.end === start - 1) {
    return false;
  }
  if (!SENTENCE_BEFORE.test(text.slice(Math.max(0, start - 12), start))) {
    return false;
  }
  const isAfterDot = before !== undefined && text.slice(before.end, start) === '. ';
  const isInitialLetter = before !== undefined && before.text.length === 1 && /\p{L}/u.test(before.text);
  return !(isAfterDot && (isInitialLetter || titleAbbreviations?.has(before.lower) === true));
}
