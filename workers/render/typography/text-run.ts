import type { Text } from 'mdast';
import type { Span } from '../../../shared/document/span.ts';

/** A change of a run: what stands from `start` to `end` gives way to `text`. */
export interface Edit extends Span {
  readonly text: string;
}

/**
 * The text of one block as its reader sees it, over the nodes that hold it.
 *
 * Pieces without a node stand for what is never changed: code, pictures, text of another language.
 * They are part of the line, because the marks around them depend on it.
 */
export interface TextRun {
  text: string;
  /** Start of each piece, and the end of the last: one more than there are nodes. */
  bounds: number[];
  readonly nodes: readonly (Text | undefined)[];
  /** Parts of the text that are kept as they are, such as addresses; in order. */
  locks: readonly Span[];
  readonly isParagraph: boolean;
  /** Quotations of the paragraph before that go on here. */
  carriedQuotes: number;
  /** Quotations that are open at the end. */
  openQuotes: number;
}

/** What holds the place of a code or a picture: no letter, no space, no mark. */
export const OBJECT_MARK = '\uFFFC';

/**
 * Applies edits in order of position. One that touches a kept part, reaches over the border of two
 * nodes or overlaps the one before is left out.
 */
export function applyEdits(run: TextRun, edits: readonly Edit[]): void {
  if (edits.length === 0) {
    return;
  }
  const ends: number[] = [];
  const shifts: number[] = [];
  let text = '';
  let position = 0;
  let piece = 0;
  for (const edit of edits) {
    while ((run.bounds[piece + 1] ?? Number.POSITIVE_INFINITY) <= edit.start) {
      piece += 1;
    }
    const isInside = run.nodes[piece] !== undefined && edit.end <= (run.bounds[piece + 1] ?? 0);
    if (edit.start < position || !isInside || isLocked(run.locks, edit) || changesNothing(run.text, edit)) {
      continue;
    }
    text += run.text.slice(position, edit.start) + edit.text;
    position = edit.end;
    ends.push(edit.end);
    shifts.push(text.length - edit.end);
  }
  if (position > 0) {
    run.text = text + run.text.slice(position);
    run.bounds = run.bounds.map((bound) => moved(bound, ends, shifts));
    run.locks = run.locks.map(({ start, end }) => ({
      start: moved(start, ends, shifts),
      end: moved(end, ends, shifts),
    }));
  }
}

/** Writes the run's text back into its nodes. */
export function writeBack({ text, bounds, nodes }: TextRun): void {
  for (const [index, node] of nodes.entries()) {
    if (node !== undefined) {
      node.value = text.slice(bounds[index], bounds[index + 1]);
    }
  }
}

function changesNothing(text: string, { start, end, text: written }: Edit): boolean {
  return end - start === written.length && text.startsWith(written, start);
}

function isLocked(locks: readonly Span[], { start, end }: Span): boolean {
  return locks.some((lock) => start < lock.end && lock.start < end);
}

/** Where a position lies after the edits that end at or before it. */
function moved(position: number, ends: readonly number[], shifts: readonly number[]): number {
  let index = ends.length - 1;
  while (index >= 0 && (ends[index] ?? 0) > position) {
    index -= 1;
  }
  return position + (shifts[index] ?? 0);
}
