/** What a word in lower case may be, as bits: rules look only at words that concern them. */
export const CLUE = {
  /** A known name starts with it. */
  name: 1,
  /** See `Lexicon.isAmbiguous`. */
  ambiguous: 2,
  /** A title starts with it. */
  title: 4,
  /** An abbreviated title. */
  abbreviation: 8,
  givenName: 16,
} as const;

type Clue = keyof typeof CLUE;

/** Joins lists of words to one lookup, 0 for words of none: most words of a text are. */
export function compileClues(lists: Readonly<Record<Clue, Iterable<string>>>): (lowerWord: string) => number {
  const clues = new Map<string, number>();
  for (const clue of ['name', 'ambiguous', 'title', 'abbreviation', 'givenName'] as const) {
    for (const word of lists[clue]) {
      clues.set(word, (clues.get(word) ?? 0) | CLUE[clue]);
    }
  }
  return (word) => clues.get(word) ?? 0;
}

/** The places of the words of a block that have a clue. */
export function withClue(clues: Uint8Array, clue: Clue): number[] {
  const places: number[] = [];
  for (let index = 0; index < clues.length; index += 1) {
    if (((clues[index] ?? 0) & CLUE[clue]) !== 0) {
      places.push(index);
    }
  }
  return places;
}
