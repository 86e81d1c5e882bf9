import type { InlineCode } from '../../../shared/document/inline-code.ts';
import type { DraftBlock } from './draft.ts';
import type { Edit } from './edit.ts';
import { recordEdits } from './record-edits.ts';

/**
 * Applies edits to a block and records each as a repair. Codes move along; one whose text is gone
 * is dropped.
 *
 * Edits may come in any order; of overlapping ones the first by position is kept. An edit of text
 * that an earlier repair produced is recorded as one repair with it, under the later rule's name.
 * Takes time linear in the text, however many edits there are.
 */
export function editBlock(block: DraftBlock, edits: readonly Edit[]): DraftBlock {
  const effective = withoutOverlaps(edits).filter(
    (edit) => edit.submitted !== undefined || block.text.slice(edit.start, edit.end) !== edit.replacement,
  );
  if (effective.length === 0) {
    return block;
  }
  return {
    ...block,
    text: editText(block.text, effective),
    codes: moveCodes(block.codes, effective),
    repairs: recordEdits(block, effective),
  };
}

function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1);
    if (last === undefined || edit.start >= last.end) {
      kept.push(edit);
    }
  }
  return kept;
}

function editText(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const edit of edits) {
    parts.push(text.slice(position, edit.start), edit.replacement);
    position = edit.end;
  }
  parts.push(text.slice(position));
  return parts.join('');
}

function moveCodes(codes: readonly InlineCode[], edits: readonly Edit[]): InlineCode[] {
  if (codes.length === 0) {
    return [];
  }
  const shifts = [0];
  for (const edit of edits) {
    shifts.push((shifts.at(-1) ?? 0) + edit.replacement.length - (edit.end - edit.start));
  }
  return codes
    .map((code) => ({
      ...code,
      start: movePosition(code.start, edits, shifts, 'start'),
      end: movePosition(code.end, edits, shifts, 'end'),
    }))
    .filter((code) => code.start < code.end);
}

/** Where a code's start or end lies after the edits; one inside replaced text moves into the replacement. */
function movePosition(
  position: number,
  edits: readonly Edit[],
  shifts: readonly number[],
  side: 'start' | 'end',
): number {
  const index = countBefore(position, edits, side);
  const shift = shifts[index] ?? 0;
  const inside = edits[index];
  if (inside === undefined || position <= inside.start) {
    return position + shift;
  }
  return shift + Math.min(position, inside.start + inside.replacement.length);
}

/** How many edits end before `position`; an insertion right at it is before a start and after an end. */
function countBefore(position: number, edits: readonly Edit[], side: 'start' | 'end'): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const edit = edits[middle];
    const isInsertionAtEnd = edit !== undefined && side === 'end' && edit.start === position;
    if (edit !== undefined && edit.end <= position && !isInsertionAtEnd) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
