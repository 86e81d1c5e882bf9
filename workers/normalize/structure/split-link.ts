import type { Draft, DraftBlock, Leaf } from '../draft/draft.ts';
import { editBlock } from '../draft/edit-block.ts';
import { leavesOf, mapLeaves } from '../draft/map-leaves.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'split-link';
/** Blocks that a link encloses on a page, at most: a card with a picture, a title and a text. */
const MAX_BLOCKS = 6;
const OPENS = /\[\s*$/u;
const CLOSES = /^\s*\]\((?:[^\s()<>]|\([^\s()<>]*\)){0,1000}(?:\s+"[^"]{0,300}")?\)/u;

/**
 * A link around whole blocks cannot be written in Markdown: its "[" and "](address)" are left alone
 * in blocks before and after. They go, and a single block between becomes a link.
 */
export const splitLink: StructureRule = {
  name: RULE,
  description: 'Removes what is left of a link around several blocks',
  apply: (draft) => {
    const edited = mendedBlocks(leavesOf(draft.nodes));
    return edited.size === 0 ? draft : withBlocks(draft, edited);
  },
};

function mendedBlocks(leaves: readonly Leaf[]): Map<string, DraftBlock> {
  const edited = new Map<string, DraftBlock>();
  const now = (leaf: Leaf): DraftBlock => edited.get(leaf.block.id) ?? leaf.block;
  for (const [index, opener] of leaves.entries()) {
    if (!OPENS.test(opener.block.text)) {
      continue;
    }
    const offset = leaves
      .slice(index + 1, index + 2 + MAX_BLOCKS)
      .findIndex((leaf) => CLOSES.test(leaf.block.text));
    const closer = offset === -1 ? undefined : leaves[index + 1 + offset];
    if (closer === undefined) {
      continue;
    }
    const opening = OPENS.exec(now(opener).text);
    const closing = CLOSES.exec(now(closer).text);
    if (opening === null || closing === null) {
      continue;
    }
    edited.set(opener.block.id, without(now(opener), opening.index, now(opener).text.length));
    edited.set(closer.block.id, without(now(closer), 0, closing[0].length));
    const only = offset === 1 ? leaves[index + 1] : undefined;
    if (only !== undefined) {
      edited.set(only.block.id, linked(now(only), /\(([^\s)]*)/u.exec(closing[0])?.[1] ?? ''));
    }
  }
  return edited;
}

function without(block: DraftBlock, start: number, end: number): DraftBlock {
  return editBlock(block, [{ start, end, replacement: '', rule: RULE, confidence: 0.95 }]);
}

/** A block that is one link, unless links are in it. */
function linked(block: DraftBlock, url: string): DraftBlock {
  const hasLink = block.codes.some((code) => code.kind === 'link');
  if (hasLink || url === '' || block.text === '') {
    return block;
  }
  const code = {
    kind: 'link',
    start: 0,
    end: block.text.length,
    canDelete: false,
    canReorder: true,
    url,
  } as const;
  return { ...block, codes: [{ ...code, id: 1 }, ...block.codes].map((one, at) => ({ ...one, id: at + 1 })) };
}

function withBlocks(draft: Draft, edited: ReadonlyMap<string, DraftBlock>): Draft {
  const nodes = mapLeaves(draft.nodes, (leaf) => {
    const block = edited.get(leaf.block.id);
    return block === undefined ? leaf : { ...leaf, block };
  });
  return { ...draft, nodes };
}
