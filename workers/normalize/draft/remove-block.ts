import type { DraftBlock } from './draft.ts';
import { editBlock } from './edit-block.ts';

/** Takes a block's whole text out; the repair that is left holds it. */
export function removeBlock(block: DraftBlock, rule: string, confidence: number): DraftBlock {
  return editBlock(block, [{ start: 0, end: block.text.length, replacement: '', rule, confidence }]);
}
