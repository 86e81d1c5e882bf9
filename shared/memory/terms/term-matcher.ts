import { type Locale, languageOf } from '../../document/locale.ts';
import type { Span } from '../../document/span.ts';
import { fold } from '../../text/fold.ts';
import { type Inflection, NO_INFLECTION, plainInflection, stemsOf } from './inflection.ts';

/** Finds forms of given words in texts of one language. */
export interface TermMatcher {
  /** A text made ready: its words with their stems. */
  readonly read: (text: string) => TermText;
  /** Where a phrase stands in a text, in any form of its words, `gap` other words between them at most. */
  readonly find: (phrase: TermText, text: TermText, gap: number) => readonly Span[];
}

export interface TermText {
  readonly text: string;
  readonly words: readonly TermWord[];
}

interface TermWord extends Span {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
}

/** Fewest letters of a part of a compound. */
const MIN_PART = 5;
/** Letters up to which capitals alone make an abbreviation. */
const LONGEST_ABBREVIATION = 5;
/** Words whose stems are remembered. */
const MAX_WORDS = 50_000;

/** Makes a matcher a language when it is first wanted, by the tables of `config/inflection`. */
export function createTermMatchers(tables: ReadonlyMap<string, Inflection>): (locale: Locale) => TermMatcher {
  const made = new Map<string, TermMatcher>();
  return (locale) => {
    const language = languageOf(locale);
    const matcher = made.get(language) ?? createTermMatcher(tables.get(language) ?? NO_INFLECTION);
    made.set(language, matcher);
    return matcher;
  };
}

/** Makes a matcher for the language whose words change so. */
function createTermMatcher(table: Inflection): TermMatcher {
  const inflection = plainInflection(table);
  const known = new Map<string, ReadonlySet<string>>();
  const stems = (word: string): ReadonlySet<string> => {
    const found = known.get(word) ?? stemsOf(word, inflection);
    if (known.size < MAX_WORDS) {
      known.set(word, found);
    }
    return found;
  };
  const read = (text: string): TermText => ({
    text,
    words: Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ({ index, 0: word }) => ({
      text: word,
      start: index,
      end: index + word.length,
      stems: stems(word),
    })),
  });
  return {
    read,
    find: inflection.unsegmented
      ? findLetters
      : (phrase, text, gap) => findWords(phrase, text, { gap, compounds: inflection.compounds }),
  };
}

interface WordOptions {
  readonly gap: number;
  readonly compounds: boolean;
}

function findWords(phrase: TermText, { words }: TermText, options: WordOptions): readonly Span[] {
  const [first, ...rest] = phrase.words;
  if (first === undefined) {
    return [];
  }
  return words.flatMap((word, at) => {
    if (!isForm(word, first, options.compounds && rest.length === 0)) {
      return [];
    }
    let last = at;
    for (const wanted of rest) {
      const next = words.findIndex(
        (each, index) => index > last && index <= last + 1 + options.gap && isForm(each, wanted, false),
      );
      if (next < 0) {
        return [];
      }
      last = next;
    }
    return [{ start: word.start, end: words[last]?.end ?? word.end }];
  });
}

function isForm(word: TermWord, wanted: TermWord, compounds: boolean): boolean {
  if (isAbbreviation(wanted.text)) {
    return word.text === wanted.text;
  }
  for (const stem of wanted.stems) {
    if (word.stems.has(stem)) {
      return true;
    }
  }
  const whole = fold(word.text);
  const part = fold(wanted.text);
  return compounds && part.length >= MIN_PART && (whole.startsWith(part) || whole.endsWith(part));
}

/** "WHO" is another word than "who". */
function isAbbreviation(word: string): boolean {
  return word.length <= LONGEST_ABBREVIATION && /\p{Lu}/u.test(word) && word === word.toUpperCase();
}

/** Spaces inside words of Korean, or between scripts, are a matter of taste: they do not count. */
function findLetters(phrase: TermText, { text }: TermText): readonly Span[] {
  const wanted = fold(phrase.text).replaceAll(/\s+/gu, '');
  const places: number[] = [];
  let letters = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = fold(text.charAt(at));
    if (letter.trim() !== '') {
      letters += letter;
      for (let more = 0; more < letter.length; more += 1) {
        places.push(at);
      }
    }
  }
  if (wanted === '') {
    return [];
  }
  const spans: Span[] = [];
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + wanted.length)) {
    spans.push({ start: places[at] ?? 0, end: (places[at + wanted.length - 1] ?? 0) + 1 });
  }
  return spans;
}
