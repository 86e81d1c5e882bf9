/** Spreads the bits of a 32-bit integer; the finaliser of MurmurHash3 (public domain). */
export function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A hash of two 32-bit integers, in this order. */
export function mixPair(a: number, b: number): number {
  return mix(Math.imul(mix(a), 0x9e_37_79_b1) ^ b);
}

/** A 32-bit hash of `text[start, end)` (FNV-1a over folded UTF-16 code units, finalised). */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = start; at < end; at += 1) {
    hash = Math.imul(hash ^ foldUnit(text.charCodeAt(at)), 0x01_00_01_93);
  }
  return mix(hash);
}

/** A 64-bit id as two unsigned halves. */
export interface SourceId {
  readonly high: number;
  readonly low: number;
}

/** A 64-bit hash of a text, as two halves. */
export function hashPair(text: string): SourceId {
  let high = 0x9e_37_79_b9;
  let low = 0x7f_4a_7c_15;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01_00_01_93);
    low = Math.imul(low ^ unit, 0x5b_d1_e9_95) ^ (low >>> 15);
  }
  return { high: mix(high ^ (low >>> 7)), low: mix(low) };
}

/** 16 hexadecimal digits. */
export function formatSourceId({ high, low }: SourceId): string {
  return formatWord(high) + formatWord(low);
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** By bytes: several times faster than the conversion of a number beyond 31 bits. */
function formatWord(word: number): string {
  const first = `${BYTES[word >>> 24] ?? ''}${BYTES[(word >>> 16) & 0xff] ?? ''}`;
  return `${first}${BYTES[(word >>> 8) & 0xff] ?? ''}${BYTES[word & 0xff] ?? ''}`;
}

/** A code unit as it is hashed: the curly and the modifier apostrophe count as the straight one. */
export function foldUnit(unit: number): number {
  return unit === 0x20_19 || unit === 0x02_bc ? 0x27 : unit;
}
