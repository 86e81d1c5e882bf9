import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparable, toComparable } from '../../../../shared/memory/comparable.ts';
import { createLocalIndex, type LocalIndex } from '../../../../shared/memory/local-index.ts';
import { scorerOf, scoreSources, totalOf } from '../../../../shared/memory/score.ts';
import { formatSourceId } from '../../../../shared/memory/token-hash.ts';
import { seededRandom } from '../../../bench/entities/seeded-random.ts';
import { codedOf } from '../../../support/units.ts';

describe('local index', () => {
  it('finds near texts, best bound first, and never the query’s own words', () => {
    const index = indexOf(70, ['one two three four', 'one two three four!', 'one two three FIVE', 'six']);
    expect(index.candidates(comparable('one two three four'), 70)).toEqual([
      { ...comparable('one two three five').id, bound: 75 },
    ]);
  });

  it('names an id once, with its highest bound', () => {
    const index = indexOf(70, ['one two three four', 'One, two, three, four', 'one two three four']);
    expect(index.candidates(comparable('one two three five'), 70)).toEqual([
      { ...comparable('one two three four').id, bound: 75 },
    ]);
  });

  it('refuses a score below its floor instead of missing matches', () => {
    expect(() => indexOf(70, ['a b']).candidates(comparable('a b'), 69)).toThrow('exact from 70 on');
  });

  it.each([60, 70, 85])('misses nothing that scores %i or more, and bounds it from above', (minScore) => {
    const vocabulary = fc.constantFrom(
      'a',
      'b',
      'c',
      'd',
      'e',
      'F',
      'g',
      '1',
      ',',
      '.',
      '(',
      '\uFFFC',
      '外长',
    );
    const base = fc.oneof(
      { weight: 4, arbitrary: fc.array(vocabulary, { minLength: 1, maxLength: 14 }) },
      { weight: 1, arbitrary: fc.array(fc.constantFrom('a', ',', '.'), { minLength: 1, maxLength: 6 }) },
      { weight: 1, arbitrary: fc.array(vocabulary, { minLength: 40, maxLength: 300, size: 'max' }) },
    );
    const changes = fc.array(fc.tuple(fc.nat(299), fc.option(vocabulary)), { maxLength: 60 });
    let matches = 0;
    fc.assert(
      fc.property(
        base,
        fc.array(changes, { maxLength: 8 }),
        fc.array(base, { maxLength: 8 }),
        (query, edits, far) => {
          const sources = [...edits.map((list) => edited(query, list)), ...far].map((words) =>
            words.join(' '),
          );
          const asked = {
            index: indexOf(Math.min(minScore, 70), sources),
            sources: sources.map((each) => comparable(each)),
            minScore,
          };
          matches += expectAll(asked, query.join(' '));
        },
      ),
      { numRuns: 500, seed: minScore },
    );
    expect(matches).toBeGreaterThan(300);
  });

  it.each([50, 60, 70, 85])(
    'misses nothing at %i in thousands of texts of frequent and rare words',
    (minScore) => {
      const random = seededRandom(minScore);
      const lengthOf = (): number => 1 + Math.floor(random() ** 2 * (random() < 0.02 ? 150 : 30));
      const texts = manyTexts(6000, random, () => sentence(lengthOf(), 600, random));
      const asked = { index: indexOf(50, texts), sources: texts.map((each) => comparable(each)), minScore };
      let matches = 0;
      for (let at = 0; at < 120; at += 1) {
        matches += expectAll(asked, near(pick(texts, random), random));
      }
      expect(matches).toBeGreaterThan(40);
    },
  );
});

interface Asked {
  readonly index: LocalIndex;
  readonly sources: readonly Comparable[];
  readonly minScore: number;
}

/** Compares with an exhaustive comparison; answers how many matches there were. */
function expectAll({ index, sources, minScore }: Asked, query: string): number {
  const asked = comparable(query);
  const bounds = new Map(index.candidates(asked, minScore).map((each) => [formatSourceId(each), each.bound]));
  const scorer = scorerOf(asked);
  let matches = 0;
  for (const source of sources) {
    const score = scoreSources(scorer, source, minScore);
    if (score !== undefined && formatSourceId(source.id) !== formatSourceId(asked.id)) {
      matches += 1;
      expect(bounds.get(formatSourceId(source.id)), `${query} | ${source.text}`).toBeGreaterThanOrEqual(
        totalOf(score),
      );
    }
  }
  return matches;
}

function manyTexts(count: number, random: () => number, fresh: () => string): readonly string[] {
  const texts: string[] = [];
  while (texts.length < count) {
    texts.push(texts.length === 0 || random() < 0.6 ? fresh() : near(pick(texts, random), random));
  }
  return texts;
}

/** Words that are drawn as in a real text: few of them very often. */
function sentence(length: number, vocabulary: number, random: () => number): string {
  return Array.from({ length }, () => {
    const rank = Math.floor(vocabulary ** random());
    return ['the', ',', '.'][rank] ?? `w${rank}`;
  }).join(' ');
}

function pick(texts: readonly string[], random: () => number): string {
  return texts[Math.floor(random() * texts.length)] ?? '';
}

function near(text: string, random: () => number): string {
  const words = text.split(' ');
  const places = Array.from({ length: Math.floor(random() * words.length * 0.15) }, () =>
    Math.floor(random() * 300),
  );
  return edited(
    words,
    places.map((place) => [place, random() < 0.3 ? null : 'the']),
  ).join(' ');
}

/** Puts a word at, or takes the word from, each of the places. */
function edited(words: readonly string[], edits: readonly (readonly [number, string | null])[]): string[] {
  const result = [...words];
  for (const [place, word] of edits.slice(0, Math.ceil(words.length / 2))) {
    result.splice(place % result.length, 1, ...(word === null && result.length > 1 ? [] : [word ?? 'z']));
  }
  return result;
}

function indexOf(floor: number, texts: readonly string[]): LocalIndex {
  const index = createLocalIndex(floor);
  for (const text of texts) {
    index.add(comparable(text));
  }
  return index;
}

function comparable(text: string): Comparable {
  return toComparable(codedOf(text));
}
