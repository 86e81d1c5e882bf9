import { isWordKind, SPAN_FIELDS, tokenSpans } from '../text/tokenize.ts';
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
  const calendar = calendarWords(language);
  if (calendar.areCapital && !HINT.test(text)) {
    return undefined;
  }
  const folded = text.toLowerCase();
  if (folded.length !== text.length) {
    return undefined; // places would not be the same: letters that have no lower case of their length
  }
  const spans = tokenSpans(text);
  const literals = findLiterals(text);
  const hasNames = !CAPITAL_NOUNS.has(language);
  let parts = '';
  let words = 0;
  let values = 0;
  let afterValue = false;
  for (let at = 0; at < spans.length; at += SPAN_FIELDS) {
    const start = spans[at] ?? 0;
    const end = spans[at + 1] ?? 0;
    if (!isWordKind(spans[at + 2] ?? 0)) {
      continue;
    }
    const word = folded.slice(start, end);
    const isValue =
      hasDigit(text, start, end) ||
      calendar.words.has(word) ||
      (hasNames && isName(text, spans, at)) ||
      literals.some((literal) => literal.start < end && start < literal.end);
    words += isValue ? 0 : 1;
    values += isValue ? 1 : 0;
    parts += isValue ? (afterValue ? '' : VALUE) : `${word.replace(CURLY, "'")}\u0000`;
    afterValue = isValue;
  }
  return words < LEAST_WORDS || values === 0 ? undefined : hashPair(parts);
}

/** What every value has that is no word in small letters: a digit, a capital behind the first letter, what addresses have. */
const HINT = /[\d@:]|.\p{Lu}|\P{ASCII}|www/u;
const CURLY = /[\u2019\u02BC]/gu;
const DIGIT = /\p{Nd}/u;
const CAPITAL = /\p{Lu}/u;

function hasDigit(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 ? unit >= 0x30 && unit <= 0x39 : DIGIT.test(text.charAt(at))) {
      return true;
    }
  }
  return false;
}

/** A word with a capital that does not begin a sentence, or that another such word follows. */
function isName(text: string, spans: readonly number[], at: number): boolean {
  if (!isCapital(text, spans[at])) {
    return false;
  }
  const before = at - SPAN_FIELDS;
  const startsSentence =
    before < 0 || (!isWordKind(spans[before + 2] ?? 0) && text.charAt(spans[before] ?? 0) !== ',');
  const next = at + SPAN_FIELDS;
  return !startsSentence || (isWordKind(spans[next + 2] ?? SPAN_FIELDS) && isCapital(text, spans[next]));
}

function isCapital(text: string, at: number | undefined): boolean {
  const unit = at === undefined ? 0 : text.charCodeAt(at);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : CAPITAL.test(text.charAt(at ?? 0));
}

interface Calendar {
  readonly words: ReadonlySet<string>;
  /** They are written with a capital. */
  readonly areCapital: boolean;
}

const calendars = new Map<string, Calendar>();

/** Months and days of the week of a language, long and short, in lower case. */
function calendarWords(language: string): Calendar {
  const known = calendars.get(language);
  if (known !== undefined) {
    return known;
  }
  const words = new Set<string>();
  for (const style of ['long', 'short'] as const) {
    const month = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
    const weekday = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' });
    for (let at = 0; at < 12; at += 1) {
      words.add(partOf(month, 'month', Date.UTC(2024, at, 1)));
      words.add(partOf(weekday, 'weekday', Date.UTC(2024, 0, 1 + at)));
    }
  }
  const made = {
    words: new Set(Array.from(words, (word) => word.toLowerCase())),
    areCapital: Array.from(words).every((word) => CAPITAL.test(word.charAt(0))),
  };
  calendars.set(language, made);
  return made;
}

/** Without the dot of an abbreviation. */
function partOf(format: Intl.DateTimeFormat, part: 'month' | 'weekday', time: number): string {
  const value = format.formatToParts(time).find(({ type }) => type === part)?.value ?? '';
  return value.replace(/\.$/u, '');
}
