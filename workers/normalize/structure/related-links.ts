import type { DraftBlock, DraftNode } from '../draft/draft.ts';
import { leavesOf } from '../draft/map-leaves.ts';
import type { Boilerplate } from './boilerplate.ts';
import { leafFacts, linkCountOf } from './leaf-facts.ts';
import { removeNodes } from './remove-nodes.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'related-links';
/** Titles in a list without addresses are so many words at most. */
const MAX_TITLE_CHARACTERS = 160;

/** A label such as "Related articles" with the list of links below it is no part of the article. */
export const relatedLinks: StructureRule = {
  name: RULE,
  description: 'Removes lists of related articles with their label',
  apply: (draft, { boilerplate }) => {
    const kept: DraftNode[] = [];
    const removed: DraftBlock[] = [];
    for (let index = 0; index < draft.nodes.length; ) {
      const length = boxLength(draft.nodes, index, boilerplate);
      const nodes = draft.nodes.slice(index, index + Math.max(length, 1));
      const box = length === 0 ? { kept: nodes, removed: [] } : removeNodes(nodes, RULE, 0.85);
      removed.push(...box.removed);
      kept.push(...box.kept);
      index += nodes.length;
    }
    return removed.length === 0 ? draft : { ...draft, nodes: kept, removed: [...draft.removed, ...removed] };
  },
};

/** How many nodes from `start` on are a label and its links; 0 where there are none. */
function boxLength(nodes: readonly DraftNode[], start: number, boilerplate: Boilerplate): number {
  const label = nodes[start];
  const isLabel =
    label?.type === 'leaf' &&
    (label.shape.type === 'paragraph' ||
      (label.shape.type === 'heading' && label.shape.role === undefined)) &&
    boilerplate.isRelatedLabel(label.block.text);
  if (!isLabel) {
    return 0;
  }
  let end = start + 1;
  while (end < nodes.length && isLinks(nodes[end], boilerplate)) {
    end += 1;
  }
  return end - start > 1 ? end - start : 0;
}

/** A list of titles or links, or a paragraph that is one link. */
function isLinks(node: DraftNode | undefined, boilerplate: Boilerplate): boolean {
  if (node?.type === 'parent' && node.shape.type === 'list') {
    const leaves = leavesOf([node]);
    return leaves.every(({ block }) => linkCountOf(block) > 0 || isTitle(block.text));
  }
  return (
    node?.type === 'leaf' &&
    node.shape.type !== 'figure' &&
    linkCountOf(node.block) > 0 &&
    leafFacts(node, boilerplate).own === 0
  );
}

function isTitle(text: string): boolean {
  return text.length <= MAX_TITLE_CHARACTERS && !/[.。]\s*$/u.test(text);
}
