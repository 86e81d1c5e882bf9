import type { DraftBlock, DraftNode } from '../draft/draft.ts';
import { removeBlock } from '../draft/remove-block.ts';
import { rewriteSiblings } from '../draft/rewrite-siblings.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'empty-block';

/** Takes out paragraphs and headings without any content, and what held nothing but them. */
export const emptyBlock: StructureRule = {
  name: RULE,
  description: 'Removes paragraphs and headings that hold nothing',
  apply: (draft) => {
    const removed: DraftBlock[] = [];
    const nodes = rewriteSiblings(draft.nodes, (siblings) => {
      const kept = siblings.filter((node) => !isEmpty(node));
      for (const node of siblings) {
        if (node.type === 'leaf' && isEmpty(node)) {
          removed.push(removeBlock(node.block, RULE, 1));
        }
      }
      return kept.length === siblings.length ? siblings : kept;
    });
    return nodes === draft.nodes ? draft : { ...draft, nodes, removed: [...draft.removed, ...removed] };
  },
};

function isEmpty(node: DraftNode): boolean {
  switch (node.type) {
    case 'leaf':
      return /^\s*$/u.test(node.block.text) && isRemovable(node.shape);
    case 'parent':
      return node.children.length === 0 && node.shape.type !== 'listItem' && node.shape.type !== 'tableRow';
    case 'opaque':
      return false;
  }
}

function isRemovable(shape: {
  readonly type: string;
  readonly url?: string;
  readonly credit?: unknown;
}): boolean {
  if (shape.type === 'figure') {
    return shape.url === undefined && shape.credit === undefined;
  }
  return shape.type === 'paragraph' || shape.type === 'heading';
}
