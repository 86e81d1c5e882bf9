import type { DraftBlock, DraftNode } from '../draft/draft.ts';
import { leavesOf } from '../draft/map-leaves.ts';
import { removeBlock } from '../draft/remove-block.ts';

/**
 * Takes nodes out with everything below them: what stays in their place, and their blocks emptied.
 * Code stays, for it holds no block that could be given back; rules between sections go.
 */
export function removeNodes(
  nodes: readonly DraftNode[],
  rule: string,
  confidence: number,
): { readonly kept: readonly DraftNode[]; readonly removed: readonly DraftBlock[] } {
  return {
    kept: nodes.flatMap((node) => codeOf(node)),
    removed: leavesOf(nodes).map((leaf) => removeBlock(leaf.block, rule, confidence)),
  };
}

function codeOf(node: DraftNode): DraftNode[] {
  switch (node.type) {
    case 'leaf':
      return [];
    case 'opaque':
      return node.node.type === 'code' ? [node] : [];
    case 'parent':
      return node.children.flatMap((child) => codeOf(child));
  }
}
