import type { DraftNode, Leaf } from '../draft/draft.ts';
import { removeBlock } from '../draft/remove-block.ts';
import { isSameText } from './same-text.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'duplicate-headline';
/** How many blocks after the headline are looked at. */
const REACH = 3;

/** Takes out a block near the top that says the headline again. */
export const duplicateHeadline: StructureRule = {
  name: RULE,
  description: 'Removes a repetition of the headline at the top of the body',
  apply: (draft) => {
    const index = draft.nodes.findIndex((node) => isHeadline(node));
    const headline = draft.nodes[index];
    if (headline?.type !== 'leaf') {
      return draft;
    }
    const copy = draft.nodes
      .slice(index + 1, index + 1 + REACH)
      .find((node) => isTextLeaf(node) && isSameText(node.block.text, headline.block.text));
    if (copy?.type !== 'leaf') {
      return draft;
    }
    return {
      ...draft,
      nodes: draft.nodes.filter((node) => node !== copy),
      removed: [...draft.removed, removeBlock(copy.block, RULE, 0.95)],
    };
  },
};

function isHeadline(node: DraftNode): boolean {
  return node.type === 'leaf' && node.shape.type === 'heading' && node.shape.role === 'headline';
}

function isTextLeaf(node: DraftNode): node is Leaf {
  return node.type === 'leaf' && (node.shape.type === 'paragraph' || node.shape.type === 'heading');
}
