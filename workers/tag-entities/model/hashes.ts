/** Bits of a feature's number: enough that two features of a corpus rarely share one. */
export const FEATURE_BITS = 24;

/** FNV-1a over the UTF-16 code units `[from, to)` of `text`. */
export function hashSlice(text: string, from: number, to: number): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = from; at < to; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  }
  return hash;
}

/** FNV-1a over all of `text`. */
export function hashText(text: string): number {
  return hashSlice(text, 0, text.length);
}

/** Joins the hashes of two neighbours; order counts. */
export function joinHashes(before: number, after: number): number {
  const hash = Math.imul(before ^ (before >>> 15), 0x2c_1b_3c_6d) ^ after;
  return Math.imul(hash ^ (hash >>> 12), 0x29_7a_2d_39);
}

/** The number of a feature: its template with up to two values, in `FEATURE_BITS` bits. */
export function featureOf(template: number, first: number, second: number): number {
  let hash = Math.imul(first ^ Math.imul(template, 0x9e_37_79_b1), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ second, 0xc2_b2_ae_35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27_d4_eb_2f);
  return (hash ^ (hash >>> 16)) >>> (32 - FEATURE_BITS);
}
