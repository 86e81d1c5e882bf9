import type { Draft, DraftBlock, DraftNode, Leaf } from '../draft/draft.ts';
import { editBlock } from '../draft/edit-block.ts';
import { removeBlock } from '../draft/remove-block.ts';
import { rewriteSiblings } from '../draft/rewrite-siblings.ts';
import type { Agencies } from '../meta/agencies.ts';
import { findCredit } from './find-credit.ts';
import { barsOf, hasRelic, imagesOf, isImageOnly, withoutBars } from './image-relic.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'caption-table';

/**
 * Scrapers turn a picture and its caption in a layout table into a table of one column, or into
 * paragraphs with bars that remind of it; some lose the picture's address. All of these become a
 * figure with its caption.
 */
export const captionTable: StructureRule = {
  name: RULE,
  description: 'Makes a figure of a picture and its caption that came as a table or as what is left of one',
  apply: (draft, { agencies }) => {
    const removed: DraftBlock[] = [];
    const nodes = rewriteSiblings(draft.nodes, (siblings) => rewrite(siblings, removed, agencies));
    return removed.length === 0 && nodes === draft.nodes ? draft : withRemoved(draft, nodes, removed);
  },
};

function withRemoved(draft: Draft, nodes: readonly DraftNode[], removed: readonly DraftBlock[]): Draft {
  return { ...draft, nodes, removed: [...draft.removed, ...removed] };
}

function rewrite(
  siblings: readonly DraftNode[],
  removed: DraftBlock[],
  agencies: Agencies,
): readonly DraftNode[] {
  const result: DraftNode[] = [];
  for (let index = 0; index < siblings.length; index += 1) {
    const node = siblings[index];
    const pair =
      node === undefined ? undefined : (cellPair(node) ?? paragraphPair(node, siblings[index + 1], agencies));
    if (node === undefined || pair === undefined) {
      result.push(...(node === undefined ? [] : [captionRow(node, agencies)]));
      continue;
    }
    result.push(figureOf(pair.image, pair.caption));
    removed.push(removeBlock(pair.image, RULE, 0.95));
    index += pair.siblings - 1;
  }
  return result.every((node, index) => node === siblings[index]) && result.length === siblings.length
    ? siblings
    : result;
}

interface ImageWithCaption {
  readonly image: DraftBlock;
  readonly caption: DraftBlock;
  /** How many siblings the two take. */
  readonly siblings: number;
}

/** A table of one column whose two cells hold a picture and text; a table of HTML has an empty head. */
function cellPair(node: DraftNode): ImageWithCaption | undefined {
  if (node.type !== 'parent' || node.shape.type !== 'table' || node.children.length > 3) {
    return undefined;
  }
  const rows = node.children.map((row) => (row.type === 'parent' ? row.children : []));
  const cells = rows.flat().flatMap((cell) => (cell.type === 'leaf' ? [cell.block] : []));
  const [image, caption] = cells.filter((cell, index) => index > 0 || !isEmpty(cell));
  return rows.every((row) => row.length === 1) &&
    cells.filter((cell) => !isEmpty(cell)).length === 2 &&
    image !== undefined &&
    caption !== undefined &&
    isImageOnly(image) &&
    isCaptionText(caption)
    ? { image, caption, siblings: 1 }
    : undefined;
}

function paragraphPair(
  node: DraftNode,
  next: DraftNode | undefined,
  agencies: Agencies,
): ImageWithCaption | undefined {
  if (!isParagraph(node) || !isParagraph(next) || !isImageOnly(node.block) || !isCaptionText(next.block)) {
    return undefined;
  }
  const caption = next.block;
  const belongs =
    hasRelic(caption) || (hasRelic(node.block) && findCredit(caption.text, agencies) !== undefined);
  return belongs ? { image: node.block, caption, siblings: 2 } : undefined;
}

/** A caption whose picture the scraper dropped: a bar at its end and a credit. */
function captionRow(node: DraftNode, agencies: Agencies): DraftNode {
  if (!isParagraph(node) || !hasRelic(node.block) || imagesOf(node.block).length > 0) {
    return node;
  }
  const text = withoutBars(node.block.text);
  return text.includes('|') || findCredit(text, agencies) === undefined
    ? node
    : figureOf(undefined, node.block);
}

function isEmpty({ text, codes }: DraftBlock): boolean {
  return codes.length === 0 && text.trim() === '';
}

function isCaptionText(block: DraftBlock): boolean {
  return /\p{L}/u.test(block.text) && !withoutBars(block.text).includes('|');
}

function isParagraph(node: DraftNode | undefined): node is Leaf {
  return node?.type === 'leaf' && node.shape.type === 'paragraph';
}

function figureOf(imageBlock: DraftBlock | undefined, caption: DraftBlock): Leaf {
  const image = imageBlock === undefined ? undefined : imagesOf(imageBlock)[0];
  const bars = barsOf(caption.text).map((bar) => ({
    ...bar,
    replacement: '',
    rule: RULE,
    confidence: 0.95,
  }));
  return {
    type: 'leaf',
    shape: {
      type: 'figure',
      ...(image === undefined || image.url === '' ? {} : { url: image.url }),
      ...(image?.altSegment === undefined ? {} : { altBlock: image.altSegment }),
    },
    block: editBlock({ ...caption, kind: 'caption' }, bars),
  };
}
