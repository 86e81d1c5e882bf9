import { editBlock } from '../draft/edit-block.ts';
import { mapLeaves } from '../draft/map-leaves.ts';
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
      const bars = [...leaf.block.text.matchAll(/^[\s|]*\|\s*|\s*\|[\s|]*$/gu)];
      const inner = leaf.block.text.replaceAll(/^[\s|]+|[\s|]+$/gu, '');
      if (bars.length === 0 || inner.includes('|')) {
        return leaf; // bars inside as well: a list of links, or a table that was not recognized
      }
      const edits = bars.map((bar) => ({
        start: bar.index,
        end: bar.index + bar[0].length,
        replacement: '',
        rule: RULE,
        confidence: 0.9,
      }));
      return { ...leaf, block: editBlock(leaf.block, edits) };
    }),
  }),
};
