/** What turning one item into others costs. */
export interface EditCosts {
  readonly insert: number;
  readonly remove: number;
  readonly replace: number;
}

const UNIT_COSTS: EditCosts = { insert: 1, remove: 1, replace: 1 };

/** The least that edits cost which turn `from` into `to` (Levenshtein). */
export function editDistance<Item>(
  from: readonly Item[],
  to: readonly Item[],
  { insert, remove, replace }: EditCosts = UNIT_COSTS,
): number {
  let row = Float64Array.from({ length: to.length + 1 }, (_, at) => at * insert);
  for (const [at, item] of from.entries()) {
    const next = new Float64Array(row.length);
    next[0] = (at + 1) * remove;
    for (let column = 1; column < next.length; column += 1) {
      const kept = (row[column - 1] ?? 0) + (item === to[column - 1] ? 0 : replace);
      const removed = (row[column] ?? 0) + remove;
      const inserted = (next[column - 1] ?? 0) + insert;
      next[column] = Math.min(kept, removed, inserted);
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/**
 * Edits with the swap of two neighbours as one (Damerau and Levenshtein, unrestricted: what was
 * swapped may be edited again).
 */
export function swapDistance<Item>(a: readonly Item[], b: readonly Item[]): number {
  const far = a.length + b.length;
  const columns = b.length + 2;
  const table = new Int32Array((a.length + 2) * columns).fill(far);
  const cell = (row: number, column: number): number => table[row * columns + column] ?? far;
  for (let row = 0; row <= a.length; row += 1) {
    table[(row + 1) * columns + 1] = row;
  }
  for (let column = 0; column <= b.length; column += 1) {
    table[columns + column + 1] = column;
  }
  const lastRows = new Map<Item, number>();
  for (let row = 1; row <= a.length; row += 1) {
    let lastColumn = 0;
    for (let column = 1; column <= b.length; column += 1) {
      const [left, right] = [a[row - 1], b[column - 1]];
      const swapRow = right === undefined ? 0 : (lastRows.get(right) ?? 0);
      const swapColumn = lastColumn;
      const isEqual = left === right;
      const edits = Math.min(
        cell(row, column) + (isEqual ? 0 : 1),
        cell(row + 1, column) + 1,
        cell(row, column + 1) + 1,
        cell(swapRow, swapColumn) + (row - swapRow - 1) + 1 + (column - swapColumn - 1),
      );
      table[(row + 1) * columns + column + 1] = edits;
      lastColumn = isEqual ? column : lastColumn;
    }
    const item = a[row - 1];
    if (item !== undefined) {
      lastRows.set(item, row);
    }
  }
  return cell(a.length + 1, b.length + 1);
}
