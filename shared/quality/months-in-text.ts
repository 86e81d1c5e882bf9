import { calendarNames } from '../values/calendar-names.ts';

/** A month or weekday that a text names. */
export interface CalendarWord {
  /** `m1` to `m12`, `w1` (Monday) to `w7`. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

interface NamePattern {
  readonly pattern: RegExp;
  readonly keys: ReadonlyMap<string, string>;
}

/** Made once a language: there are few. */
const patterns = new Map<string, NamePattern>();

/**
 * Months and weekdays that a text names in words of its language, in reading order. Names that mean
 * something else as well are left to the caller: only it knows what the source says.
 */
export function calendarWordsIn(text: string, language: string): readonly CalendarWord[] {
  const { pattern, keys } = patternOf(language);
  return [...text.toLowerCase().matchAll(pattern)].flatMap(({ index, 0: name }) => {
    const key = keys.get(name);
    return key === undefined ? [] : [{ key, start: index, end: index + name.length }];
  });
}

function patternOf(language: string): NamePattern {
  const known = patterns.get(language);
  if (known !== undefined) {
    return known;
  }
  const keys = new Map<string, string>();
  for (const { phrase, sense } of calendarNames(language)) {
    const key = sense.month === undefined ? undefined : `m${sense.month}`;
    const weekday = sense.weekday === undefined ? undefined : `w${sense.weekday}`;
    const name = phrase.toLowerCase();
    const value = key ?? weekday;
    if (value !== undefined && (name.length > 3 || !/^\p{scx=Latn}/u.test(name)) && !name.endsWith('.')) {
      keys.set(name, keys.has(name) && keys.get(name) !== value ? '' : value);
    }
  }
  const names = [...keys]
    .filter(
      ([name, key]) =>
        key !== '' && ![...keys.keys()].some((other) => other !== name && isEndOf(name, other)),
    )
    .map(([name]) => name)
    .toSorted((a, b) => b.length - a.length);
  const alternatives = names
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
    .join('|');
  const made = { pattern: new RegExp(bounded(alternatives, names.join('')), 'gu'), keys };
  patterns.set(language, made);
  return made;
}

/** `شنبه` is Saturday, and ends the names of other days. */
function isEndOf(name: string, other: string): boolean {
  return other.endsWith(name) && /[\s\u200C]/u.test(other.charAt(other.length - name.length - 1));
}

/** Scripts without spaces have no edges of words; a digit before `1月` would make it another month. */
function bounded(alternatives: string, sample: string): string {
  return /[\p{Script=Han}\p{Script=Thai}\p{Script=Hangul}]/u.test(sample)
    ? String.raw`(?<!\p{Nd})(?:${alternatives})`
    : String.raw`(?<![\p{L}\p{M}\p{N}-])(?:\p{Script=Arabic}{0,2}|\p{Script=Hebrew}{0,2})?(?:${alternatives})(?![\p{L}\p{M}\p{N}-])`;
}
