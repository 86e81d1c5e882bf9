import type { Comparable } from './comparable.ts';
import { hashToken, mix, type SourceId, sourceIdOf } from './token-hash.ts';

/** Bytes of one entry of the signature log. */
export const ENTRY_BYTES = 20;

/** The length byte of a source that has this many tokens or more. */
export const LONGEST_COUNTED = 255;

const SIGNATURE_BITS = 88;

/** What the filter knows of a source without reading its text. */
export interface Signature {
  readonly id: SourceId;
  /** 88 bits in three words, the last one of 24 bits: one bit per distinct token. */
  readonly bits: readonly [number, number, number];
  readonly length: number;
}

/**
 * Sums up a source: each token sets one of 88 bits, and the k-th repetition of a token counts as
 * another token. So a bit that only one of two sources has stands for at least one token that the
 * other lacks, which bounds their score from above: see `scoreBound`.
 */
export function signatureOf(source: Comparable): Signature {
  const bits: [number, number, number] = [0, 0, 0];
  const seen = new Map<string, number>();
  for (const key of source.keys) {
    const repetition = seen.get(key) ?? 0;
    seen.set(key, repetition + 1);
    const hash = hashToken(key);
    const bit = (repetition === 0 ? hash : mix(hash + repetition)) % SIGNATURE_BITS;
    const word = bit < 32 ? 0 : bit < 64 ? 1 : 2;
    bits[word] = (bits[word] | (1 << (bit % 32))) >>> 0;
  }
  return { id: sourceIdOf(source), bits, length: source.keys.length };
}

/**
 * The highest score that two sources can reach by their signatures, 0..100; never below their
 * `baseScore`.
 *
 * Similar sources share at least max(n, m) - d tokens. `onlyA` counts the bits that only the first
 * has, so at most n - onlyA of its tokens are shared; the same for the second. `exactB` is false
 * where m is a lower limit: then only the first count binds.
 */
export function scoreBound(
  a: { readonly length: number; readonly only: number },
  b: { readonly length: number; readonly only: number; readonly exact: boolean },
): number {
  const shared = b.exact ? Math.min(a.length - a.only, b.length - b.only) : a.length - a.only;
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 0 : Math.floor((100 * Math.max(0, shared)) / longer);
}

/** One entry of the signature log: id (8 bytes), bits (11), length (1), big-endian. */
export function encodeEntry({ id, bits, length }: Signature): Uint8Array {
  const bytes = new Uint8Array(ENTRY_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, id.high);
  view.setUint32(4, id.low);
  view.setUint32(8, bits[0]);
  view.setUint32(12, bits[1]);
  view.setUint32(16, (bits[2] << 8) | Math.min(length, LONGEST_COUNTED));
  return bytes;
}

/** Number of bits set in a 32-bit word. */
export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55_55_55_55);
  bits = (bits & 0x33_33_33_33) + ((bits >>> 2) & 0x33_33_33_33);
  return Math.imul((bits + (bits >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}
