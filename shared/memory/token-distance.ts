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
  let prepared: Prepared | undefined;
  return {
    to(tokens, otherWeight, limit) {
      if (weight === 0 || Math.abs(weight - otherWeight) > limit) {
        return Math.max(weight, otherWeight);
      }
      prepared ??= prepare(pattern, weight); // most queries are compared with nothing
      return scan(prepared, { tokens, weight: otherWeight }, limit);
    },
  };
}

interface Prepared {
  readonly length: number;
  /**
   * The units where the pattern has a token's first half, then those where it has its second, as bits;
   * one row after the other, the first one empty.
   */
  readonly bits: Int32Array;
  /** A hash table: the tokens of the pattern, and where the row of each begins; 0: none. */
  readonly tokens: Uint32Array;
  readonly rows: Int32Array;
  /** Scratch: where the column of the matrix grows and shrinks by one. */
  readonly plus: Int32Array;
  readonly minus: Int32Array;
}

function prepare(pattern: Uint32Array, weight: number): Prepared {
  const blocks = Math.ceil(weight / WORD_BITS);
  const slots = 1 << (32 - Math.clz32(2 * pattern.length));
  const bits = (pattern.length + 1) * 2 * blocks;
  const numbers = new Int32Array(bits + slots + 2 * blocks); // one allocation: most queries have few comparisons
  const prepared: Prepared = {
    length: weight,
    bits: numbers.subarray(0, bits),
    tokens: new Uint32Array(slots),
    rows: numbers.subarray(bits, bits + slots),
    plus: numbers.subarray(bits + slots, bits + slots + blocks),
    minus: numbers.subarray(bits + slots + blocks),
  };
  let unit = 0;
  let free = 2 * blocks;
  for (const token of pattern) {
    const slot = slotOf(prepared, token);
    if (prepared.rows[slot] === 0) {
      prepared.tokens[slot] = token;
      prepared.rows[slot] = free;
      free += 2 * blocks;
    }
    const row = prepared.rows[slot] ?? 0;
    setBit(prepared.bits, row, unit);
    unit += 1;
    if (isWordToken(token)) {
      setBit(prepared.bits, row + blocks, unit);
      unit += 1;
    }
  }
  return prepared;
}

/** Where a token stands in the hash table, or would. */
function slotOf({ tokens, rows }: Prepared, token: number): number {
  const mask = rows.length - 1;
  let slot = (token >>> 1) & mask;
  while (rows[slot] !== 0 && tokens[slot] !== token) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

function setBit(bits: Int32Array, row: number, unit: number): void {
  const at = row + (unit >>> 5);
  bits[at] = (bits[at] ?? 0) | (1 << (unit & 31));
}

function scan(
  pattern: Prepared,
  { tokens, weight }: { readonly tokens: Uint32Array; readonly weight: number },
  limit: number,
): number {
  const { plus, minus, rows, length } = pattern;
  plus.fill(-1);
  minus.fill(0);
  let distance = length;
  let left = weight;
  for (const token of tokens) {
    const row = rows[slotOf(pattern, token)] ?? 0;
    distance += column(pattern, row);
    left -= 1;
    if (isWordToken(token)) {
      distance += column(pattern, row + plus.length);
      left -= 1;
    }
    if (distance - left > limit) {
      return distance; // each unit still to come lowers it by one at most
    }
  }
  return distance;
}

/**
 * Advances every block by one column, whose equal units stand in `bits` from `row` on; answers how the
 * matrix's last row changed: -1, 0 or 1.
 */
function column({ length, bits, plus, minus }: Prepared, row: number): number {
  const last = plus.length - 1;
  const lastBit = (length - 1) % WORD_BITS;
  let carry = 1; // the first row grows by one with each column
  for (let block = 0; block <= last; block += 1) {
    const bit = block === last ? lastBit : WORD_BITS - 1;
    const grows = plus[block] ?? 0;
    const shrinks = minus[block] ?? 0;
    const same = bits[row + block] ?? 0;
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
