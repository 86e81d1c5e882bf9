import type { DraftNode } from '../draft/draft.ts';
import type { Boilerplate } from './boilerplate.ts';
import type { Unit, Zone } from './find-zone.ts';

/** So many words of text must precede the comments: a page has something to comment on. */
const MIN_WORDS = 50;
const MAX_DEPTH = 6;
const NO_HEADING = Infinity;

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
  const shallowest = shallowestAfter(units, zone);
  let words = 0;
  for (let index = zone.start; index < zone.end; index += 1) {
    const unit = units[index];
    const text = unit?.node.type === 'leaf' ? unit.node.block.text : '';
    if (unit !== undefined && words >= MIN_WORDS && boilerplate.isCommentsLabel(text)) {
      const isCounted = /\d/u.test(text);
      const following = shallowest[index - zone.start] ?? NO_HEADING;
      if (isCounted || following > Math.min(headingDepth(unit.node), MAX_DEPTH)) {
        return index;
      }
    }
    words += (unit?.facts ?? []).reduce((sum, leaf) => sum + (leaf.is === 'prose' ? leaf.own : 0), 0);
  }
  return undefined;
}

/** By place in the zone: the least depth of the headings that follow. */
function shallowestAfter(units: readonly Unit[], zone: Zone): number[] {
  const depths: number[] = [];
  let least = NO_HEADING;
  for (let index = zone.end - 1; index >= zone.start; index -= 1) {
    depths[index - zone.start] = least;
    const node = units[index]?.node;
    least = Math.min(least, node === undefined ? NO_HEADING : headingDepth(node));
  }
  return depths;
}

/** What is no heading lies below all of them. */
function headingDepth(node: DraftNode): number {
  return node.type === 'leaf' && node.shape.type === 'heading' ? node.shape.depth : NO_HEADING;
}
