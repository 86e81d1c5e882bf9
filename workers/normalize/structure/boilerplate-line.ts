import type { DraftBlock, DraftNode, Leaf } from '../draft/draft.ts';
import { leavesOf } from '../draft/map-leaves.ts';
import { rewriteSiblings } from '../draft/rewrite-siblings.ts';
import type { Boilerplate } from './boilerplate.ts';
import { linkWeightOf, weightOf } from './leaf-facts.ts';
import { removeNodes } from './remove-nodes.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'boilerplate-line';
const MAX_POINTER = 40;

/**
 * Share bars, advertisement marks, subscription and cookie notices, reading times, pointers to other
 * articles: each a paragraph of its own, or a list of nothing else. Headings and single items of a
 * list stay, for they may be what an article is about.
 */
export const boilerplateLine: StructureRule = {
  name: RULE,
  description: 'Removes share bars, advertisement marks, notices and "read also" lines',
  apply: (draft, { boilerplate }) => {
    const removed: DraftBlock[] = [];
    const nodes = rewriteSiblings(draft.nodes, (siblings) => {
      const gone = new Set(siblings.filter((node) => isBoilerplate(node, boilerplate)));
      if (gone.size === 0) {
        return siblings;
      }
      for (const block of removeNodes([...gone], RULE, 0.9).removed) {
        removed.push(block);
      }
      return siblings.filter((node) => !gone.has(node));
    });
    return removed.length === 0 ? draft : { ...draft, nodes, removed: [...draft.removed, ...removed] };
  },
};

function isBoilerplate(node: DraftNode, boilerplate: Boilerplate): boolean {
  if (node.type === 'parent') {
    const leaves = leavesOf([node]);
    return (
      node.shape.type === 'list' &&
      leaves.length > 1 &&
      leaves.every((leaf) => boilerplate.isLine(leaf.block.text)) &&
      !hasCode(node)
    );
  }
  return (
    node.type === 'leaf' &&
    node.shape.type === 'paragraph' &&
    node.block.kind !== 'list-item' &&
    (boilerplate.isLine(node.block.text) || isPointer(node, boilerplate))
  );
}

/** "Read also: Pier closes for two years": a title follows, no sentence. */
function isPointer({ block }: Leaf, boilerplate: Boilerplate): boolean {
  const length = boilerplate.pointerLength(block.text);
  if (length === 0 || block.text.includes('\n')) {
    return false;
  }
  const rest = block.text.slice(length);
  const weight = weightOf(rest);
  const marked = /^\s*[:：>»›|–—-]/u.test(rest);
  const isLinked = linkWeightOf(block) >= weight && weight > 0;
  const isTitle = !/[.!。][)"'’”»]*\s*$/u.test(rest);
  return weight > 0 && weight <= MAX_POINTER && ((marked && isTitle) || isLinked);
}

function hasCode(node: DraftNode): boolean {
  return node.type === 'opaque' || (node.type === 'parent' && node.children.some((child) => hasCode(child)));
}
