import { z } from 'zod';
import { fold } from '../../../../shared/text/fold.ts';
import { nameTokens } from '../../name-tokens.ts';
import { GIVEN_NAMES, ORG_HEADS, PLACE_HEADS, TITLES } from '../../names/name-words.ts';
import { hashText } from '../hashes.ts';
import { buildLexicon, LEXICON, type Lexicon, LONGEST_PHRASE, phraseHash } from '../lexicon.ts';

/** A file from which the lexicon learns: names, or text without marks. */
export interface LexiconSource {
  readonly name: string;
  readonly content: string;
}

/** All that a lexicon is made of. */
export interface LexiconSources {
  /** JSON Lines in the form of `config/gazetteers`. */
  readonly gazetteers: readonly LexiconSource[];
  /** Lines of a class (`organization`, `place`, `given`, `surname`, `title`), a tab, and forms with commas between. */
  readonly lists: readonly LexiconSource[];
  /** Lines of a word of people's names, a tab, anything, a tab, and in how many names it stands. */
  readonly names: readonly LexiconSource[];
  /** Plain text, or JSON Lines with a text under its language, `md` or `text`: tells how words are cased. */
  readonly texts: readonly LexiconSource[];
}

const Entry = z.object({
  type: z.string(),
  names: z.record(z.string(), z.array(z.string())),
  short: z.array(z.string()).optional(),
  pop: z.number().optional(),
  capital: z.boolean().optional(),
  demonyms: z.union([z.record(z.string(), z.array(z.string())), z.array(z.string())]).optional(),
});

/** A name token that stands in so many names of people is a common one. */
const COMMON = 40;
const FREQUENT = 400;
/** A city of so many thousand people is large. */
const LARGE = 150;
/** A word of the texts has a usual case from so many places on. */
const SEEN_ENOUGH = 3;

const FLAG_OF_TYPE: Readonly<Record<string, number>> = {
  person: LEXICON.person,
  PER: LEXICON.person,
  org: LEXICON.organization,
  agency: LEXICON.organization,
  ORG: LEXICON.organization,
  city: LEXICON.place,
  admin1: LEXICON.place,
  country: LEXICON.place | LEXICON.country,
  territory: LEXICON.place | LEXICON.country,
  region: LEXICON.place,
  LOC: LEXICON.place,
};

/** Makes a lexicon; with English comes what the rules know of titles and head words. */
export function compileLexicon(
  { gazetteers, lists, names, texts }: LexiconSources,
  language: string,
): Lexicon {
  const entries: (readonly [number, number])[] = [];
  for (const { content } of gazetteers) {
    for (const line of content.split('\n').filter((each) => each.trim() !== '')) {
      addEntry(entries, line, language);
    }
  }
  for (const { content } of lists) {
    addLists(entries, content, language);
  }
  for (const [word, count] of countNames(names)) {
    entries.push([
      hashText(word),
      LEXICON.name |
        (count >= COMMON ? LEXICON.commonName : 0) |
        (count >= FREQUENT ? LEXICON.frequentName : 0),
    ]);
  }
  const words: readonly (readonly [ReadonlySet<string>, number])[] = [
    [GIVEN_NAMES, LEXICON.given],
    [TITLES, LEXICON.title],
    [ORG_HEADS, LEXICON.organizationHead],
    [PLACE_HEADS, LEXICON.placeHead],
  ];
  for (const [own, flag] of language === 'en' ? words : []) {
    entries.push(...[...own].map((word) => [hashText(word), flag] as const));
  }
  entries.push(...usualCases(texts, language));
  return buildLexicon(
    entries.map(([hash]) => hash),
    entries.map(([, flags]) => flags),
  );
}

function addEntry(entries: (readonly [number, number])[], line: string, language: string): void {
  const parsed = Entry.safeParse(JSON.parse(line));
  const flag = FLAG_OF_TYPE[parsed.data?.type ?? ''];
  if (!parsed.success || flag === undefined) {
    return;
  }
  const { names, short = [], demonyms = {}, pop, capital } = parsed.data;
  const isTown = pop !== undefined && pop < LARGE && capital !== true;
  for (const form of [...formsIn(names, language), ...short]) {
    addPhrase(entries, form, isTown ? LEXICON.town : flag, language);
  }
  const own = Array.isArray(demonyms) ? demonyms : (demonyms[language] ?? []);
  for (const form of own.flatMap((word) => [word, `${word}s`])) {
    addPhrase(entries, form, LEXICON.demonym, language);
  }
}

/** The forms of a language in all its scripts ("zh", "zh-Hant"), else the English ones. */
function formsIn(names: Readonly<Record<string, readonly string[]>>, language: string): readonly string[] {
  const own = Object.keys(names)
    .filter((locale) => locale === language || locale.startsWith(`${language}-`))
    .flatMap((locale) => names[locale] ?? []);
  return own.length > 0 ? own : (names['en'] ?? []);
}

const FLAG_OF_CLASS: Readonly<Record<string, number>> = {
  organization: LEXICON.organization,
  place: LEXICON.place,
  given: LEXICON.given,
  surname: LEXICON.name | LEXICON.commonName,
  title: LEXICON.title,
};

/** Lines of a class, a tab and forms with commas between them. */
function addLists(entries: (readonly [number, number])[], content: string, language: string): void {
  for (const line of content.split('\n')) {
    const [name = '', forms = ''] = line.split('\t');
    const flag = FLAG_OF_CLASS[name];
    for (const form of flag === undefined ? [] : forms.split(', ')) {
      addPhrase(entries, form.trim(), flag ?? 0, language);
    }
  }
}

/** A single letter is a family name in Han, an initial elsewhere. */
const LETTER_IS_WORD = /^\p{sc=Han}$/u;

function addPhrase(
  entries: (readonly [number, number])[],
  form: string,
  flag: number,
  language: string,
): void {
  const words = nameTokens(form, language)
    .map(({ text }) => text)
    .slice(0, LONGEST_PHRASE + 1);
  if (
    words.length === 0 ||
    words.length > LONGEST_PHRASE ||
    (words.length === 1 && form.length < 2 && !LETTER_IS_WORD.test(form))
  ) {
    return;
  }
  for (let length = 1; length < words.length; length += 1) {
    entries.push([
      length === 1 ? hashText(fold(words[0] ?? '')) : phraseHash(words.slice(0, length)),
      LEXICON.opens,
    ]);
  }
  entries.push([phraseHash(words), flag]);
}

function countNames(sources: readonly LexiconSource[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { content } of sources) {
    for (const line of content.split('\n')) {
      const [word = '', , count = '1'] = line.split('\t');
      const key = fold(word.trim());
      if (key.length > 1) {
        counts.set(key, Math.max(counts.get(key) ?? 0, Number(count)));
      }
    }
  }
  return counts;
}

function usualCases(
  texts: readonly LexiconSource[],
  language: string,
): readonly (readonly [number, number])[] {
  const counts: CaseCounts = new Map();
  for (const { content } of texts) {
    for (const line of linesOf(content, language)) {
      countCases(counts, line, language);
    }
  }
  return [...counts].flatMap(([key, { lower, capital }]) => {
    const all = lower + capital;
    if (all < SEEN_ENOUGH || key.length < 2) {
      return [];
    }
    const flag =
      lower >= 0.9 * all ? LEXICON.usuallyLower : capital >= 0.9 * all ? LEXICON.usuallyCapital : 0;
    return flag === 0 ? [] : [[hashText(key), flag] as const];
  });
}

type CaseCounts = Map<string, { lower: number; capital: number }>;

/** Counts the words of a line that open no sentence. */
function countCases(counts: CaseCounts, line: string, language: string): void {
  let opens = true;
  for (const { key, casing, kind, text } of nameTokens(line, language)) {
    if (kind === 'word' && casing !== 'none' && casing !== 'upper' && !opens) {
      const count = counts.get(key) ?? { lower: 0, capital: 0 };
      count[casing === 'lower' ? 'lower' : 'capital'] += 1;
      counts.set(key, count);
    }
    opens = kind === 'word' ? false : opens || /^[.!?:;"“*#|>-]$/u.test(text);
  }
}

/** Lines of a text; of JSON Lines those of the texts in them. */
function linesOf(content: string, language: string): readonly string[] {
  const lines = content.split('\n');
  if (!content.startsWith('{')) {
    return lines;
  }
  return lines
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const texts = z.record(z.string(), z.unknown()).parse(JSON.parse(line));
      const text = texts[language] ?? texts['md'] ?? texts['text'];
      return typeof text === 'string' ? text.split('\n') : [];
    });
}
