import type { Document } from '../../../shared/document/document.ts';
import type { Diagnostic, UndoneRepair } from '../../../shared/document/overlay.ts';
import type { RepairRule } from '../../../shared/document/repair-rule.ts';
import type { SourceReview } from '../../../shared/document/source-review.ts';
import type { Draft } from '../draft/draft.ts';
import { leavesOf } from '../draft/map-leaves.ts';

/**
 * Puts on the document what its review came to: the repairs that were taken back, the rules that
 * made or would have made repairs, and a diagnostic for each decision that no longer fits anything.
 */
export function describeReview(
  document: Document,
  draft: Draft,
  { review, rules }: { readonly review: SourceReview; readonly rules: readonly RepairRule[] },
): Document {
  const undone = undoneRepairs(document, draft);
  const names = new Set([
    ...[...document.overlays.repairs, ...undone].map(({ rule }) => rule),
    ...review.disabledRules,
  ]);
  const used = rules.filter(({ name }) => names.has(name));
  const diagnostics = unmatched(document, undone, review);
  return {
    ...document,
    overlays: {
      ...document.overlays,
      ...(undone.length === 0 ? {} : { undone }),
      ...(used.length === 0 ? {} : { rules: used }),
      diagnostics: [...document.overlays.diagnostics, ...diagnostics],
    },
  };
}

/** In the order of the document's blocks; a place that a required repair made again does not count. */
function undoneRepairs({ blocks, overlays }: Document, draft: Draft): UndoneRepair[] {
  const shown = new Map(
    [...leavesOf(draft.nodes).map((leaf) => leaf.block), ...draft.asides].map((block) => [block.id, block]),
  );
  const made = new Set(overlays.repairs.map(({ key }) => key));
  return blocks.flatMap(({ id }) =>
    (shown.get(id)?.kept ?? [])
      .map(({ span, repair }) => ({ ...repair, blockId: id, span }))
      .filter(({ key }) => !made.has(key)),
  );
}

function unmatched(
  { overlays }: Document,
  undone: readonly UndoneRepair[],
  review: SourceReview,
): Diagnostic[] {
  const matched = new Set(undone.map(({ key }) => key));
  const made = new Set(overlays.repairs.map(({ key }) => key));
  return review.undone
    .filter((key) => !matched.has(key))
    .map((key) => ({
      code: 'undo-unmatched',
      severity: 'info',
      message: made.has(key)
        ? `Repair "${key}" cannot be taken back: the text around it does not allow that`
        : `Repair "${key}", which was taken back, is not made in this version: there is nothing to take back`,
    }));
}
