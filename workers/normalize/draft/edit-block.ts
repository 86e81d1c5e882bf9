import type { InlineCode } from '../../../shared/document/inline-code.ts';
import { REQUIRED_RULES } from '../../../shared/document/repair-rule.ts';
import type { DraftBlock } from './draft.ts';
import type { Edit } from './edit.ts';
import { type KeptText, withoutKept } from './kept-text.ts';
import { recordEdits } from './record-edits.ts';

/**
 * Applies edits to a block and records each as a repair. Codes move along; one whose text is gone
 * is dropped.
 *
 * Edits may come in any order; of overlapping ones the first by position is kept. An edit of text
 * that an earlier repair produced is recorded as one repair with it, under the later rule's name.
 * Text that a person wants as it was submitted stays, but for what the document cannot hold. Takes
 * time linear in the text, however many edits there are.
 */
export function editBlock(block: DraftBlock, edits: readonly Edit[]): DraftBlock {
  const effective = withoutOverlaps(allowedEdits(block, edits)).filter(
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
    ...(block.kept === undefined ? {} : { kept: moveKept(block.kept, effective) }),
  };
}

/** The edits that may be made, by position. */
function allowedEdits(block: DraftBlock, edits: readonly Edit[]): readonly Edit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  if (block.kept === undefined) {
    return sorted;
  }
  const allowed = new Set(
    withoutKept(
      sorted.filter((edit) => !isRequired(block.text, edit)),
      block.kept,
    ),
  );
  return sorted.filter((edit) => allowed.has(edit) || isRequired(block.text, edit));
}

/** What the document cannot hold: see `REQUIRED_RULES`, and white space at the ends of a block. */
function isRequired(text: string, { rule, start, end, replacement }: Edit): boolean {
  const isAtEnd = start === 0 || end === text.length;
  const isOuterSpace = replacement === '' && isAtEnd && /^\s*$/u.test(text.slice(start, end));
  return isOuterSpace || REQUIRED_RULES.has(rule);
}

function withoutOverlaps(sorted: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of sorted) {
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
  const shifts = shiftsOf(edits);
  return codes
    .map((code) => ({
      ...code,
      start: movePosition(code.start, edits, shifts, 'start'),
      end: movePosition(code.end, edits, shifts, 'end'),
    }))
    .filter((code) => code.start < code.end);
}

function moveKept(kept: readonly KeptText[], edits: readonly Edit[]): KeptText[] {
  const shifts = shiftsOf(edits);
  return kept.map((text) => ({
    ...text,
    span: {
      start: movePosition(text.span.start, edits, shifts, 'start'),
      end: movePosition(text.span.end, edits, shifts, text.span.start === text.span.end ? 'start' : 'end'),
    },
  }));
}

/** By how much positions move that lie after the first, the second... edit. */
function shiftsOf(edits: readonly Edit[]): readonly number[] {
  const shifts = [0];
  for (const edit of edits) {
    shifts.push((shifts.at(-1) ?? 0) + edit.replacement.length - (edit.end - edit.start));
  }
  return shifts;
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
