import type { DraftBlock, Leaf } from '../draft/draft.ts';
import { editBlock } from '../draft/edit-block.ts';
import { leavesOf, mapLeaves } from '../draft/map-leaves.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'wrapped-link';

/** "Merced River at [Happy", or "History [edit](/w/index.php "Edit": a link that does not end. */
const OPEN_LABEL = /(?<bang>!?)\[(?<label>[^[\]]{1,200})$/u;
const OPEN_ADDRESS = /(?<bang>!?)\[(?<label>[^[\]]{0,200})\]\([^()\n]{0,1000}$/u;
const CLOSES_LABEL =
  /^(?<label>[^[\]\n]{0,200})\]\((?:[^\s()<>]|\n(?=\S)|\([^\s()<>]*\)){1,1000}(?:\s+"[^"]{0,300}")?\)/u;
const CLOSES_ADDRESS = /^[^()[\]\n]{0,300}\)/u;

/**
 * A converter that breaks every line at a width breaks headings too: the rest of a link in one is
 * then the start of the paragraph below. The marks and the address go, the words stay.
 */
export const wrappedLink: StructureRule = {
  name: RULE,
  description: 'Removes the marks of a link that was broken between two blocks',
  apply: (draft) => {
    const leaves = leavesOf(draft.nodes);
    const edited = new Map<string, DraftBlock>();
    for (const [index, opener] of leaves.entries()) {
      const closer = leaves[index + 1];
      if (closer !== undefined && opener.block.text.includes('[')) {
        mend(opener, closer, edited);
      }
    }
    const nodes = mapLeaves(draft.nodes, (leaf) => {
      const block = edited.get(leaf.block.id);
      return block === undefined ? leaf : { ...leaf, block };
    });
    return edited.size === 0 ? draft : { ...draft, nodes };
  },
};

function mend(opener: Leaf, closer: Leaf, edited: Map<string, DraftBlock>): void {
  const first = edited.get(opener.block.id) ?? opener.block;
  const second = closer.block;
  const address = OPEN_ADDRESS.exec(first.text);
  const label = address === null ? OPEN_LABEL.exec(first.text) : null;
  const open = address ?? label;
  const close = (address === null ? CLOSES_LABEL : CLOSES_ADDRESS).exec(second.text);
  if (open === null || close === null) {
    return;
  }
  const isImage = open.groups?.['bang'] === '!';
  const labelLength = isImage ? 0 : (open.groups?.['label'] ?? '').length;
  const from = open.index;
  const afterLabel = from + 1 + labelLength;
  edited.set(
    opener.block.id,
    without(
      first,
      isImage
        ? [[from, first.text.length]]
        : [
            [from, from + 1],
            [afterLabel, first.text.length],
          ],
    ),
  );
  const kept = isImage ? 0 : (close.groups?.['label'] ?? '').length;
  edited.set(closer.block.id, without(second, [[kept, close[0].length]]));
}

function without(block: DraftBlock, spans: readonly (readonly [number, number])[]): DraftBlock {
  return editBlock(
    block,
    spans
      .filter(([start, end]) => start < end)
      .map(([start, end]) => ({ start, end, replacement: '', rule: RULE, confidence: 0.9 })),
  );
}
