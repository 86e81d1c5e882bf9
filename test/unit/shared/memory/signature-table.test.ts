import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparable, toComparable } from '../../../../shared/memory/comparable.ts';
import { baseScore } from '../../../../shared/memory/score.ts';
import { countBits, ENTRY_BYTES, encodeEntry, signatureOf } from '../../../../shared/memory/signature.ts';
import { createSignatureTable, type SignatureTable } from '../../../../shared/memory/signature-table.ts';
import { tokenDistance } from '../../../../shared/memory/token-distance.ts';
import { formatSourceId, sourceIdOf } from '../../../../shared/memory/token-hash.ts';
import { codedOf } from '../../../support/units.ts';

describe('signature table', () => {
  it('finds a text under its id, with a bound of 100', () => {
    const table = tableOf(['one two three']);
    expect(search(table, 'one two three', 70)).toEqual([{ id: idOf('one two three'), bound: 100 }]);
  });

  it('leaves out what cannot reach the lowest score by length or by words', () => {
    const table = tableOf(['a b c d e f g h', 'one two three four', 'one two']);
    expect(search(table, 'one two three five', 70).map(({ id }) => id)).toEqual([idOf('one two three four')]);
  });

  it('names an id once, however often it was added, best bound first', () => {
    const table = tableOf([
      'one two three four',
      'One two three four',
      'one two three FIVE',
      'one two three four!',
    ]);
    expect(search(table, 'one two three four', 70)).toEqual([
      { id: idOf('one two three four'), bound: 100 },
      { id: idOf('one two three five'), bound: 75 },
    ]);
  });

  it('takes entries in pieces and counts them', () => {
    const table = createSignatureTable();
    const texts = Array.from({ length: 100 }, (_, at) => `text number ${at}`);
    for (const text of texts) {
      table.append(encodeEntry(signatureOf(comparable(text))));
    }
    expect(table.size).toBe(100);
    expect(texts.every((text) => search(table, text, 100).some(({ id }) => id === idOf(text)))).toBe(true);
  });

  it.each([60, 70, 85])('misses nothing that scores %i or more, and bounds it from above', (minScore) => {
    const vocabulary = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', '1', ',', '.');
    const base = fc.oneof(
      { weight: 3, arbitrary: fc.array(vocabulary, { minLength: 1, maxLength: 14 }) },
      { weight: 1, arbitrary: fc.array(vocabulary, { minLength: 40, maxLength: 300, size: 'max' }) },
    );
    const edits = fc.array(fc.tuple(fc.nat(299), fc.option(vocabulary)), { maxLength: 60 });
    let matches = 0;
    fc.assert(
      fc.property(
        base,
        fc.array(edits, { maxLength: 8 }),
        fc.array(base, { maxLength: 8 }),
        (query, near, far) => {
          const sources = [...near.map((list) => edited(query, list)), ...far].map((words) =>
            words.join(' '),
          );
          const table = tableOf(sources);
          const bounds = new Map(
            search(table, query.join(' '), minScore).map(({ id, bound }) => [id, bound]),
          );
          for (const source of sources) {
            const score = oracle(query.join(' '), source);
            if (score >= minScore) {
              matches += 1;
              expect(bounds.get(idOf(source))).toBeGreaterThanOrEqual(score);
            }
          }
        },
      ),
      { numRuns: 400, seed: minScore },
    );
    expect(matches).toBeGreaterThan(300);
  });
});

describe('entries', () => {
  it('are 20 bytes: id, bits, length', () => {
    const source = comparable('one two three');
    const entry = Buffer.from(encodeEntry(signatureOf(source)));
    expect(entry).toHaveLength(ENTRY_BYTES);
    expect(entry.subarray(0, 8).toString('hex')).toBe(idOf('one two three'));
    expect(entry[19]).toBe(3);
  });

  it('hold 255 for any greater length', () => {
    const entry = encodeEntry(
      signatureOf(comparable(Array.from({ length: 400 }, (_, at) => `w${at}`).join(' '))),
    );
    expect(entry[19]).toBe(255);
  });

  it('count repetitions of a word as further words', () => {
    expect([bitsOf('the'), bitsOf('the the'), bitsOf('the the the')]).toEqual([1, 2, 3]);
  });

  it('count bits', () => {
    fc.assert(
      fc.property(fc.integer(), (word) => {
        expect(countBits(word)).toBe((word >>> 0).toString(2).replaceAll('0', '').length);
      }),
    );
  });
});

function tableOf(texts: readonly string[]): SignatureTable {
  const table = createSignatureTable();
  table.append(Buffer.concat(texts.map((text) => encodeEntry(signatureOf(comparable(text))))));
  return table;
}

function search(
  table: SignatureTable,
  text: string,
  minScore: number,
): ReturnType<SignatureTable['candidates']> {
  return table.candidates(signatureOf(comparable(text)), minScore);
}

function oracle(a: string, b: string): number {
  const [x, y] = [comparable(a).keys, comparable(b).keys];
  return baseScore(x.length, y.length, tokenDistance(x).to(y, Infinity));
}

/** Puts a word at, or takes the word from, each of the places. */
function edited(words: readonly string[], edits: readonly (readonly [number, string | null])[]): string[] {
  const result = [...words];
  for (const [place, word] of edits.slice(0, Math.ceil(words.length / 2))) {
    result.splice(place % result.length, 1, ...(word === null && result.length > 1 ? [] : [word ?? 'z']));
  }
  return result;
}

function comparable(text: string): Comparable {
  return toComparable(codedOf(text));
}

function idOf(text: string): string {
  return formatSourceId(sourceIdOf(comparable(text)));
}

function bitsOf(text: string): number {
  return signatureOf(comparable(text)).bits.reduce((sum, word) => sum + countBits(word), 0);
}
