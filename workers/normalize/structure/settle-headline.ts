import type { DraftBlock, DraftNode, Leaf } from '../draft/draft.ts';
import { isSameText } from './same-text.ts';
import type { StructureRule } from './structure-rule.ts';

/**
 * Makes sure that a headline that is known stands at the top: the one that was submitted, else the
 * body's own, else one from the source's metadata. None is invented.
 */
export const settleHeadline: StructureRule = {
  name: 'settle-headline',
  description: 'Puts the submitted headline at the top of an article that lacks it',
  apply: (draft, { submitted }) => {
    const own = draft.nodes.find((node) => isHeadline(node));
    const text = submitted.headline ?? (own === undefined ? draft.found.headline : undefined);
    if (text === undefined || (own !== undefined && isSameText(own.block.text, text))) {
      return draft;
    }
    const first = draft.nodes.find((node) => node.type === 'leaf');
    if (own === undefined && first !== undefined && isSameText(first.block.text, text)) {
      return { ...draft, nodes: draft.nodes.map((node) => (node === first ? promote(first) : node)) };
    }
    const body = draft.nodes.map((node) => (node === own && own !== undefined ? demote(own) : node));
    return { ...draft, nodes: [headlineLeaf(newBlock(text)), ...body] };
  },
};

function isHeadline(node: DraftNode): node is Leaf {
  return node.type === 'leaf' && node.shape.type === 'heading' && node.shape.role === 'headline';
}

function promote(leaf: Leaf): Leaf {
  return headlineLeaf({ ...leaf.block, kind: 'headline' });
}

function demote(leaf: Leaf): Leaf {
  return { ...leaf, shape: { type: 'heading', depth: 2 }, block: { ...leaf.block, kind: 'heading' } };
}

function headlineLeaf(block: DraftBlock): Leaf {
  return { type: 'leaf', shape: { type: 'heading', depth: 1, role: 'headline' }, block };
}

function newBlock(text: string): DraftBlock {
  return { id: 'headline', kind: 'headline', text: text.trim(), codes: [], repairs: [] };
}
