import type { DraftBlock, DraftNode } from '../draft/draft.ts';
import { splitBlock } from '../draft/split-block.ts';
import { hasRelic, imagesOf, isImageOnly } from './image-relic.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'image-line';

/** Gives a picture that a scraper left on a line of a paragraph a paragraph of its own. */
export const imageLine: StructureRule = {
  name: RULE,
  description: 'Separates a line that holds nothing but what is left of a picture from its paragraph',
  apply: (draft) => ({
    ...draft,
    nodes: draft.nodes.flatMap((node): DraftNode[] => {
      if (node.type !== 'leaf' || node.shape.type !== 'paragraph' || !mayHoldLine(node.block)) {
        return [node];
      }
      const { shape } = node;
      return splitBlock(node.block, breaksAroundImages(node.block), RULE, 0.95).map((block) => ({
        type: 'leaf',
        shape,
        block,
      }));
    }),
  }),
};

function mayHoldLine(block: DraftBlock): boolean {
  return block.text.includes('\n') && imagesOf(block).length > 0;
}

function breaksAroundImages(block: DraftBlock): number[] {
  const breaks = [...block.text.matchAll(/\n/gu)].map((match) => match.index);
  const parts = splitBlock(block, breaks, RULE, 1);
  const isRelic = (index: number): boolean => {
    const part = parts[index];
    const next = parts[index + 1];
    return (
      part !== undefined && isImageOnly(part) && (hasRelic(part) || (next !== undefined && hasRelic(next)))
    );
  };
  return breaks.filter((_, index) => isRelic(index) || isRelic(index + 1));
}
