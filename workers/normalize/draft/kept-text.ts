import type { UndoneRepair } from '../../../shared/document/overlay.ts';
import type { Span } from '../../../shared/document/span.ts';
import type { Edit } from './edit.ts';

/** Text of a block that stays as it was submitted, because a person took its repair back. */
export interface KeptText {
  /** In the block's text as it stands; empty where the repair only added something. */
  readonly span: Span;
  /** The repair as it was made before; its span does not count. */
  readonly repair: UndoneRepair;
  /** Where it starts in the submitted text of its block, all parts of a split one counted. */
  readonly from: number;
}

/**
 * The edits that leave all kept text alone, in the same order. `edits` are sorted by their start;
 * `kept` are apart and from left to right. Takes time linear in both.
 */
export function withoutKept(edits: readonly Edit[], kept: readonly KeptText[]): readonly Edit[] {
  if (kept.length === 0) {
    return edits;
  }
  let next = 0;
  return edits.filter((edit) => {
    while ((kept[next]?.span.end ?? Infinity) < edit.start) {
      next += 1;
    }
    for (let at = next; (kept[at]?.span.start ?? Infinity) <= edit.end; at += 1) {
      if (touches(edit, kept[at]?.span ?? edit)) {
        return false;
      }
    }
    return true;
  });
}

/** An insertion touches what it stands in; where nothing but an insertion was kept, another one does. */
function touches(edit: Span, kept: Span): boolean {
  const isBothEmpty = edit.start === edit.end && kept.start === kept.end;
  return isBothEmpty ? edit.start === kept.start : edit.start < kept.end && kept.start < edit.end;
}
