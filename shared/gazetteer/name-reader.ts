import type { GazetteerEntry } from '../document/gazetteer-entry.ts';
import { type Locale, languageOf } from '../document/locale.ts';
import type { Span } from '../document/span.ts';
import type { TermMatcher, TermText } from '../memory/terms/term-matcher.ts';
import { remembered } from '../text/remembered.ts';
import { buildLanguageNames, type LanguageNames, MIN_UNMARKED } from './language-names.ts';
import type { Gazetteer } from './load-gazetteer.ts';
import { matchNames } from './match-names.ts';

/** A name of the gazetteer in a text of any language. */
export interface ReadName extends Span {
  /** Everything that is called so. */
  readonly entries: readonly GazetteerEntry[];
  /** It names their people, or what comes from there. */
  readonly isDemonym: boolean;
}

/** Reads texts with the names that the gazetteer has in their language. */
export interface NameReader {
  /** The names in a text, in any form of their words, in reading order. */
  readonly read: (text: string, locale: Locale) => readonly ReadName[];
  /** What the gazetteer knows of an entry. */
  readonly entryOf: (id: string) => GazetteerEntry | undefined;
}

/**
 * Makes a reader of the shipped names. They are loaded when they are first wanted, and the index of a
 * language is built when its first text comes.
 *
 * @param matcherFor what knows the forms of a language's words
 */
export function createNameReader(
  load: () => Gazetteer,
  matcherFor: (locale: Locale) => TermMatcher,
): NameReader {
  let known: Known | undefined;
  const shipped = (): Known => {
    known ??= knownOf(load());
    return known;
  };
  const readerFor = (locale: Locale): ReadText => {
    const { gazetteer, readers } = shipped();
    const language = languageOf(locale);
    const reader = readers.get(language) ?? readerOf(gazetteer, language, matcherFor(locale));
    readers.set(language, reader);
    return reader;
  };
  return {
    read: (text, locale) => readerFor(locale)(text),
    entryOf: (id) => shipped().byId.get(id),
  };
}

interface Known {
  readonly gazetteer: Gazetteer;
  readonly byId: ReadonlyMap<string, GazetteerEntry>;
  readonly readers: Map<string, ReadText>;
}

function knownOf(gazetteer: Gazetteer): Known {
  const entries = [...gazetteer.countries.map(({ entry }) => entry), ...gazetteer.entries];
  // Where a city is a country too, it is the country.
  return {
    gazetteer,
    byId: new Map(entries.toReversed().map((entry) => [entry.id, entry])),
    readers: new Map(),
  };
}

type ReadText = (text: string) => readonly ReadName[];

/** A source is read for each of its locales: the last ones are remembered. */
const REMEMBERED = { longest: 2000, most: 500 };

function readerOf(gazetteer: Gazetteer, language: string, matcher: TermMatcher): ReadText {
  const index = buildLanguageNames(gazetteer, language, matcher);
  return remembered((text) => readNames(text, index), REMEMBERED);
}

/** Least share of a name that its forms have in common. */
const MIN_SHARED = 0.6;

function readNames(text: string, index: LanguageNames): readonly ReadName[] {
  const { names, matcher, byStem } = index;
  const exact = matchNames(text, names)
    .filter(({ alias, sameCase, start }) => !alias.everyday || (sameCase && start > 0))
    .flatMap(({ start, end, alias }) => {
      const namesakes = index.namesakes.get(text.slice(start, end)) ?? [];
      const isDemonym = alias.kind === 'demonym';
      return [alias.entry, ...namesakes].map((entry) => ({ start, end, entry, isDemonym }));
    });
  const { words } = matcher.read(text);
  const inflected = words
    .flatMap((_, at) =>
      formsAt(words, at, { byStem, opensSentence: isSentenceStart(text, words[at]?.start ?? 0) }),
    )
    .filter(({ start, end }) => isNameLike(text.slice(start, end)));
  return longestOf([...exact, ...inflected]);
}

/** In scripts with capitals a name has one, behind a particle at most (`al-Sudani`). */
function isNameLike(name: string): boolean {
  return /^[^\p{Ll}]|^\p{Ll}{2,3}[-\s]\p{Lu}/u.test(name);
}

/** Marks and spaces between a sentence and the next one. */
const LONGEST_GAP = 6;

/** Where a sentence begins, a capital says nothing. */
function isSentenceStart(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_GAP), at);
  return (before.length === at && /^[\p{P}\s]*$/u.test(before)) || /[.!?…:][\p{P}\s]*$/u.test(before);
}

interface Found extends Span {
  readonly entry: GazetteerEntry;
  readonly isDemonym: boolean;
}

function formsAt(
  words: TermText['words'],
  at: number,
  { byStem, opensSentence }: { readonly byStem: LanguageNames['byStem']; readonly opensSentence: boolean },
): readonly Found[] {
  const start = words[at]?.start ?? 0;
  const found: Found[] = [];
  for (const stem of words[at]?.stems ?? []) {
    for (const { words: wanted, entry } of byStem.get(stem) ?? []) {
      const end = words[at + wanted.length - 1]?.end;
      if (
        end !== undefined &&
        wanted.every((name, next) => isFormOf(words[at + next], name, opensSentence && next === 0))
      ) {
        found.push({ start, end, entry, isDemonym: false });
      }
    }
  }
  return found;
}

/**
 * Tells whether a word is a form of one of a name. Without a capital that says it is a name, what is there
 * must be the name with something before or behind it.
 */
function isFormOf(
  word: TermText['words'][number] | undefined,
  name: TermText['words'][number],
  opensSentence: boolean,
): boolean {
  if (word === undefined) {
    return false;
  }
  const [whole = ''] = name.stems;
  return !opensSentence && /^\p{Lu}/u.test(word.text)
    ? [...name.stems].some((stem) => stem.length >= whole.length * MIN_SHARED && word.stems.has(stem))
    : word.stems.has(whole) && (whole.length >= MIN_UNMARKED || word.text.endsWith(name.text));
}

/** Of names that overlap the longest, with everything that has the same one. */
function longestOf(found: readonly Found[]): readonly ReadName[] {
  const names: (Span & { readonly entries: GazetteerEntry[]; readonly isDemonym: boolean })[] = [];
  for (const { start, end, entry, isDemonym } of found.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start),
  )) {
    const over = names.find((name) => name.start < end && start < name.end);
    if (over === undefined) {
      names.push({ start, end, entries: [entry], isDemonym });
    } else if (over.start === start && over.end === end && !over.entries.some(({ id }) => id === entry.id)) {
      over.entries.push(entry);
    }
  }
  return names.toSorted((a, b) => a.start - b.start);
}
