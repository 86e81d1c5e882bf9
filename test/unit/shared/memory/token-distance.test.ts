import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenWeight } from '../../../../shared/memory/comparable.ts';
import { type TokenDistance, tokenDistance } from '../../../../shared/memory/token-distance.ts';

/** Words are odd, marks even: here letters from a are words, others marks. */
const tokens = (maxLength: number): fc.Arbitrary<string[]> =>
  fc.array(fc.constantFrom('a', 'b', 'c', 'd', ',', '.'), { maxLength, size: 'max' });

describe('tokenDistance', () => {
  it.each([
    ['equal sequences', 'a b , c', 'a b , c', 0],
    ['another word as two', 'a b c', 'a x c', 2],
    ['a word more as two', 'a c', 'a b c', 2],
    ['another mark as one', 'a . c', 'a , c', 1],
    ['a mark more as one', 'a c', 'a , c', 1],
    ['a swap of words as four', 'a b', 'b a', 4],
    ['nothing in common as the heavier side', 'a ,', 'c d e', 6],
  ])('counts %s', (_, a, b, distance) => {
    expect(distanceOf(a.split(' ')).to(b.split(' '), 10)).toBe(distance);
  });

  it('counts from and to nothing', () => {
    expect(distanceOf([]).to(['a', 'b'], 9)).toBe(4);
    expect(distanceOf(['a', 'b']).to([], 9)).toBe(4);
    expect(distanceOf([]).to([], 9)).toBe(0);
  });

  it('agrees with the textbook matrix over units, over one and many machine words', () => {
    fc.assert(
      fc.property(fc.oneof(tokens(12), tokens(90)), fc.oneof(tokens(12), tokens(90)), (a, b) => {
        expect(distanceOf(a).to(b, 1000)).toBe(textbook(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it('is exact up to its limit, above it beyond, and the same whatever was compared before', () => {
    fc.assert(
      fc.property(tokens(50), fc.array(tokens(50), { maxLength: 4 }), fc.nat(60), (a, others, limit) => {
        const distance = distanceOf(a);
        for (const b of others) {
          const found = distance.to(b, limit);
          const exact = textbook(a, b);
          expect(exact <= limit ? found : found > limit).toBe(exact <= limit ? exact : true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function distanceOf(a: readonly string[]): { to: (b: readonly string[], limit: number) => number } {
  const distance: TokenDistance = tokenDistance(packed(a), weightOf(a));
  return { to: (b, limit) => distance.to(packed(b), weightOf(b), limit) };
}

function packed(texts: readonly string[]): Uint32Array {
  return Uint32Array.from(texts, (text) => text.charCodeAt(0) * 2 + (text >= 'a' ? 1 : 0));
}

function weightOf(texts: readonly string[]): number {
  return packed(texts).reduce((sum, token) => sum + tokenWeight(token), 0);
}

function unitsOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => (text >= 'a' ? [`${text}1`, `${text}2`] : [text]));
}

function textbook(some: readonly string[], others: readonly string[]): number {
  const [a, b] = [unitsOf(some), unitsOf(others)];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [at, token] of a.entries()) {
    const next = [at + 1];
    for (const [to, other] of b.entries()) {
      const replaced = (row[to] ?? 0) + (token === other ? 0 : 1);
      next.push(Math.min(replaced, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
