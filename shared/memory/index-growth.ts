/** Sources below which an index needs no table of frequencies. */
const FIRST_BUILD = 2000;
/** How far an index grows before it is built anew. */
const GROWTH = 4;

/** Tells whether an index that was built over `built` sources should be built anew for `sources`. */
export function isOutgrown(sources: number, built: number): boolean {
  return sources >= Math.max(FIRST_BUILD, built * GROWTH);
}

/** Bits of a bucket's number: about as many buckets as sources. */
export function bucketBits(sources: number): number {
  return Math.max(11, Math.min(24, Math.floor(Math.log2(Math.max(1, sources)))));
}

/** The bucket in which a signature is filed. */
export function bucketOf(signature: number, bits: number): number {
  return signature & (2 ** bits - 1);
}
