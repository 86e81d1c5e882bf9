import type { WordTable } from '../word-tables.ts';
import { indexNames, type KnownName, type NameSource } from './known-name.ts';
import type { CaseModel } from './model/case-model.ts';
import { compileClues } from './word-clues.ts';

/** Everything that is known of a language before an article is read, ready for lookups by lower-case word. */
export interface Lexicon {
  readonly language: string;
  /** Whether nothing is kept for the language. */
  readonly isEmpty: boolean;
  readonly table: WordTable;
  /** Names that start with a word, longest first. */
  readonly namesFrom: (lowerWord: string) => readonly KnownName[];
  /** Whether a word names a month or a weekday. */
  readonly isCalendarWord: (word: string) => boolean;
  readonly isDeterminer: (lowerWord: string) => boolean;
  readonly isTitleModifier: (lowerWord: string) => boolean;
  /** Whether a word is an ordinary word of the language, besides a name that it may be. */
  readonly isCommonWord: (lowerWord: string) => boolean;
  readonly isSentenceStarter: (word: string) => boolean;
  /** Whether a rule of its own decides about a word: "may", "turkey", "polish". */
  readonly isAmbiguous: (lowerWord: string) => boolean;
  /** What a word may be, see `CLUE`. */
  readonly cluesOf: (lowerWord: string) => number;
  /** Whether words in lower case, joined by spaces, are a title such as "prime minister". */
  readonly isTitle: (lowerWords: string) => boolean;
  /** Whether a word of a name may be small by the writer's choice: "Labour party". */
  readonly isGenericNoun: (lowerWord: string) => boolean;
  /** Whether the model must leave a word alone. */
  readonly isUnguessed: (lowerWord: string) => boolean;
  readonly isNounAfterCountry: (lowerWord: string) => boolean;
  readonly isNounAfterDemonym: (lowerWord: string) => boolean;
  /** "Mr", "Gen": what stands before a name and may end in a full stop; normal case by lower case. */
  readonly titleAbbreviations: ReadonlyMap<string, string>;
  /** Whether an abbreviation never ends a sentence: "no". */
  readonly isMidSentence: (lowerWord: string) => boolean;
  /** Normal case of a given name by its lower case. */
  readonly givenNames: ReadonlyMap<string, string>;
  readonly surnames: ReadonlyMap<string, string>;
  /** What was learned from texts, where a model is kept for the language. */
  readonly model?: CaseModel;
}

/** What a lexicon is built from, besides the language's own table. */
export interface LexiconSources {
  readonly names: readonly NameSource[];
  readonly givenNames: readonly string[];
  readonly surnames: readonly string[];
  readonly model?: CaseModel;
}

const NO_SOURCES: LexiconSources = { names: [], givenNames: [], surnames: [] };

const NO_NAMES: readonly KnownName[] = [];

/** A word that stands this many steps below its capitals (see `stepOf`) is hardly an ordinary word. */
const RARE_STEPS = 3;
const SEEN_STEP = 3;

/** Builds the lookups of one language. */
export function compileLexicon(
  language: string,
  table: WordTable,
  sources: LexiconSources = NO_SOURCES,
): Lexicon {
  const { model } = sources;
  const lowerSet = (words: readonly string[]): ReadonlySet<string> =>
    new Set(words.map((word) => word.toLocaleLowerCase(language)));
  const common = lowerSet(table.commonWords);
  const isCommonWord = (word: string): boolean => common.has(word) || isSeenSmall(model, word);
  const withheld = lowerSet([
    ...table.ambiguousMonths,
    ...table.ambiguousPlaces,
    ...Object.keys(table.ambiguousDemonyms),
    ...table.neverNames,
  ]);
  const names = indexNames(
    [
      { kind: 'month', names: table.months, isCurated: true },
      { kind: 'weekday', names: table.weekdays, isCurated: true },
      { kind: 'place', names: table.places, isCurated: true },
      { kind: 'demonym', names: table.demonyms, isCurated: true },
      { kind: 'organization', names: table.organizations, isCurated: false },
      { kind: 'acronym', names: table.acronyms, isCurated: true },
      ...sources.names,
    ],
    language,
    { isCommonWord, isWithheld: (word) => withheld.has(word) },
  );
  const calendar = lowerSet([...table.months, ...table.ambiguousMonths, ...table.weekdays]);
  const determiners = lowerSet(table.determiners);
  const modifiers = lowerSet(table.titleModifiers);
  const titles = new Set(table.titles);
  const firstOfTitles = new Set(table.titles.map((title) => title.split(' ')[0] ?? ''));
  const generic = lowerSet(table.genericNouns);
  const unguessed = lowerSet(table.unguessed);
  const countryNouns = lowerSet(table.nounsAfterCountry);
  const midSentence = lowerSet(table.midSentenceAbbreviations);
  const starters = new Set(table.sentenceStarters);
  const nouns = lowerSet(table.nounsAfterDemonym);
  const titleAbbreviations = byLowerCase(table.titleAbbreviations, language);
  const givenNames = byLowerCase(sources.givenNames, language);
  return {
    language,
    isEmpty: names.size === 0 && starters.size === 0,
    table,
    namesFrom: (word) => names.get(word) ?? NO_NAMES,
    isCalendarWord: (word) => calendar.has(word.toLocaleLowerCase(language)),
    isDeterminer: (word) => determiners.has(word),
    isTitleModifier: (word) => modifiers.has(word),
    isCommonWord,
    isSentenceStarter: (word) => starters.has(word),
    isAmbiguous: (word) => withheld.has(word),
    cluesOf: compileClues({
      name: names.keys(),
      ambiguous: withheld,
      title: firstOfTitles,
      abbreviation: titleAbbreviations.keys(),
      givenName: givenNames.keys(),
    }),
    isGenericNoun: (word) => generic.has(word),
    isTitle: (words) => titles.has(words),
    isUnguessed: (word) => unguessed.has(word) || titles.has(word),
    isNounAfterCountry: (word) => countryNouns.has(word),
    isNounAfterDemonym: (word) => nouns.has(word),
    isMidSentence: (word) => midSentence.has(word),
    titleAbbreviations,
    givenNames,
    surnames: byLowerCase(sources.surnames, language),
    ...(model === undefined ? {} : { model }),
  };
}

function isSeenSmall(model: CaseModel | undefined, word: string): boolean {
  const info = model?.words.get(word);
  return info !== undefined && info.lower >= SEEN_STEP && info.capital - info.lower < RARE_STEPS;
}

function byLowerCase(words: readonly string[], language: string): ReadonlyMap<string, string> {
  return new Map(words.map((word) => [word.toLocaleLowerCase(language), word]));
}
