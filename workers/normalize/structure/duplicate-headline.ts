import type { DraftNode, Leaf } from '../draft/draft.ts';
import { removeBlock } from '../draft/remove-block.ts';
import { isSameText, textKey } from './same-text.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'duplicate-headline';
/** How many blocks after the headline are looked at. */
const REACH = 3;
/** Shorter titles may start another one by chance. */
const MIN_TITLE_LENGTH = 12;

/**
 * Takes out a block near the top that says the headline again. Where the first is the page's title
 * with the name of the site ("Pier closes - Harbour News"), the heading without it is the headline.
 */
export const duplicateHeadline: StructureRule = {
  name: RULE,
  description: 'Removes a repetition of the headline at the top of the body',
  apply: (draft) => {
    const headline = draft.nodes.find((node) => isHeadline(node));
    if (headline?.type !== 'leaf') {
      return draft;
    }
    const start = draft.nodes.indexOf(headline) + 1;
    const near = draft.nodes.slice(start, start + REACH).filter((node) => isTextLeaf(node));
    const copy = near.find(({ block }) => isSameText(block.text, headline.block.text));
    const own = near.find((node) => isTitleOfPage(headline.block.text, node));
    const gone = copy ?? (own === undefined ? undefined : headline);
    if (gone === undefined) {
      return draft;
    }
    return {
      ...draft,
      nodes: draft.nodes
        .filter((node) => node !== gone)
        .map((node) => (node === own && gone === headline ? promoted(own) : node)),
      removed: [...draft.removed, removeBlock(gone.block, RULE, 0.95)],
    };
  },
};

function isHeadline(node: DraftNode): boolean {
  return node.type === 'leaf' && node.shape.type === 'heading' && node.shape.role === 'headline';
}

function isTextLeaf(node: DraftNode): node is Leaf {
  return node.type === 'leaf' && (node.shape.type === 'paragraph' || node.shape.type === 'heading');
}

/** Whether `title` is a heading's text, a mark, and what may be the name of a site. */
function isTitleOfPage(title: string, { shape, block }: Leaf): boolean {
  const parts = title.split(/\s+(?:[|–—»·•]|-{1,2}|::)\s+/u);
  const first = parts[0] ?? '';
  return (
    shape.type === 'heading' &&
    parts.length > 1 &&
    first.length >= MIN_TITLE_LENGTH &&
    textKey(first) === textKey(block.text)
  );
}

function promoted(leaf: Leaf): Leaf {
  return {
    ...leaf,
    shape: { type: 'heading', depth: 1, role: 'headline' },
    block: { ...leaf.block, kind: 'headline' },
  };
}
