import { editBlock } from '../draft/edit-block.ts';
import { mapBlocks } from '../draft/map-leaves.ts';
import { imagesOf } from './image-relic.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'empty-image';

/** Takes out images without an address: there is nothing to show. */
export const emptyImage: StructureRule = {
  name: RULE,
  description: 'Removes images that have no address',
  apply: (draft) =>
    mapBlocks(draft, (block) =>
      editBlock(
        block,
        imagesOf(block)
          .filter((image) => image.url === '')
          .map((image) => ({
            start: image.start,
            end: image.end,
            replacement: '',
            rule: RULE,
            confidence: 1,
          })),
      ),
    ),
};
