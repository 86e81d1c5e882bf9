import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines, summarizeDiff } from '../../../../../services/api/submission/line-diff.ts';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 }).map((all) => all.join('\n'));

describe('diffLines', () => {
  it('finds no difference in equal texts', () => {
    expect(diffLines('a\nb', 'a\nb')).toBeUndefined();
  });

  it.each([
    ['a\nb\nc', 'a\nx\nc', 2, ['b'], ['x']],
    ['a\nc', 'a\nb\nc', 2, [], ['b']],
    ['a\na', 'a', 2, ['a'], []],
    ['', 'a', 1, [''], ['a']],
  ])('names the run between %j and %j', (...[before, after, firstLine, removed, added]) => {
    expect(diffLines(before, after)).toEqual({ firstLine, removed, added });
  });

  it('gives the second text when it is applied to the first', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const diff = diffLines(before, after);
        const patched = before.split('\n');
        if (diff !== undefined) {
          patched.splice(diff.firstLine - 1, diff.removed.length, ...diff.added);
        }
        expect(patched.join('\n')).toBe(after);
      }),
    );
  });
});

describe('summarizeDiff', () => {
  it('cuts long lines and long runs', () => {
    const summary = summarizeDiff({
      firstLine: 4,
      removed: [],
      added: ['x'.repeat(300), '2', '3', '4', '5'],
    });
    expect(summary).toBe(
      `line 4: nothing is here, "${'x'.repeat(100)}...\\n2\\n3" and 2 more lines was sent`,
    );
  });
});
