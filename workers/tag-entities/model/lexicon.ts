import { fold } from '../../../shared/text/fold.ts';
import { hashText, joinHashes } from './hashes.ts';

/**
 * What is known of a word or phrase before a text is read; a set of bits.
 *
 * `opens` marks the words by which a longer phrase begins.
 */
export const LEXICON = {
  /** Stands in names of people; the next two say how often. */
  name: 1,
  commonName: 2,
  frequentName: 4,
  /** A country, a region or a large city. */
  place: 8,
  /** A smaller place. */
  town: 16,
  organization: 32,
  person: 64,
  demonym: 128,
  usuallyLower: 256,
  usuallyCapital: 512,
  given: 1024,
  title: 2048,
  organizationHead: 4096,
  placeHead: 8192,
  country: 16_384,
  opens: 32_768,
} as const;

/** Phrases of at most so many words are known. */
export const LONGEST_PHRASE = 5;

/** Bits by the hash of a folded word, or of the words of a phrase joined in order. */
export interface Lexicon {
  /** Open addressing: hashes, 0 where free; the length is a power of two. */
  readonly keys: Int32Array;
  readonly flags: Uint16Array;
  readonly size: number;
}

/** Builds a lexicon of hashes and the bits of each; a hash that comes twice has the bits of both. */
export function buildLexicon(hashes: ArrayLike<number>, bitsOf: ArrayLike<number>): Lexicon {
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, hashes.length * 2)));
  const keys = new Int32Array(capacity);
  const flags = new Uint16Array(capacity);
  let size = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    const hash = (hashes[at] ?? 0) | 0;
    let slot = slotOf(hash, capacity);
    while (keys[slot] !== 0 && keys[slot] !== hash) {
      slot = (slot + 1) & (capacity - 1);
    }
    size += keys[slot] === hash ? 0 : 1;
    keys[slot] = hash;
    flags[slot] = (flags[slot] ?? 0) | (bitsOf[at] ?? 0);
  }
  return { keys, flags, size };
}

/** The bits of a hash; 0 where nothing is known. */
export function flagsOf({ keys, flags }: Lexicon, hash: number): number {
  let slot = slotOf(hash, keys.length);
  while (keys[slot] !== 0) {
    if (keys[slot] === hash) {
      return flags[slot] ?? 0;
    }
    slot = (slot + 1) & (keys.length - 1);
  }
  return 0;
}

/** Bits that features are made of: what a word is, not how phrases are stored. */
export const WORD_BITS = 0x7f_ff & ~LEXICON.country;

/**
 * The form under which a word is looked up: short words in capitals keep them ("US" is no "us"), others
 * are folded.
 */
export function lexiconKey(text: string): string {
  const isAcronym =
    text.length < 6 && text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
  return isAcronym ? text : fold(text);
}

/** The hash of a phrase, given as written. */
export function phraseHash(words: readonly string[]): number {
  return words.reduce((joined, word, at) => {
    const own = hashText(words.length === 1 ? lexiconKey(word) : fold(word));
    return at === 0 ? own : joinHashes(joined, own);
  }, 0);
}

function slotOf(hash: number, capacity: number): number {
  return (Math.imul(hash, 0x9e_37_79_b1) >>> 8) & (capacity - 1);
}
