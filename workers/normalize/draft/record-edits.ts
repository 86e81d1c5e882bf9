import type { Repair } from '../../../shared/document/overlay.ts';
import { revertText } from '../../../shared/document/revert-repairs.ts';
import type { DraftBlock } from './draft.ts';
import type { Edit } from './edit.ts';

/**
 * The repairs of a block after `edits` (sorted, without overlaps) were applied to its text: earlier
 * ones moved along, new ones added, and those that touch the same text as one.
 */
export function recordEdits(block: DraftBlock, edits: readonly Edit[]): Repair[] {
  const repairs: Repair[] = [];
  let shift = 0;
  for (const group of groupByOverlap(block.repairs, edits)) {
    const only = group.repairs[0];
    if (group.edits.length === 0 && only !== undefined) {
      repairs.push({ ...only, span: { start: only.span.start + shift, end: only.span.end + shift } });
      continue;
    }
    const repair = mergeGroup(block, group, shift);
    if (repair.before !== repair.after) {
      repairs.push(repair);
    }
    shift += group.edits.reduce((sum, edit) => sum + edit.replacement.length - (edit.end - edit.start), 0);
  }
  return repairs;
}

interface Group {
  readonly repairs: Repair[];
  readonly edits: Edit[];
}

/** Walks both lists from left to right; a group holds what overlaps, or a single item. */
function groupByOverlap(repairs: readonly Repair[], edits: readonly Edit[]): Group[] {
  const groups: Group[] = [];
  let r = 0;
  let e = 0;
  while (r < repairs.length || e < edits.length) {
    const group: Group = { repairs: [], edits: [] };
    groups.push(group);
    const repair = repairs[r];
    const edit = edits[e];
    if (repair !== undefined && (edit === undefined || repair.span.end <= edit.start)) {
      group.repairs.push(repair);
      r += 1;
      continue;
    }
    if (edit !== undefined && (repair === undefined || repair.span.start >= edit.end)) {
      group.edits.push(edit);
      e += 1;
      continue;
    }
    let repairEnd = -1;
    let editEnd = -1;
    for (let grows = true; grows; ) {
      const nextRepair = repairs[r];
      const nextEdit = edits[e];
      grows = false;
      if (nextRepair !== undefined && (repairEnd === -1 || nextRepair.span.start < editEnd)) {
        group.repairs.push(nextRepair);
        repairEnd = nextRepair.span.end;
        r += 1;
        grows = true;
      }
      if (nextEdit !== undefined && (editEnd === -1 || nextEdit.start < repairEnd)) {
        group.edits.push(nextEdit);
        editEnd = nextEdit.end;
        e += 1;
        grows = true;
      }
    }
  }
  return groups;
}

function mergeGroup(block: DraftBlock, group: Group, shift: number): Repair {
  const start = Math.min(
    ...group.edits.map((edit) => edit.start),
    ...group.repairs.map(({ span }) => span.start),
  );
  const end = Math.max(...group.edits.map((edit) => edit.end), ...group.repairs.map(({ span }) => span.end));
  const old = block.text.slice(start, end);
  const relative = group.repairs.map((repair) => ({
    ...repair,
    span: { start: repair.span.start - start, end: repair.span.end - start },
  }));
  const edit = group.edits.at(-1);
  const after = applyInside(old, start, group.edits);
  return {
    rule: edit?.rule ?? '',
    blockId: block.id,
    span: { start: start + shift, end: start + shift + after.length },
    before: edit?.submitted ?? revertText(old, relative),
    after,
    confidence: Math.min(
      ...group.edits.map((one) => one.confidence),
      ...group.repairs.map((one) => one.confidence),
    ),
  };
}

function applyInside(old: string, offset: number, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const edit of edits) {
    result += old.slice(position, edit.start - offset) + edit.replacement;
    position = edit.end - offset;
  }
  return result + old.slice(position);
}
