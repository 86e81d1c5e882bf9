/**
 * Levenshtein distance between token sequences: the fewest insertions, deletions and substitutions
 * of whole tokens that turn one into the other.
 */
export interface TokenDistance {
  /**
   * The distance to `tokens`, or any number above `limit` where it is above `limit`: work stops as
   * soon as that is certain.
   */
  to(tokens: readonly string[], limit: number): number;
}

const WORD_BITS = 32;

/**
 * Prepares `pattern` for many comparisons: bit-parallel, one step per token of the other side and
 * 32 tokens of the pattern (Myers 1999, in the form of Hyyrö 2003).
 */
export function tokenDistance(pattern: readonly string[]): TokenDistance {
  const blocks = Math.ceil(pattern.length / WORD_BITS);
  const rows = new Map<string, Int32Array>();
  for (const [at, token] of pattern.entries()) {
    let row = rows.get(token);
    if (row === undefined) {
      row = new Int32Array(blocks);
      rows.set(token, row);
    }
    const block = Math.floor(at / WORD_BITS);
    row[block] = (row[block] ?? 0) | (1 << (at % WORD_BITS));
  }
  const absent = new Int32Array(blocks);
  const state = { plus: new Int32Array(blocks), minus: new Int32Array(blocks) };
  return {
    to(tokens, limit) {
      if (pattern.length === 0 || Math.abs(pattern.length - tokens.length) > limit) {
        return Math.max(pattern.length, tokens.length);
      }
      return scan({ length: pattern.length, rows, absent, ...state }, tokens, limit);
    },
  };
}

interface Prepared {
  readonly length: number;
  /** Per token the positions where the pattern has it, as bits. */
  readonly rows: ReadonlyMap<string, Int32Array>;
  readonly absent: Int32Array;
  /** Scratch: where the column of the matrix grows and shrinks by one. */
  readonly plus: Int32Array;
  readonly minus: Int32Array;
}

function scan(pattern: Prepared, tokens: readonly string[], limit: number): number {
  pattern.plus.fill(-1);
  pattern.minus.fill(0);
  let distance = pattern.length;
  let left = tokens.length;
  for (const token of tokens) {
    distance += column(pattern, pattern.rows.get(token) ?? pattern.absent);
    left -= 1;
    if (distance - left > limit) {
      return distance; // each token still to come lowers it by one at most
    }
  }
  return distance;
}

/** Advances every block by one column; answers how the matrix's last row changed: -1, 0 or 1. */
function column({ length, plus, minus }: Prepared, row: Int32Array): number {
  const last = plus.length - 1;
  const lastBit = (length - 1) % WORD_BITS;
  let carry = 1; // the first row grows by one with each column
  for (let block = 0; block <= last; block += 1) {
    const bit = block === last ? lastBit : WORD_BITS - 1;
    const grows = plus[block] ?? 0;
    const shrinks = minus[block] ?? 0;
    const equal = (row[block] ?? 0) | (carry < 0 ? 1 : 0);
    const vertical = (row[block] ?? 0) | shrinks;
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
