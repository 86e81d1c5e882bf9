import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineCode } from '../../../../../shared/document/inline-code.ts';
import { revertText } from '../../../../../shared/document/revert-repairs.ts';
import type { DraftBlock } from '../../../../../workers/normalize/draft/draft.ts';
import type { Edit } from '../../../../../workers/normalize/draft/edit.ts';
import { editBlock } from '../../../../../workers/normalize/draft/edit-block.ts';

function blockOf(text: string, codes: readonly InlineCode[] = []): DraftBlock {
  return { id: 'b1', kind: 'paragraph', text, codes, repairs: [] };
}

function edit(start: number, end: number, replacement: string): Edit {
  return { start, end, replacement, rule: `r${start}`, confidence: 1 };
}

const strong = (start: number, end: number): InlineCode => ({
  kind: 'strong',
  id: 1,
  start,
  end,
  canDelete: true,
  canReorder: true,
});

describe('editBlock', () => {
  it('gives the submitted text back after any series of edits', () => {
    const series = fc.array(
      fc.array(fc.tuple(fc.nat(30), fc.nat(4), fc.string({ maxLength: 4 })), { maxLength: 5 }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), series, (text, rounds) => {
        let block = blockOf(text);
        for (const round of rounds) {
          const edits = round
            .filter(([start]) => start <= block.text.length)
            .map(([start, length, replacement]) =>
              edit(start, Math.min(block.text.length, start + length), replacement),
            );
          block = editBlock(block, edits);
        }
        expect(revertText(block.text, block.repairs)).toBe(text);
        for (const repair of block.repairs) {
          expect(block.text.slice(repair.span.start, repair.span.end)).toBe(repair.after);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['text before the code', edit(0, 3, ''), [1, 4]],
    ['text after the code', edit(8, 9, 'xx'), [4, 7]],
    ['text inside the code', edit(5, 6, ''), [4, 6]],
    ['all of the code', edit(3, 8, ''), undefined],
    ['an insertion at its start', edit(4, 4, 'x'), [5, 8]],
    ['an insertion at its end', edit(7, 7, 'x'), [4, 7]],
  ])('moves a code along with %s', (_name, change, span) => {
    const [code] = editBlock(blockOf('abc def ghi', [strong(4, 7)]), [change]).codes;
    expect(code === undefined ? undefined : [code.start, code.end]).toEqual(span);
  });

  it('records an edit of repaired text as one repair with it', () => {
    const once = editBlock(blockOf('on january 12'), [edit(3, 10, 'January')]);
    const twice = editBlock(once, [edit(0, 13, '')]);
    expect(twice.repairs).toMatchObject([
      { rule: 'r0', before: 'on january 12', after: '', span: { start: 0, end: 0 } },
    ]);
  });

  it('records nothing where an edit takes a repair back', () => {
    const once = editBlock(blockOf('abc'), [edit(0, 1, 'A')]);
    expect(editBlock(once, [edit(0, 1, 'a')]).repairs).toEqual([]);
  });

  it('keeps the first of two edits that overlap', () => {
    expect(editBlock(blockOf('abcdef'), [edit(1, 4, 'X'), edit(2, 5, 'Y')]).text).toBe('aXef');
  });

  it('applies very many edits', () => {
    const text = 'a  '.repeat(100_000);
    const edits = Array.from({ length: 100_000 }, (_, index) => edit(index * 3 + 1, index * 3 + 3, ' '));
    expect(editBlock(blockOf(text), edits).text).toBe('a '.repeat(100_000)); // quadratic work would not end in time
  });
});
