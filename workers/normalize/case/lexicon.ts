import type { WordTable } from '../word-tables.ts';

export type PhraseKind = 'month' | 'weekday' | 'place' | 'demonym';

/** A name of one or more words that is written with capitals. */
export interface Phrase {
  readonly kind: PhraseKind;
  /** In lower case. */
  readonly words: readonly string[];
  /** In normal case, word by word. */
  readonly normal: readonly string[];
}

/** A word table made ready for lookups by lower-case word. */
export interface Lexicon {
  readonly table: WordTable;
  /** Phrases that start with a word, longest first. */
  readonly phrasesFrom: (lowerWord: string) => readonly Phrase[];
  /** Whether a word names a month or a weekday. */
  readonly isCalendarWord: (word: string) => boolean;
  readonly isDeterminer: (lowerWord: string) => boolean;
  readonly isTitleModifier: (lowerWord: string) => boolean;
  readonly isCommonWord: (lowerWord: string) => boolean;
  readonly isSentenceStarter: (word: string) => boolean;
  readonly isNounAfterDemonym: (lowerWord: string) => boolean;
}

/** Builds the lookups of one language. */
export function compileLexicon(table: WordTable): Lexicon {
  const phrases = new Map<string, Phrase[]>();
  const add = (kind: PhraseKind, names: readonly string[]): void => {
    for (const name of names) {
      const normal = name.split(/[ -]/u);
      const words = normal.map((word) => word.toLowerCase());
      const first = words[0] ?? '';
      const known = phrases.get(first) ?? [];
      phrases.set(
        first,
        [...known, { kind, words, normal }].toSorted((a, b) => b.words.length - a.words.length),
      );
    }
  };
  add('month', table.months);
  add('weekday', table.weekdays);
  add('place', table.places);
  add('demonym', table.demonyms);

  const calendar = lowerSet([...table.months, ...table.ambiguousMonths, ...table.weekdays]);
  const determiners = lowerSet(table.determiners);
  const modifiers = lowerSet(table.titleModifiers);
  const common = lowerSet(table.commonWords);
  const starters = new Set(table.sentenceStarters);
  const nouns = lowerSet(table.nounsAfterDemonym);
  return {
    table,
    phrasesFrom: (lowerWord) => phrases.get(lowerWord) ?? [],
    isCalendarWord: (word) => calendar.has(word.toLowerCase()),
    isDeterminer: (lowerWord) => determiners.has(lowerWord),
    isTitleModifier: (lowerWord) => modifiers.has(lowerWord),
    isCommonWord: (lowerWord) => common.has(lowerWord),
    isSentenceStarter: (word) => starters.has(word),
    isNounAfterDemonym: (lowerWord) => nouns.has(lowerWord),
  };
}

function lowerSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => word.toLowerCase()));
}
