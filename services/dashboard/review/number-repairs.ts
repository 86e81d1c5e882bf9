import type { Document } from '../../../shared/document/document.ts';
import { type MarkedBlock, markRepairs } from '../../../shared/document/mark-repairs.ts';
import type { Diagnostic, Repair } from '../../../shared/document/overlay.ts';

/** A repair with its number on the page. */
export interface NumberedRepair {
  readonly number: number;
  readonly repair: Repair;
  readonly isUndone: boolean;
}

/** The article cut at its marks, and the numbers that stand beside them. */
export interface NumberedArticle {
  readonly blocks: readonly MarkedBlock[];
  /** In reading order. */
  readonly repairs: readonly NumberedRepair[];
  readonly numberOf: ReadonlyMap<Repair, number>;
  /** Suggestions that stand at a place of the text, by number from 1. */
  readonly noteOf: ReadonlyMap<Diagnostic, number>;
}

/** Numbers repairs and suggestions in the order in which a reader meets them. */
export function numberRepairs(document: Document): NumberedArticle {
  const blocks = markRepairs(document);
  const repairs: NumberedRepair[] = [];
  const noteOf = new Map<Diagnostic, number>();
  for (const piece of blocks.flatMap(({ pieces }) => pieces)) {
    if (piece.kind === 'note') {
      noteOf.set(piece.diagnostic, noteOf.size + 1);
    } else if (piece.kind !== 'text') {
      const number = repairs.length + 1;
      repairs.push({ number, repair: piece.repair, isUndone: piece.kind === 'undone' });
    }
  }
  return {
    blocks,
    repairs,
    numberOf: new Map(repairs.map(({ repair, number }) => [repair, number])),
    noteOf,
  };
}
