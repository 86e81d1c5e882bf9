import { describe, expect, it } from 'vitest';
import { type Comparable, toComparable } from '../../../../shared/memory/comparable.ts';
import { EMPTY_TABLE } from '../../../../shared/memory/frequency-table.ts';
import { createHeldIndex, type HeldIndex } from '../../../../shared/memory/held-index.ts';
import { createPostingBatch } from '../../../../shared/memory/posting-batch.ts';
import { packBlock } from '../../../../shared/memory/posting-block.ts';
import { scorerOf, scoreSources, totalOf } from '../../../../shared/memory/score.ts';
import { formatSourceId } from '../../../../shared/memory/token-hash.ts';
import { seededRandom } from '../../../bench/entities/seeded-random.ts';
import { codedOf } from '../../../support/units.ts';

const BITS = 6;
const FLOOR = 60;

describe('held index', () => {
  it.each([
    { name: 'copied', copied: 400 },
    { name: 'added', copied: 0 },
    { name: 'copied and added', copied: 200 },
  ])('misses nothing that was $name, and bounds it from above', ({ copied }) => {
    const random = seededRandom(5);
    const sources = Array.from({ length: 400 }, () => comparable(sentence(random)));
    for (const blocks of [1, 8]) {
      const index = indexOf(sources.slice(0, copied), blocks);
      for (const source of sources.slice(copied)) {
        index.add(source);
      }
      let matches = 0;
      for (const minScore of [60, 75]) {
        for (const query of sources.slice(0, 80)) {
          matches += expectAll(index, { query: comparable(near(query.text, random)), sources, minScore });
        }
      }
      expect(matches).toBeGreaterThan(50);
    }
  });

  it('keeps texts that are longer than a posting counts', () => {
    const long = Array.from({ length: 180 }, (_, at) => `w${at}`).join(' ');
    const index = indexOf([comparable(long)], 4);
    expect(index.candidates(comparable(`${long} and more`), 70, false)).toHaveLength(1);
    expect(index.candidates(comparable('w1 w2 w3 w4 w5'), 70, false)).toHaveLength(0);
  });

  it('does not grow when a source comes again, copied or added', () => {
    const index = indexOf([comparable('one two three four')], 2);
    index.add(comparable('one two three four'));
    expect(index.addedBytes).toBe(0);
    index.add(comparable('five six seven eight'));
    const once = index.addedBytes;
    index.add(comparable('five six seven eight'));
    expect(once).toBeGreaterThan(0);
    expect(index.addedBytes).toBe(once);
  });
});

/** Copies sources as Redis holds them. */
function indexOf(sources: readonly Comparable[], blocks: number): HeldIndex {
  const batch = createPostingBatch({ language: 'en', table: EMPTY_TABLE, bits: BITS, floor: FLOOR });
  for (const source of sources) {
    batch.add(source);
  }
  const buckets: (Uint8Array | null)[] = Array.from({ length: 2 ** BITS }, () => null);
  for (const piece of batch.drain(1000)) {
    for (let at = 0; at < piece.length; ) {
      const end = at + 8 + piece.readUInt32LE(at + 4) * 20;
      const before = buckets[piece.readUInt32LE(at)] ?? new Uint8Array();
      buckets[piece.readUInt32LE(at)] = Buffer.concat([before, piece.subarray(at + 8, end)]);
      at = end;
    }
  }
  const size = buckets.length / blocks;
  return createHeldIndex({
    language: 'en',
    table: EMPTY_TABLE,
    bits: BITS,
    floor: FLOOR,
    blocks: Array.from({ length: blocks }, (_, at) => packBlock(buckets.slice(at * size, (at + 1) * size))),
  });
}

function expectAll(
  index: HeldIndex,
  {
    query,
    sources,
    minScore,
  }: { readonly query: Comparable; readonly sources: readonly Comparable[]; readonly minScore: number },
): number {
  const bounds = new Map(
    index.candidates(query, minScore, false).map((each) => [formatSourceId(each), each.bound]),
  );
  const scorer = scorerOf(query);
  let matches = 0;
  for (const source of sources) {
    const score = scoreSources(scorer, source, minScore);
    if (score !== undefined && formatSourceId(source.id) !== formatSourceId(query.id)) {
      expect(bounds.get(formatSourceId(source.id)) ?? -1).toBeGreaterThanOrEqual(totalOf(score));
      matches += 1;
    }
  }
  return matches;
}

function sentence(random: () => number): string {
  const length = 1 + Math.floor(random() ** 2 * (random() < 0.1 ? 200 : 20));
  return Array.from(
    { length },
    () => ['the', ',', '.'][Math.floor(60 ** random()) - 1] ?? `w${word(random)}`,
  ).join(' ');
}

function word(random: () => number): number {
  return Math.floor(300 ** random());
}

function near(text: string, random: () => number): string {
  const words = text.split(' ');
  for (let edits = Math.floor(random() * words.length * 0.3); edits > 0; edits -= 1) {
    words[Math.floor(random() * words.length)] = 'the';
  }
  return words.join(' ');
}

function comparable(text: string): Comparable {
  return toComparable(codedOf(text));
}
