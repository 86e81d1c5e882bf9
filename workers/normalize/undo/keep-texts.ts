import { groupBy } from '../../../shared/document/group-by.ts';
import type { Draft, DraftBlock } from '../draft/draft.ts';
import { editBlock } from '../draft/edit-block.ts';
import type { KeptText } from '../draft/kept-text.ts';
import { mapBlocks } from '../draft/map-leaves.ts';
import type { PlacedRepair } from './key-repairs.ts';

/**
 * Marks in blocks that nothing was done to yet which of their text stays as it was submitted.
 * Blocks that have been marked or repaired are left as they are.
 */
export function keepTexts(draft: Draft, undone: readonly PlacedRepair[]): Draft {
  if (undone.length === 0) {
    return draft;
  }
  const byBlock = groupBy(undone, ({ blockId }) => blockId);
  return mapBlocks(draft, (block) => {
    const places = byBlock.get(block.id);
    const isFresh = block.kept === undefined && block.repairs.length === 0;
    return places === undefined || !isFresh ? block : { ...block, kept: keptOf(block, places) };
  });
}

/**
 * Takes white space from the ends of blocks where some of it was kept: sentences are cut without it,
 * and what is lost must be on record.
 */
export function trimKept(draft: Draft): Draft {
  return mapBlocks(draft, (block) => {
    if (block.kept === undefined || block.text.trim() === block.text) {
      return block;
    }
    const { length } = block.text;
    const end = block.text.trimEnd().length;
    const start = end === 0 ? 0 : length - block.text.trimStart().length;
    const trim = { replacement: '', rule: 'doubled-space', confidence: 1 };
    return editBlock(block, [
      { ...trim, start: 0, end: start },
      { ...trim, start: end, end: length },
    ]);
  });
}

function keptOf({ text }: DraftBlock, places: readonly PlacedRepair[]): KeptText[] {
  return places
    .map(({ repair, start }) => ({ span: { start, end: start + repair.before.length }, repair, from: start }))
    .filter(({ span }) => span.end <= text.length)
    .toSorted((a, b) => a.span.start - b.span.start);
}
