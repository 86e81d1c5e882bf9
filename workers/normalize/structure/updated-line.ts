import type { DraftBlock, DraftNode } from '../draft/draft.ts';
import { foundFrom, mergeFound } from '../draft/found-meta.ts';
import { removeBlock } from '../draft/remove-block.ts';
import { parsePrintedDate } from '../meta/parse-printed-date.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'updated-line';
/** A date with its weekday, time and zone; longer lines say more. */
const MAX_LENGTH = 48;
/** The same with the words before it. */
const MAX_LINE = 200;

/** A line that says when the page was published or changed, and nothing else, becomes metadata. */
export const updatedLine: StructureRule = {
  name: RULE,
  description: 'Moves a "last updated" or "published" line into the metadata',
  apply: (draft, { boilerplate }) => {
    const removed: DraftBlock[] = [];
    let found = draft.found;
    const nodes = draft.nodes.filter((node: DraftNode) => {
      if (node.type !== 'leaf' || node.shape.type !== 'paragraph' || node.block.text.length > MAX_LINE) {
        return true;
      }
      const { text } = node.block;
      const updated = boilerplate.afterUpdated(text);
      const printed = updated ?? boilerplate.afterPublished(text) ?? '';
      const date = printed.length > MAX_LENGTH ? undefined : parsePrintedDate(printed, undefined);
      if (date === undefined) {
        return true;
      }
      removed.push(removeBlock(node.block, RULE, 0.9));
      const field = updated === undefined ? 'publishedAt' : 'modifiedAt';
      found = mergeFound(found, foundFrom({ [field]: date }, { from: 'visible', confidence: 0.75 }));
      return false;
    });
    return removed.length === 0 ? draft : { ...draft, nodes, found, removed: [...draft.removed, ...removed] };
  },
};
