import type { Draft, DraftBlock, DraftNode } from '../draft/draft.ts';
import { removeBlock } from '../draft/remove-block.ts';
import { textKey } from './same-text.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'repeated-paragraph';
/** Shorter ones may be meant: a refrain, a stand-alone "No." */
const MIN_KEY_LENGTH = 50;

/** What introduces a list or table may recur. */
const INTRODUCES = /[:：]\s*$/u;
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
    let last = draft;
    for (let next = removeCopies(draft); next !== last; next = removeCopies(last)) {
      last = next; // what went may have stood between two others
    }
    return last;
  },
};

function removeCopies(draft: Draft): Draft {
  const keys = draft.nodes.map((node) => keyOf(node));
  const places = placesOf(keys);
  const copies = new Set(draft.nodes.filter((_, index) => isCopy(index, keys, places)));
  const removed: DraftBlock[] = [...copies].flatMap((node) =>
    node.type === 'leaf' ? [removeBlock(node.block, RULE, 0.9)] : [],
  );
  return removed.length === 0
    ? draft
    : {
        ...draft,
        nodes: draft.nodes.filter((node) => !copies.has(node)),
        removed: [...draft.removed, ...removed],
      };
}

interface Places {
  readonly counts: ReadonlyMap<string, number>;
  /** By place: where the same paragraph stood before. */
  readonly previous: readonly (number | undefined)[];
}

function placesOf(keys: readonly string[]): Places {
  const counts = new Map<string, number>();
  const last = new Map<string, number>();
  const previous = keys.map((key, index) => {
    if (key === '') {
      return undefined;
    }
    const place = last.get(key);
    last.set(key, index);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return place;
  });
  return { counts, previous };
}

function isCopy(index: number, keys: readonly string[], { counts, previous }: Places): boolean {
  const key = keys[index] ?? '';
  const original = previous[index];
  if (original === undefined) {
    return false;
  }
  const isNear = index - original <= REACH;
  const isRun = [-1, 1].some((step) => {
    const neighbour = keys[index + step] ?? '';
    return neighbour !== '' && neighbour === keys[original + step];
  });
  const isTwice = (counts.get(key) ?? 0) <= MAX_OCCURRENCES;
  return index - original === 1 || (isTwice && (isNear || isRun || key.length >= LONG_KEY_LENGTH));
}

/** What makes two paragraphs the same; empty for all that is not compared. */
function keyOf(node: DraftNode): string {
  if (node.type !== 'leaf' || node.shape.type !== 'paragraph' || INTRODUCES.test(node.block.text)) {
    return '';
  }
  const key = textKey(node.block.text);
  return key.length >= MIN_KEY_LENGTH ? key : '';
}
