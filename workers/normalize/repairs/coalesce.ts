import type { DraftBlock } from '../draft/draft.ts';
import type { TextEdit } from './text-rule.ts';

/** More edits of one rule in one block than a person will look at one by one. */
const MANY = 1_000;

/**
 * Makes few edits of very many: those between two ends of codes become one, so that a text full of
 * one defect does not carry a repair for each character. Below 1,000 they stay as they are.
 */
export function coalesce(block: DraftBlock, edits: readonly TextEdit[]): readonly TextEdit[] {
  if (edits.length < MANY || edits.some((edit) => edit.submitted !== undefined)) {
    return edits;
  }
  const sorted = edits.toSorted((a, b) => a.start - b.start);
  return groupBetweenCodes(block, sorted).map((group) => mergeGroup(block.text, group));
}

function groupBetweenCodes(block: DraftBlock, edits: readonly TextEdit[]): TextEdit[][] {
  const borders = block.codes.flatMap((code) => [code.start, code.end]).toSorted((a, b) => a - b);
  const groups: TextEdit[][] = [];
  let border = 0;
  for (const edit of edits) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const start = last?.start ?? -1;
    while ((borders[border] ?? Infinity) <= start) {
      border += 1;
    }
    const isApart = (borders[border] ?? Infinity) < edit.end;
    if (group === undefined || isApart) {
      groups.push([edit]);
    } else {
      group.push(edit);
    }
  }
  return groups;
}

function mergeGroup(text: string, group: readonly TextEdit[]): TextEdit {
  const start = group[0]?.start ?? 0;
  const parts: string[] = [];
  let position = start;
  for (const edit of group) {
    parts.push(text.slice(position, edit.start), edit.replacement);
    position = edit.end;
  }
  return { start, end: position, replacement: parts.join('') };
}
