import type { DraftNode } from '../draft/draft.ts';
import type { Boilerplate } from './boilerplate.ts';
import type { Unit, Zone } from './find-zone.ts';

/** So many words of text must precede the comments: a page has something to comment on. */
const MIN_WORDS = 80;

/**
 * Where the readers' comments start in the article's zone of a page; undefined where there are none.
 * A label with a number ("57 comments") is enough; a bare "Comments" must not be a section like
 * others: no heading of its depth or above follows.
 */
export function commentsStart(
  units: readonly Unit[],
  zone: Zone,
  boilerplate: Boilerplate,
): number | undefined {
  let words = 0;
  for (let index = zone.start; index < zone.end; index += 1) {
    const unit = units[index];
    const text = unit?.node.type === 'leaf' ? unit.node.block.text : '';
    if (unit !== undefined && words >= MIN_WORDS && boilerplate.isCommentsLabel(text)) {
      const isCounted = /\d/u.test(text);
      const followers = units.slice(index + 1, zone.end);
      if (isCounted || !followers.some(({ node }) => headingDepth(node) <= headingDepth(unit.node))) {
        return index;
      }
    }
    words += (unit?.facts ?? []).reduce((sum, leaf) => sum + (leaf.is === 'prose' ? leaf.own : 0), 0);
  }
  return undefined;
}

/** A paragraph counts as the deepest heading, and what is neither as deeper. */
function headingDepth(node: DraftNode): number {
  if (node.type !== 'leaf') {
    return Number.POSITIVE_INFINITY;
  }
  switch (node.shape.type) {
    case 'heading':
      return node.shape.depth;
    case 'paragraph':
      return Number.POSITIVE_INFINITY;
    case 'figure':
    case 'tableCell':
      return Number.POSITIVE_INFINITY;
  }
}
