import { editBlock } from '../draft/edit-block.ts';
import { mapLeaves } from '../draft/map-leaves.ts';
import { findCredit } from './find-credit.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'credit';

/** Moves the credit at the end of a caption from its text to the figure: it is not translated. */
export const credit: StructureRule = {
  name: RULE,
  description: 'Takes the picture credit out of a caption',
  apply: (draft, { agencies }) => ({
    ...draft,
    nodes: mapLeaves(draft.nodes, (leaf) => {
      if (leaf.shape.type !== 'figure' || leaf.shape.credit !== undefined) {
        return leaf;
      }
      const found = findCredit(leaf.block.text, agencies);
      if (found === undefined) {
        return leaf;
      }
      const edit = {
        start: found.start,
        end: leaf.block.text.length,
        replacement: '',
        rule: RULE,
        confidence: 0.95,
      };
      return {
        ...leaf,
        shape: { ...leaf.shape, credit: found.credit },
        block: editBlock(leaf.block, [edit]),
      };
    }),
  }),
};
