import type { Draft, DraftBlock, DraftNode, Leaf } from '../draft/draft.ts';
import { leavesOf } from '../draft/map-leaves.ts';
import type { StructureContext, StructureRule } from '../structure/structure-rule.ts';

/** Hiding one block may make a rule do something else to another; then it is not run at all. */
const MAX_ATTEMPTS = 8;

/**
 * Runs a structure rule so that it leaves blocks alone where a person took its repair back, and
 * removes none of which some text is to stay: such a block is hidden behind an opaque node while the
 * rule runs, and put back after. A rule that takes away what hides a block is not run at all.
 */
export function applyAroundKept(draft: Draft, rule: StructureRule, context: StructureContext): Draft {
  const guarded = leavesOf(draft.nodes).filter(({ block }) => (block.kept ?? []).length > 0);
  if (guarded.length === 0) {
    return rule.apply(draft, context);
  }
  const hidden = new Set<Leaf>();
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const result = applyHiding(draft, hidden, (masked) => rule.apply(masked, context));
    const disturbed = result === undefined ? [] : guarded.filter((leaf) => disturbs(result, leaf, rule.name));
    if (result === undefined) {
      return draft;
    }
    if (disturbed.length === 0) {
      return result;
    }
    for (const leaf of disturbed) {
      hidden.add(leaf);
    }
  }
  return draft;
}

/** Whether a rule took a block out of the article, or did again what a person had taken back. */
function disturbs(after: Draft, leaf: Leaf, rule: string): boolean {
  const place = leavesOf(after.nodes).find(({ block }) => block.id === leaf.block.id);
  if (place === undefined) {
    return true;
  }
  const isOwn = (leaf.block.kept ?? []).some(({ repair }) => repair.rule === rule);
  return isOwn && shapeOf(place) !== shapeOf(leaf);
}

function shapeOf({ shape, block }: Leaf): string {
  return JSON.stringify([shape, block.kind]);
}

/** The draft after `apply` saw it without the hidden leaves; undefined where one of them got lost. */
function applyHiding(
  draft: Draft,
  hidden: ReadonlySet<Leaf>,
  apply: (masked: Draft) => Draft,
): Draft | undefined {
  const leafOf = new Map<DraftNode, Leaf>();
  const nodes = mapNodes(draft.nodes, (node) => {
    if (node.type !== 'leaf' || !hidden.has(node)) {
      return node;
    }
    const mask: DraftNode = { type: 'opaque', node: { type: 'code', value: node.block.id } };
    leafOf.set(mask, node);
    return mask;
  });
  const after = apply({ ...draft, nodes });
  let restored = 0;
  const whole = mapNodes(after.nodes, (node) => {
    const leaf = leafOf.get(node);
    restored += leaf === undefined ? 0 : 1;
    return leaf ?? node;
  });
  return restored === hidden.size && keepsAsides(draft.asides, after)
    ? { ...after, nodes: whole }
    : undefined;
}

/** Texts outside the reading order that a person wants as they were must still be there. */
function keepsAsides(asides: readonly DraftBlock[], after: Draft): boolean {
  const ids = new Set(after.asides.map(({ id }) => id));
  return asides.every(({ id, kept = [] }) => kept.length === 0 || ids.has(id));
}

function mapNodes(nodes: readonly DraftNode[], change: (node: DraftNode) => DraftNode): DraftNode[] {
  return nodes.map((node) => {
    const next = change(node);
    return next.type === 'parent' ? { ...next, children: mapNodes(next.children, change) } : next;
  });
}
