import type { Draft, DraftBlock, DraftNode, Leaf } from './draft.ts';

/** Drafts never change, and each rule asks for their leaves. */
const known = new WeakMap<readonly DraftNode[], readonly Leaf[]>();

/** Every leaf below `nodes`, in reading order. */
export function leavesOf(nodes: readonly DraftNode[]): readonly Leaf[] {
  const leaves = known.get(nodes) ?? collectLeaves(nodes, []);
  known.set(nodes, leaves);
  return leaves;
}

function collectLeaves(nodes: readonly DraftNode[], leaves: Leaf[]): readonly Leaf[] {
  for (const node of nodes) {
    if (node.type === 'leaf') {
      leaves.push(node);
    } else if (node.type === 'parent') {
      collectLeaves(node.children, leaves);
    }
  }
  return leaves;
}

/** Replaces each leaf by what `change` makes of it; the same objects stay where nothing changed. */
export function mapLeaves(nodes: readonly DraftNode[], change: (leaf: Leaf) => Leaf): readonly DraftNode[] {
  let changed = false;
  const mapped = nodes.map((node) => {
    const next = mapNode(node, change);
    changed ||= next !== node;
    return next;
  });
  return changed ? mapped : nodes;
}

function mapNode(node: DraftNode, change: (leaf: Leaf) => Leaf): DraftNode {
  switch (node.type) {
    case 'leaf':
      return change(node);
    case 'parent': {
      const children = mapLeaves(node.children, change);
      return children === node.children ? node : { ...node, children };
    }
    case 'opaque':
      return node;
  }
}

/** Replaces the text blocks of leaves and asides by what `change` makes of them. */
export function mapBlocks(draft: Draft, change: (block: DraftBlock, leaf?: Leaf) => DraftBlock): Draft {
  const nodes = mapLeaves(draft.nodes, (leaf) => {
    const block = change(leaf.block, leaf);
    return block === leaf.block ? leaf : { ...leaf, block };
  });
  return { ...draft, nodes, asides: draft.asides.map((block) => change(block)) };
}
