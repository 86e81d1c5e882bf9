import { editBlock } from '../draft/edit-block.ts';
import { mapLeaves } from '../draft/map-leaves.ts';
import { barsOf, withoutBars } from './image-relic.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'pipe-relic';

/** Takes out the bar that a lost table left at the start or end of a paragraph. */
export const pipeRelic: StructureRule = {
  name: RULE,
  description: 'Removes table bars at the start and end of paragraphs',
  apply: (draft) => ({
    ...draft,
    nodes: mapLeaves(draft.nodes, (leaf) => {
      if (leaf.shape.type !== 'paragraph') {
        return leaf;
      }
      const bars = barsOf(leaf.block.text);
      if (bars.length === 0 || withoutBars(leaf.block.text).includes('|')) {
        return leaf; // bars inside as well: a list of links, or a table that was not recognized
      }
      const edits = bars.map((bar) => ({
        ...bar,
        replacement: '',
        rule: RULE,
        confidence: 0.9,
      }));
      return { ...leaf, block: editBlock(leaf.block, edits) };
    }),
  }),
};
