import type { TranslationUnit } from '../../../shared/memory/translation-unit.ts';
import { seededRandom } from '../entities/seeded-random.ts';
import { editWords, pick } from './synthetic-units.ts';

/** Every so many real units one is kept out of the memory, to be asked for. */
const HELD_OUT = 100;

/** Takes the units out that are to be asked for. */
export function holdOut(real: readonly TranslationUnit[]): {
  readonly kept: readonly TranslationUnit[];
  readonly heldOut: readonly string[];
} {
  return {
    kept: real.filter((_, at) => at % HELD_OUT !== 0),
    heldOut: real.filter((_, at) => at % HELD_OUT === 0).map(({ source }) => source.text),
  };
}

/** Two of three queries are texts of the memory with 0 to 40 % of their words changed, one is a text kept out. */
export function makeQueries(
  count: number,
  { units, heldOut }: { readonly units: readonly TranslationUnit[]; readonly heldOut: readonly string[] },
): readonly string[] {
  const random = seededRandom(count + 1);
  return Array.from({ length: count }, (_, at) => {
    if (at % 3 === 2) {
      return pick(heldOut, random);
    }
    const words = pick(units, random).source.text.split(' ');
    editWords(words, { random, share: 0.4, corpus: units });
    return words.join(' ');
  });
}
