import { type Token, tokenize } from '../text/tokenize.ts';
import { findLiterals } from '../values/find-literals.ts';
import { hashPair, type SourceId } from './token-hash.ts';

/** What stands for whatever has a value: no word has it. */
const VALUE = '#';
/** Ordinary words that a text must have besides values: fewer say nothing about what it means. */
const LEAST_WORDS = 2;
/** Here a capital says little: nouns have one. */
const CAPITAL_NOUNS = new Set(['de', 'lb']);

/**
 * Names the family of a text: all texts of a language that differ from it in nothing but values and
 * names, as far as that shows without knowing them. Numbers, months, days of the week, addresses and
 * words with a capital inside a sentence are values; several side by side are one. Coarse: texts of one
 * family may differ in more, so whoever uses it compares them. Undefined where a text has no value or hardly
 * anything else.
 */
export function familyOf(text: string, language: string): SourceId | undefined {
  const words = tokenize(text);
  const literals = findLiterals(text);
  const calendar = calendarWords(language);
  const hasNames = !CAPITAL_NOUNS.has(language);
  const parts: string[] = [];
  let ordinary = 0;
  for (const [at, word] of words.entries()) {
    if (word.kind === 'punctuation' || word.kind === 'placeholder') {
      continue;
    }
    const folded = word.text.toLowerCase();
    const isValue =
      /\p{Nd}/u.test(word.text) ||
      calendar.has(folded) ||
      literals.some(({ start, end }) => start < word.end && word.start < end) ||
      (hasNames && isName(words, at));
    if (!isValue) {
      parts.push(folded.replaceAll(/[\u2019\u02BC]/gu, "'"));
      ordinary += 1;
    } else if (parts.at(-1) !== VALUE) {
      parts.push(VALUE);
    }
  }
  return ordinary < LEAST_WORDS || ordinary === parts.length ? undefined : hashPair(parts.join('\u0000'));
}

/** A word with a capital that does not begin a sentence, or that another such word follows. */
function isName(words: readonly Token[], at: number): boolean {
  const before = words[at - 1];
  const startsSentence = before === undefined || (before.kind === 'punctuation' && before.text !== ',');
  return isCapital(words[at]) && (!startsSentence || isCapital(words[at + 1]));
}

function isCapital(word: Token | undefined): boolean {
  return word?.kind === 'word' && /^\p{Lu}/u.test(word.text);
}

const calendars = new Map<string, ReadonlySet<string>>();

/** Months and days of the week of a language, long and short, in lower case. */
function calendarWords(language: string): ReadonlySet<string> {
  const known = calendars.get(language);
  if (known !== undefined) {
    return known;
  }
  const words = new Set<string>();
  for (const style of ['long', 'short'] as const) {
    const month = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
    const weekday = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' });
    for (let at = 0; at < 12; at += 1) {
      const months = month.formatToParts(Date.UTC(2024, at, 1));
      for (const { type, value } of [...months, ...weekday.formatToParts(Date.UTC(2024, 0, 1 + at))]) {
        if (type === 'month' || type === 'weekday') {
          words.add(value.replace(/\.$/u, '').toLowerCase());
        }
      }
    }
  }
  calendars.set(language, words);
  return words;
}
