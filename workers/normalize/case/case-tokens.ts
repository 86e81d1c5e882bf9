import { isCapitalized } from '../../../shared/text/casing.ts';

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
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Longer runs without a space are data, or a script without spaces, which has no case. */
const MAX_PROSE_RUN = 100;

/** Splits a text into words with what the case rules need to know of each. */
export function caseTokens(text: string, options: TokenOptions = {}): CaseToken[] {
  const tokens: CaseToken[] = [];
  const templates = text.includes('{') ? Array.from(text.matchAll(TEMPLATE)) : [];
  for (const run of text.matchAll(/\S+/gu)) {
    const isTemplate = templates.some(
      ({ index, 0: { length } }) => run.index >= index && run.index < index + length,
    );
    const isProse = run[0].length <= MAX_PROSE_RUN && !isTemplate && !NOT_PROSE.test(run[0]);
    for (const match of run[0].matchAll(WORD)) {
      const start = run.index + match.index;
      const word = match[0];
      const lower = lowerCase(word, options.language);
      tokens.push({
        text: word,
        lower,
        start,
        end: start + word.length,
        isCapitalized: lower !== word && isCapitalized(word),
        isRepairable: isProse && lower === word && /\p{Ll}/u.test(word),
        isInitial: isInitial(text, start, tokens.at(-1), options),
      });
    }
  }
  return tokens;
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
