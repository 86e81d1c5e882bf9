import { charClass, endOfRun } from './char-class.ts';
import { foldWord, type Phrase, type ValueGrammar } from './value-grammar.ts';

/** What may stand between the words of a phrase. */
const JOINTS = " '’.-\u00A0\u202F";

/** A phrase that stands in a text, and where it ends. */
export interface FoundPhrase {
  readonly phrase: Phrase;
  readonly end: number;
}

/** The longest phrase whose first word is `first`. */
export function longestPhrase(
  text: string,
  first: { readonly at: number; readonly end: number },
  grammar: ValueGrammar,
): FoundPhrase | undefined {
  const { keepAccents } = grammar.table;
  for (const phrase of grammar.phrasesFor(text.slice(first.at, first.end))) {
    const end = phrase.words.length === 1 ? first.end : endOfPhrase(text, first.end, phrase, keepAccents);
    if (end !== undefined && !cutsWord(text, end)) {
      const dot = phrase.dotted && text[end] === '.' && text[end + 1] !== '.';
      return { phrase, end: dot ? end + 1 : end };
    }
  }
  return undefined;
}

function cutsWord(text: string, end: number): boolean {
  return (
    end < text.length &&
    charClass(text.charCodeAt(end)) === 'letter' &&
    charClass(text.charCodeAt(end - 1)) === 'letter'
  );
}

function endOfPhrase(
  text: string,
  from: number,
  { words }: Phrase,
  keepAccents: boolean,
): number | undefined {
  let at = from;
  for (let index = 1; index < words.length; index += 1) {
    const start = skipJoints(text, at);
    const end = endOfRun(text, start);
    if (start === end || cutsWord(text, start) || !isWord(text, { start, end }, words[index], keepAccents)) {
      return undefined;
    }
    at = end;
  }
  return at;
}

function skipJoints(text: string, from: number): number {
  let at = from;
  while (at < from + 2 && at < text.length && JOINTS.includes(text.charAt(at))) {
    at += 1;
  }
  return at;
}

/** Tells whether `[start, end)` of the text is the folded `word`, without making a string of plain letters. */
function isWord(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  word: string | undefined,
  keepAccents: boolean,
): boolean {
  let same = word?.length === end - start;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) {
      return foldWord(text.slice(start, end), keepAccents) === word;
    }
    const lower = code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
    same &&= lower === word?.charCodeAt(at - start);
  }
  return same;
}
