import { isWordToken } from './comparable.ts';

/**
 * Levenshtein distance between two texts over units, of which a word or number has two and a mark or
 * an inline code one: the fewest insertions, deletions and substitutions of units that turn one into
 * the other. So another word costs 2, a missing comma 1.
 */
export interface TokenDistance {
  /**
   * The distance to `tokens`, which weigh `weight` units, or any number above `limit` where it is
   * above `limit`: work stops as soon as that is certain.
   */
  to(tokens: Uint32Array, weight: number, limit: number): number;
}

const WORD_BITS = 32;

/**
 * Prepares `pattern` for many comparisons: bit-parallel, one step per unit of the other side and 32
 * units of the pattern (Myers 1999, in the form of Hyyrö 2003).
 */
export function tokenDistance(pattern: Uint32Array, weight: number): TokenDistance {
  const blocks = Math.ceil(weight / WORD_BITS);
  const prepared: Prepared = {
    length: weight,
    rows: readRows(pattern, blocks),
    absent: new Int32Array(2 * blocks),
    plus: new Int32Array(blocks),
    minus: new Int32Array(blocks),
  };
  return {
    to(tokens, otherWeight, limit) {
      if (weight === 0 || Math.abs(weight - otherWeight) > limit) {
        return Math.max(weight, otherWeight);
      }
      return scan(prepared, { tokens, weight: otherWeight }, limit);
    },
  };
}

interface Prepared {
  readonly length: number;
  /** Per token the units where the pattern has its first half, then those where it has its second, as bits. */
  readonly rows: ReadonlyMap<number, Int32Array>;
  readonly absent: Int32Array;
  /** Scratch: where the column of the matrix grows and shrinks by one. */
  readonly plus: Int32Array;
  readonly minus: Int32Array;
}

function readRows(pattern: Uint32Array, blocks: number): ReadonlyMap<number, Int32Array> {
  const rows = new Map<number, Int32Array>();
  let unit = 0;
  for (const token of pattern) {
    let row = rows.get(token);
    if (row === undefined) {
      row = new Int32Array(2 * blocks);
      rows.set(token, row);
    }
    setBit(row, unit);
    unit += 1;
    if (isWordToken(token)) {
      setBit(row, blocks * WORD_BITS + unit);
      unit += 1;
    }
  }
  return rows;
}

function setBit(row: Int32Array, bit: number): void {
  const block = bit >>> 5;
  row[block] = (row[block] ?? 0) | (1 << (bit & 31));
}

function scan(
  pattern: Prepared,
  { tokens, weight }: { readonly tokens: Uint32Array; readonly weight: number },
  limit: number,
): number {
  const { plus, minus, rows, absent, length } = pattern;
  plus.fill(-1);
  minus.fill(0);
  let distance = length;
  let left = weight;
  for (const token of tokens) {
    const row = rows.get(token) ?? absent;
    distance += column(pattern, row, 0);
    left -= 1;
    if (isWordToken(token)) {
      distance += column(pattern, row, plus.length);
      left -= 1;
    }
    if (distance - left > limit) {
      return distance; // each unit still to come lowers it by one at most
    }
  }
  return distance;
}

/**
 * Advances every block by one column, whose equal units stand in `row` from `from` on; answers how
 * the matrix's last row changed: -1, 0 or 1.
 */
function column({ length, plus, minus }: Prepared, row: Int32Array, from: number): number {
  const last = plus.length - 1;
  const lastBit = (length - 1) % WORD_BITS;
  let carry = 1; // the first row grows by one with each column
  for (let block = 0; block <= last; block += 1) {
    const bit = block === last ? lastBit : WORD_BITS - 1;
    const grows = plus[block] ?? 0;
    const shrinks = minus[block] ?? 0;
    const same = row[from + block] ?? 0;
    const equal = same | (carry < 0 ? 1 : 0);
    const vertical = same | shrinks;
    const diagonal = (((equal & grows) + grows) ^ grows) | equal;
    let horizontalPlus = shrinks | ~(diagonal | grows);
    let horizontalMinus = grows & diagonal;
    const out = ((horizontalPlus >>> bit) & 1) - ((horizontalMinus >>> bit) & 1);
    horizontalPlus = (horizontalPlus << 1) | (carry > 0 ? 1 : 0);
    horizontalMinus = (horizontalMinus << 1) | (carry < 0 ? 1 : 0);
    plus[block] = horizontalMinus | ~(vertical | horizontalPlus);
    minus[block] = horizontalPlus & vertical;
    carry = out;
  }
  return carry;
}
