import type { DraftBlock, DraftNode } from '../draft/draft.ts';
import { removeBlock } from '../draft/remove-block.ts';
import { textKey } from './same-text.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'repeated-paragraph';
/** Shorter ones may be meant: a refrain, a stand-alone "No." */
const MIN_KEY_LENGTH = 50;

/** A copy stands so close to the original, */
const REACH = 3;
/** or is so long that nobody writes it twice. */
const LONG_KEY_LENGTH = 250;
/** What stands in an article more often than this is meant: a refrain of every section. */
const MAX_OCCURRENCES = 2;

/**
 * Takes out a paragraph of the article's body that stands in it a second time: close by, at length,
 * or after another one that is a copy as well. Sentences that introduce similar things may recur.
 */
export const repeatedParagraph: StructureRule = {
  name: RULE,
  description: 'Removes the second occurrence of a paragraph',
  apply: (draft) => {
    const keys = draft.nodes.map((node) => keyOf(node));
    const places = placesOf(keys);
    const copies = new Set(
      [...keys.keys()].filter((index) => isCopy(index, keys, places)).map((index) => draft.nodes[index]),
    );
    const removed: DraftBlock[] = draft.nodes.flatMap((node) =>
      node.type === 'leaf' && copies.has(node) ? [removeBlock(node.block, RULE, 0.9)] : [],
    );
    return removed.length === 0
      ? draft
      : {
          ...draft,
          nodes: draft.nodes.filter((node) => !copies.has(node)),
          removed: [...draft.removed, ...removed],
        };
  },
};

function placesOf(keys: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, key] of keys.entries()) {
    if (key !== '') {
      places.set(key, [...(places.get(key) ?? []), index]);
    }
  }
  return places;
}

function isCopy(
  index: number,
  keys: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
): boolean {
  const key = keys[index] ?? '';
  const all = places.get(key) ?? [];
  const original = all[all.indexOf(index) - 1];
  if (original === undefined) {
    return false;
  }
  const isNear = index - original <= REACH;
  const isRun = [-1, 1].some((step) => {
    const neighbour = keys[index + step] ?? '';
    return neighbour !== '' && neighbour === keys[original + step];
  });
  return (
    index - original === 1 ||
    (all.length <= MAX_OCCURRENCES && (isNear || isRun || key.length >= LONG_KEY_LENGTH))
  );
}

/** What makes two paragraphs the same; empty for all that is not compared. */
function keyOf(node: DraftNode): string {
  if (node.type !== 'leaf' || node.shape.type !== 'paragraph') {
    return '';
  }
  const key = textKey(node.block.text);
  return key.length >= MIN_KEY_LENGTH ? key : '';
}
