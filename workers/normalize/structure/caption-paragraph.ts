import type { DraftBlock, DraftNode, Leaf } from '../draft/draft.ts';
import { removeBlock } from '../draft/remove-block.ts';
import { rewriteSiblings } from '../draft/rewrite-siblings.ts';
import type { Agencies } from '../meta/agencies.ts';
import { findCredit } from './find-credit.ts';
import { imagesOf, isImageOnly } from './image-relic.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'caption-paragraph';
const MAX_CAPTION_LENGTH = 400;

/** A picture followed by a short paragraph that ends with a credit is a figure with its caption. */
export const captionParagraph: StructureRule = {
  name: RULE,
  description: 'Makes a figure of a picture and the paragraph below it that ends with a credit',
  apply: (draft, { agencies }) => {
    const removed: DraftBlock[] = [];
    const nodes = rewriteSiblings(draft.nodes, (siblings) => rewrite(siblings, removed, agencies));
    return removed.length === 0 ? draft : { ...draft, nodes, removed: [...draft.removed, ...removed] };
  },
};

function rewrite(
  siblings: readonly DraftNode[],
  removed: DraftBlock[],
  agencies: Agencies,
): readonly DraftNode[] {
  return siblings.flatMap((node, index): DraftNode[] => {
    const before = siblings[index - 1];
    const next = siblings[index + 1];
    if (isPicture(node) && isCaption(next, agencies)) {
      removed.push(removeBlock(node.block, RULE, 0.85));
      return [];
    }
    return isPicture(before) && isCaption(node, agencies) ? [figureOf(before, node)] : [node];
  });
}

function isPicture(node: DraftNode | undefined): node is Leaf {
  return (
    node?.type === 'leaf' &&
    node.shape.type === 'paragraph' &&
    isImageOnly(node.block) &&
    imagesOf(node.block).length === 1 &&
    node.block.codes.length === 1 &&
    imagesOf(node.block)[0]?.url !== ''
  );
}

function isCaption(node: DraftNode | undefined, agencies: Agencies): node is Leaf {
  return (
    node?.type === 'leaf' &&
    node.shape.type === 'paragraph' &&
    node.block.text.length <= MAX_CAPTION_LENGTH &&
    findCredit(node.block.text, agencies) !== undefined
  );
}

function figureOf(picture: Leaf, caption: Leaf): Leaf {
  const image = imagesOf(picture.block)[0];
  return {
    type: 'leaf',
    shape: {
      type: 'figure',
      ...(image === undefined ? {} : { url: image.url }),
      ...(image?.altSegment === undefined ? {} : { altBlock: image.altSegment }),
    },
    block: { ...caption.block, kind: 'caption' },
  };
}
