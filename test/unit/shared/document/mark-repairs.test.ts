import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../shared/document/document.ts';
import { type MarkedBlock, markRepairs } from '../../../../shared/document/mark-repairs.ts';
import type { Diagnostic, Repair } from '../../../../shared/document/overlay.ts';
import { documentOf } from '../../../support/builders.ts';

function repair(blockId: string, start: number, before: string, after: string): Repair {
  return { rule: 'test', blockId, span: { start, end: start + after.length }, before, after, confidence: 1 };
}

function note(blockId: string, start: number, end: number): Diagnostic {
  return { code: 'case-suggestion', severity: 'info', message: 'm', blockId, span: { start, end } };
}

function marked(
  overlays: Partial<Document['overlays']>,
  paragraphs: readonly string[] = ['On Monday it rained.', 'Then it stopped.'],
): readonly MarkedBlock[] {
  const document = documentOf(paragraphs, { headline: 'Rain' });
  return markRepairs({ ...document, overlays: { ...document.overlays, ...overlays } });
}

function written({ text, pieces }: MarkedBlock): string {
  return pieces
    .map((piece) => {
      const own = text.slice(piece.span.start, piece.span.end);
      switch (piece.kind) {
        case 'text':
          return own;
        case 'repair':
          return `[${piece.repair.before}>${own}]`;
        case 'undone':
          return `{${own}}`;
        case 'note':
          return `(${own})`;
      }
    })
    .join('');
}

describe('markRepairs', () => {
  it('cuts a text at its repairs, at what was taken back and at what is suggested', () => {
    const [, block] = marked({
      repairs: [repair('b2', 3, 'monday', 'Monday'), repair('b2', 20, '  ', '')],
      undone: [{ ...repair('b2', 10, 'it', 'It'), key: 'r000000000000' }],
      diagnostics: [note('b2', 13, 19), { code: 'x', severity: 'info', message: 'no place' }],
    });
    expect(block && written(block)).toBe('On [monday>Monday] {it} (rained).[  >]');
  });

  it('leaves out a suggestion where something was repaired, and marks outside the text', () => {
    const [, block] = marked({
      repairs: [repair('b2', 3, 'monday', 'Monday')],
      diagnostics: [note('b2', 3, 9), note('b2', 300, 310)],
    });
    expect(block && written(block)).toBe('On [monday>Monday] it rained.');
  });

  it('puts blocks that were taken out where they stood in the source', () => {
    const blocks = marked({
      repairs: [repair('b2.2', 0, 'a', ''), repair('b10', 0, 'b', ''), repair('b1.5', 0, 'c', '')],
    });
    expect(blocks.map(({ id, kind }) => `${id} ${kind ?? 'out'}`)).toEqual([
      'b1 headline',
      'b1.5 out',
      'b2 paragraph',
      'b2.2 out',
      'b3 paragraph',
      'b10 out',
    ]);
  });
});
