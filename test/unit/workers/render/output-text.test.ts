import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { frontMatter } from '../../../../workers/render/front-matter.ts';
import { stableJson } from '../../../../workers/render/stable-json.ts';

describe('frontMatter', () => {
  it('leaves absent values and empty lists out and keeps the order', () => {
    const entries = [
      ['b', 'x'],
      ['a', 1],
      ['none', undefined],
      ['empty', []],
      ['list', ['y', 'z']],
    ] as const;
    expect(frontMatter(entries)).toBe('---\nb: "x"\na: 1\nlist:\n  - "y"\n  - "z"\n---\n');
  });

  it('gives every text back to a YAML reader, and no markup to a Markdown reader', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const written = frontMatter([
          ['title', text],
          ['list', [text]],
        ]);
        expect(parse(written.slice(4, -4))).toEqual({ title: text, list: [text] });
        expect(written).not.toMatch(/[<[`*]/u);
      }),
    );
  });
});

describe('stableJson', () => {
  it('writes the same bytes for any order of keys', () => {
    expect(stableJson({ b: [{ d: 1, c: 2 }], a: undefined, A: null })).toBe('{"A":null,"b":[{"c":2,"d":1}]}');
  });

  it('gives every value back, and never a "<"', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(stableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(stableJson(value)).not.toMatch(/[<\u2028\u2029]/u);
      }),
    );
  });
});
