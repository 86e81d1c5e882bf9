import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stableJson, writtenOnce } from '../../../../workers/render/stable-json.ts';

describe('stableJson', () => {
  it('sorts the keys by code unit, at every depth', () => {
    expect(stableJson({ b: 1, a: [{ d: null, c: true }], Z: 'z', 10: 0, 9: 0 })).toBe(
      '{"10":0,"9":0,"Z":"z","a":[{"c":true,"d":null}],"b":1}',
    );
  });

  it('leaves undefined fields out, and keeps the place of undefined items', () => {
    expect(stableJson({ a: undefined, b: [undefined, 1] })).toBe('{"b":[null,1]}');
    expect(stableJson(undefined)).toBe('null');
  });

  it('ends no script element', () => {
    expect(stableJson(['</script>\u2028'])).toBe(String.raw`["\u003c/script>\u2028"]`);
  });

  it('puts a value that is written once where it stands', () => {
    const shared = { b: '</b>', a: undefined };
    const expected = String.raw`{"x":{"b":"\u003c/b>"},"y":[{"b":"\u003c/b>"}]}`;
    expect(stableJson({ y: [writtenOnce(shared)], x: writtenOnce(shared) })).toBe(expected);
    expect(stableJson({ x: shared, y: [shared] })).toBe(expected);
    expect(writtenOnce(shared)).toBe(writtenOnce(shared));
  });

  it('is read as the value that was written, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const written = stableJson(value);
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(written)).toEqual(plain);
        expect(stableJson(reversed(value))).toBe(written);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => reversed(item));
  }
  return typeof value !== 'object' || value === null
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, field]) => [key, reversed(field)]),
      );
}
