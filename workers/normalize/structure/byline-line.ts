import type { Draft, DraftNode, Leaf } from '../draft/draft.ts';
import { foundFrom, mergeFound } from '../draft/found-meta.ts';
import { removeBlock } from '../draft/remove-block.ts';
import { type Byline, parseByline } from '../meta/parse-byline.ts';
import type { StructureContext, StructureRule } from './structure-rule.ts';

const RULE = 'byline-line';
const MAX_LENGTH = 120;
const FIRST_BLOCKS = 3;
const LAST_BLOCKS = 2;
const PARTICLES =
  /^(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|el|al|bin|ibn|y|e|af|av|zu|zur)$/u;

/** Moves a line that names the writers, at either end of the article, into the metadata. */
export const bylineLine: StructureRule = {
  name: RULE,
  description: 'Moves a byline at the start or end of the article into its metadata',
  apply: (draft, context) => {
    const candidates = endsOf(draft.nodes).filter((leaf) => leaf.shape.type === 'paragraph');
    for (const leaf of candidates) {
      const byline = readBylineLine(leaf.block.text, context);
      if (byline !== undefined) {
        return moveToMeta(draft, leaf, byline);
      }
    }
    return draft;
  },
};

function endsOf(nodes: readonly DraftNode[]): Leaf[] {
  const leaves = nodes.filter((node) => node.type === 'leaf');
  const last = leaves.slice(-LAST_BLOCKS).toReversed();
  return [...last, ...leaves.slice(0, FIRST_BLOCKS).filter((leaf) => !last.includes(leaf))];
}

function readBylineLine(text: string, context: StructureContext): Byline | undefined {
  if (text.length > MAX_LENGTH || text.includes('\n')) {
    return undefined;
  }
  const byline = parseByline(text, context.lexicon.table.bylineWords, context.agencies);
  const areNames = byline.names.every(({ name }) => isPersonName(name, context));
  const certain = byline.hasByWord || byline.agency !== undefined;
  return certain && areNames && (byline.names.length > 0 || byline.hasByWord) ? byline : undefined;
}

/** Two to five words, each capitalized or a particle, and neither a month nor a place. */
function isPersonName(name: string, context: StructureContext): boolean {
  const words = name.split(/\s+/u);
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every((word) => PARTICLES.test(word) || /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word)) &&
    !words.some((word) => context.lexicon.isCalendarWord(word))
  );
}

function moveToMeta(draft: Draft, leaf: Leaf, byline: Byline): Draft {
  const confidence = byline.agency === undefined ? 0.85 : 0.95;
  return {
    ...draft,
    nodes: draft.nodes.filter((node) => node !== leaf),
    removed: [...draft.removed, removeBlock(leaf.block, RULE, confidence)],
    found: mergeFound(
      draft.found,
      foundFrom(
        { byline: leaf.block.text, agency: byline.agency },
        { from: 'pattern', confidence: Math.min(confidence, 0.79) },
      ),
    ),
  };
}
