import type { DraftBlock } from '../draft/draft.ts';
import { removeBlock } from '../draft/remove-block.ts';
import { textKey } from './same-text.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'repeated-paragraph';
/** Shorter ones may be meant: a refrain, a stand-alone "No." */
const MIN_KEY_LENGTH = 50;

/** Takes out a paragraph of the article's body that stands in it a second time. */
export const repeatedParagraph: StructureRule = {
  name: RULE,
  description: 'Removes the second occurrence of a paragraph',
  apply: (draft) => {
    const seen = new Set<string>();
    const removed: DraftBlock[] = [];
    const nodes = draft.nodes.filter((node) => {
      if (node.type !== 'leaf' || node.shape.type !== 'paragraph') {
        return true;
      }
      const key = textKey(node.block.text);
      const repeats = key.length >= MIN_KEY_LENGTH && seen.has(key);
      seen.add(key);
      if (repeats) {
        removed.push(removeBlock(node.block, RULE, 0.9));
      }
      return !repeats;
    });
    return removed.length === 0 ? draft : { ...draft, nodes, removed: [...draft.removed, ...removed] };
  },
};
