import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toComparable } from '../../../../shared/memory/comparable.ts';
import { elementsOf, type OrderedElements, orderElements } from '../../../../shared/memory/elements.ts';
import { EMPTY_TABLE, type FrequencyTable } from '../../../../shared/memory/frequency-table.ts';
import { baseScore, largestDistance } from '../../../../shared/memory/score.ts';
import { querySignatures, storedSignatures } from '../../../../shared/memory/signatures.ts';
import { tokenDistance } from '../../../../shared/memory/token-distance.ts';
import { codedOf } from '../../../support/units.ts';

/** What the tables of real memories may say of an element: nothing, that all are frequent, or either. */
const TABLES: Readonly<Record<string, FrequencyTable>> = {
  'no word is frequent': EMPTY_TABLE,
  'every word is frequent': { classOf: () => 40, frequentClass: 40 },
  'half of the words are frequent': { classOf: (element) => 20 + ((element >>> 3) % 40), frequentClass: 40 },
};

describe('signatures', () => {
  it.each(Object.keys(TABLES).flatMap((name) => [50, 60, 70, 85].map((score) => [name, score] as const)))(
    'are shared by any two texts that score enough, where %s, at %i',
    (name, score) => {
      const table = TABLES[name] ?? EMPTY_TABLE;
      let matches = 0;
      fc.assert(
        fc.property(pair, fc.constantFrom(score, Math.max(50, score - 10)), ([a, b], floor) => {
          if (scoreOf(a, b) >= score && a !== b) {
            matches += 1;
            const stored = new Set(storedSignatures(ordered(b, table), floor));
            const asked = querySignatures(ordered(a, table), score);
            expect(
              asked.some((signature) => stored.has(signature)),
              `${a} | ${b}`,
            ).toBe(true);
          }
        }),
        { numRuns: 3000, seed: score },
      );
      expect(matches).toBeGreaterThan(500);
    },
  );

  it('grow with the length of a text, not with its square', () => {
    const table = TABLES['every word is frequent'] ?? EMPTY_TABLE;
    const countOf = (words: number): number =>
      storedSignatures(ordered(Array.from({ length: words }, (_, at) => `w${at}`).join(' '), table), 70)
        .length;
    expect(countOf(60)).toBeLessThan(600);
    expect(countOf(1000)).toBe(1000 - (1000 - largestDistance(1000, 70)) + 1);
  });
});

const word = fc.constantFrom(...Array.from({ length: 40 }, (_, at) => `w${at}`), 'w1', 'w1', ',', '.', '(');
const wordOrMark = fc.oneof(
  { weight: 3, arbitrary: word },
  { weight: 1, arbitrary: fc.constantFrom(',', '.', '!') },
);

/** A text and one made of it by as many changes as a score of 50 to 100 allows. */
const pair = fc
  .tuple(
    fc.oneof(
      fc.array(wordOrMark, { minLength: 1, maxLength: 5 }),
      fc.array(word, { minLength: 3, maxLength: 20 }),
      fc.array(word, { minLength: 40, maxLength: 110, size: 'max' }),
    ),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('drop', 'add', 'replace'),
        wordOrMark,
      ),
      {
        maxLength: 40,
        size: 'max',
      },
    ),
    fc.double({ min: 0, max: 0.5, noNaN: true }),
    fc.boolean(),
  )
  .map(([words, edits, share, turned]) => {
    const changed = [...words];
    for (const [place, kind, other] of edits.slice(0, Math.ceil(words.length * share))) {
      const at = Math.floor(place * changed.length);
      changed.splice(at, kind === 'add' ? 0 : 1, ...(kind === 'drop' ? [] : [other]));
    }
    const texts = [words.join(' '), changed.join(' ')] as const;
    return turned ? ([texts[1], texts[0]] as const) : texts;
  });

function ordered(text: string, table: FrequencyTable): OrderedElements {
  return orderElements(elementsOf(toComparable(codedOf(text))), table);
}

/** The formula over all tokens, whether or not the words are equal. */
function scoreOf(a: string, b: string): number {
  const [x, y] = [toComparable(codedOf(a)), toComparable(codedOf(b))];
  return baseScore(x.weight, y.weight, tokenDistance(x.tokens, x.weight).to(y.tokens, y.weight, Infinity));
}
