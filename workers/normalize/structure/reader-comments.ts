import { commentsStart } from './comments-start.ts';
import { unitsOf } from './find-zone.ts';
import { removeNodes } from './remove-nodes.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'reader-comments';

/**
 * Scrapers that find the article may take the readers' comments for its last part. A heading that
 * counts them ("2 replies"), after which no other part of the article starts, is the end of it.
 */
export const readerComments: StructureRule = {
  name: RULE,
  description: "Removes the readers' comments below an article",
  apply: (draft, { boilerplate }) => {
    const units = unitsOf(draft.nodes, boilerplate);
    const start = commentsStart(units, { start: 0, end: units.length }, boilerplate);
    const [label, ...rest] = start === undefined ? [] : draft.nodes.slice(start);
    if (label?.type !== 'leaf' || label.shape.type !== 'heading' || !/\d/u.test(label.block.text)) {
      return draft;
    }
    const { depth } = label.shape;
    const isLast = rest.every(
      (node) => node.type !== 'leaf' || node.shape.type !== 'heading' || node.shape.depth > depth,
    );
    if (!isLast) {
      return draft;
    }
    const { kept, removed } = removeNodes([label, ...rest], RULE, 0.85);
    return {
      ...draft,
      nodes: [...draft.nodes.slice(0, start), ...kept],
      removed: [...draft.removed, ...removed],
    };
  },
};
