import type { Comparable } from './comparable.ts';

/** Spreads the bits of a 32-bit integer; the finaliser of MurmurHash3 (public domain). */
export function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A 32-bit hash of a token's key (FNV-1a over UTF-16 code units, finalised). */
export function hashToken(key: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01_00_01_93);
  }
  return mix(hash);
}

/** A 64-bit id as two unsigned halves. */
export interface SourceId {
  readonly high: number;
  readonly low: number;
}

/**
 * The id under which a source is filed: two hashes over the characters of its words and numbers.
 *
 * Texts that differ in case, punctuation, white space or codes share an id, so one read finds every
 * text that can score 98 and more. It depends neither on where words end nor on the version of a
 * word-breaking dictionary. A text without words is filed under all its tokens. Different texts may
 * share an id: whoever uses it compares the texts.
 */
export function sourceIdOf(source: Comparable): SourceId {
  let high = 0x9e_37_79_b9;
  let low = 0x7f_4a_7c_15;
  for (const key of source.words.length > 0 ? source.words : source.keys) {
    for (let at = 0; at < key.length; at += 1) {
      const unit = key.charCodeAt(at);
      high = Math.imul(high ^ unit, 0x01_00_01_93);
      low = Math.imul(low ^ unit, 0x5b_d1_e9_95) ^ (low >>> 15);
    }
  }
  return { high: mix(high ^ (low >>> 7)), low: mix(low) };
}

/** 16 hexadecimal digits. */
export function formatSourceId({ high, low }: SourceId): string {
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
