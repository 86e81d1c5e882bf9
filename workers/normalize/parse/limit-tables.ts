import type { Element, Nodes } from 'hast';
import { checkLimit, LIMITS } from '../guard/limits.ts';
import { walk } from './page/elements.ts';

/** Column and row spans above this are cut: each adds cells. */
const MAX_SPAN = 20;

/**
 * Keeps tables within what the conversion can pad: it gives every row as many cells as the widest
 * has. Spans are cut, and left out of a table that is too large with them.
 *
 * @throws {PipelineError} `SOURCE_TOO_COMPLEX` when a table has too many cells without any span.
 */
export function limitTables(tree: Nodes): void {
  walk(tree, (table) => {
    if (table.tagName !== 'table') {
      return;
    }
    const rows = rowsOf(table);
    cutSpans(rows, MAX_SPAN);
    if (cellCount(rows) > LIMITS.tableCells) {
      cutSpans(rows, 1);
    }
    checkLimit('tableCells', cellCount(rows), () => table.position?.start.line ?? 0);
  });
}

function rowsOf(table: Element): Element[] {
  const rows: Element[] = [];
  walk(table, (element) => {
    if (element.tagName === 'tr') {
      rows.push(element);
    }
  });
  return rows;
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((child) => child.type === 'element');
}

function cutSpans(rows: readonly Element[], most: number): void {
  for (const cell of rows.flatMap((row) => cellsOf(row))) {
    for (const name of ['colSpan', 'rowSpan']) {
      if (cell.properties[name] !== undefined) {
        cell.properties[name] = Math.min(most, spanOf(cell, name));
      }
    }
  }
}

function cellCount(rows: readonly Element[]): number {
  const widths = rows.map((row) => cellsOf(row).reduce((sum, cell) => sum + spanOf(cell, 'colSpan'), 0));
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  return widest * rows.length;
}

function spanOf(cell: Element, name: string): number {
  const span = Number(cell.properties[name] ?? 1);
  return Number.isInteger(span) && span > 0 ? span : 1;
}
