import { z } from 'zod';
import { fold } from '../../text/fold.ts';

/** How the words of a language change: `config/inflection/<language>.json`. */
export const Inflection = z.strictObject({
  /** What may stand before a stem, combinations included. */
  prefixes: z.array(z.string()).default([]),
  /** What may stand behind a stem. */
  suffixes: z.array(z.string()).default([]),
  /** Ends that become another end: `["ies", "y"]`. */
  changes: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** Letters that are written for each other, such as Hebrew's final ones. */
  letters: z.record(z.string(), z.string()).default({}),
  /** Fewest letters of a stem. */
  minStem: z.int().min(1).default(3),
  /** How many suffixes may follow each other. */
  depth: z.int().min(1).max(4).default(1),
  /** Words are written together: a term may be a part of one. */
  compounds: z.boolean().default(false),
  /** Words are not parted by spaces: a term is looked for letter by letter. */
  unsegmented: z.boolean().default(false),
});
export type Inflection = Readonly<z.infer<typeof Inflection>>;

/** Of a language without a table: words do not change. */
export const NO_INFLECTION: Inflection = Inflection.parse({ minStem: 1 });

/** A table whose affixes are written as `stemsOf` compares them. */
export function plainInflection(inflection: Inflection): Inflection {
  const plain = (text: string): string => plainWord(text, inflection);
  return {
    ...inflection,
    prefixes: inflection.prefixes.map(plain),
    suffixes: inflection.suffixes.map(plain),
    changes: inflection.changes.map(([from, to]) => [plain(from), plain(to)]),
  };
}

function plainWord(word: string, { letters }: Inflection): string {
  return fold(word.normalize('NFC')).replaceAll(/\P{ASCII}/gu, (letter) => letters[letter] ?? letter);
}

/**
 * The stems that a word can have: itself, and what is left without known affixes. Two words may be forms
 * of one word where they share a stem. Accents of Latin letters and case do not count.
 *
 * @param inflection as `plainInflection` makes it
 */
export function stemsOf(word: string, inflection: Inflection): ReadonlySet<string> {
  const { prefixes, suffixes, changes, minStem, depth } = inflection;
  const whole = plainWord(word, inflection);
  const stems = new Set([whole]);
  const longest = depth === 1 ? 2 : 4;
  const isStem = (stem: string): boolean => stem.length >= minStem && stem.length * longest >= whole.length;
  for (const prefix of prefixes) {
    if (whole.startsWith(prefix) && isStem(whole.slice(prefix.length))) {
      stems.add(whole.slice(prefix.length));
    }
  }
  let newest = [...stems];
  for (let level = 0; level < depth && newest.length > 0; level += 1) {
    const found = newest.flatMap((stem) => [
      ...suffixes.flatMap((suffix) => (stem.endsWith(suffix) ? [stem.slice(0, -suffix.length)] : [])),
      ...changes.flatMap(([from, to]) => (stem.endsWith(from) ? [stem.slice(0, -from.length) + to] : [])),
    ]);
    newest = found.filter((stem) => isStem(stem) && !stems.has(stem));
    newest.forEach((stem) => stems.add(stem));
  }
  return stems;
}
