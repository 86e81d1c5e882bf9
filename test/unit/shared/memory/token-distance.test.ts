import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenDistance } from '../../../../shared/memory/token-distance.ts';

const tokens = (maxLength: number): fc.Arbitrary<string[]> =>
  fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength, size: 'max' });

describe('tokenDistance', () => {
  it.each([
    ['equal sequences', 'a b c', 'a b c', 0],
    ['one substitution', 'a b c', 'a x c', 1],
    ['one insertion', 'a c', 'a b c', 1],
    ['a swap, as two', 'a b', 'b a', 2],
    ['nothing in common', 'a b', 'c d e', 3],
  ])('counts %s', (_, a, b, distance) => {
    expect(tokenDistance(a.split(' ')).to(b.split(' '), 10)).toBe(distance);
  });

  it('counts from and to nothing', () => {
    expect(tokenDistance([]).to(['a', 'b'], 9)).toBe(2);
    expect(tokenDistance(['a', 'b']).to([], 9)).toBe(2);
    expect(tokenDistance([]).to([], 9)).toBe(0);
  });

  it('agrees with the textbook matrix, over one and many machine words', () => {
    fc.assert(
      fc.property(fc.oneof(tokens(12), tokens(150)), fc.oneof(tokens(12), tokens(150)), (a, b) => {
        expect(tokenDistance(a).to(b, 1000)).toBe(textbook(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it('is exact up to its limit, above it beyond, and the same whatever was compared before', () => {
    fc.assert(
      fc.property(tokens(70), fc.array(tokens(70), { maxLength: 4 }), fc.nat(40), (a, others, limit) => {
        const distance = tokenDistance(a);
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

function textbook(a: readonly string[], b: readonly string[]): number {
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
