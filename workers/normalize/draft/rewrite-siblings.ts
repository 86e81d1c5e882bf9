import type { DraftNode } from './draft.ts';

/**
 * Rewrites every list of sibling nodes, innermost first: `rewrite` gets the siblings and answers
 * the list that takes their place, or the same one.
 */
export function rewriteSiblings(
  nodes: readonly DraftNode[],
  rewrite: (siblings: readonly DraftNode[]) => readonly DraftNode[],
): readonly DraftNode[] {
  const inner = nodes.map((node): DraftNode => {
    if (node.type !== 'parent') {
      return node;
    }
    const children = rewriteSiblings(node.children, rewrite);
    return children === node.children ? node : { ...node, children };
  });
  const same = inner.every((node, index) => node === nodes[index]);
  return rewrite(same ? nodes : inner);
}
