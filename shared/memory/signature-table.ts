import { largestDistance } from './score.ts';
import { countBits, ENTRY_BYTES, LONGEST_COUNTED, type Signature, scoreBound } from './signature.ts';
import type { Candidate } from './tm-index.ts';
import { formatSourceId } from './token-hash.ts';

const WORDS_PER_ENTRY = 5;

/**
 * A decoded signature log: every entry, filed by length. Holds nothing that cannot be read again;
 * 20 to 40 bytes per entry.
 */
export interface SignatureTable {
  /** Entries it holds. */
  readonly size: number;
  /** Takes in whole entries, as they follow in the log. */
  append(entries: Uint8Array): void;
  /** What `TmIndex.candidates` promises, for one query. */
  candidates(query: Signature, minScore: number): readonly Candidate[];
}

/** Makes an empty table. */
export function createSignatureTable(): SignatureTable {
  const shelves: (Shelf | undefined)[] = [];
  let size = 0;
  return {
    get size() {
      return size;
    },
    append(entries) {
      const view = new DataView(entries.buffer, entries.byteOffset, entries.byteLength);
      for (let at = 0; at + ENTRY_BYTES <= entries.byteLength; at += ENTRY_BYTES) {
        const length = view.getUint8(at + ENTRY_BYTES - 1);
        const shelf = (shelves[length] ??= { count: 0, words: new Uint32Array(16 * WORDS_PER_ENTRY) });
        push(shelf, view, at);
        size += 1;
      }
    },
    candidates(query, minScore) {
      const found = new Map<string, number>();
      const { shortest, longest } = lengthRange(query.length, minScore);
      for (let length = shortest; length <= Math.min(longest, LONGEST_COUNTED); length += 1) {
        const shelf = shelves[length];
        if (shelf !== undefined) {
          search(shelf, { query, length, minScore, found });
        }
      }
      return Array.from(found, ([id, bound]) => ({ id, bound })).toSorted((a, b) => b.bound - a.bound);
    },
  };
}

/** Entries of one length, five words each: id high, id low, three of bits. */
interface Shelf {
  count: number;
  words: Uint32Array;
}

function push(shelf: Shelf, view: DataView, at: number): void {
  const start = shelf.count * WORDS_PER_ENTRY;
  if (start === shelf.words.length) {
    const grown = new Uint32Array(shelf.words.length * 2);
    grown.set(shelf.words);
    shelf.words = grown;
  }
  for (let word = 0; word < WORDS_PER_ENTRY; word += 1) {
    shelf.words[start + word] = view.getUint32(at + word * 4);
  }
  shelf.words[start + 4] = (shelf.words[start + 4] ?? 0) >>> 8;
  shelf.count += 1;
}

/** The lengths at which `minScore` is possible: the distance is at least the difference in length. */
function lengthRange(length: number, minScore: number): { shortest: number; longest: number } {
  const shortest = length - largestDistance(length, minScore);
  const longest = minScore <= 0 ? Infinity : Math.floor((100 * length) / minScore);
  return { shortest: Math.min(shortest, LONGEST_COUNTED), longest };
}

interface Search {
  readonly query: Signature;
  readonly length: number;
  readonly minScore: number;
  readonly found: Map<string, number>;
}

function search(shelf: Shelf, { query, length, minScore, found }: Search): void {
  const [first, second, third] = query.bits;
  const exact = length < LONGEST_COUNTED;
  const longer = Math.max(query.length, length);
  const needed = longer - largestDistance(longer, minScore);
  const spareQuery = query.length - needed;
  const spareEntry = exact ? length - needed : Infinity;
  const { words } = shelf;
  const end = shelf.count * WORDS_PER_ENTRY;
  for (let at = 0; at < end; at += WORDS_PER_ENTRY) {
    const a = words[at + 2] ?? 0;
    const b = words[at + 3] ?? 0;
    const c = words[at + 4] ?? 0;
    const onlyQuery = countBits(first & ~a) + countBits(second & ~b) + countBits(third & ~c);
    if (onlyQuery > spareQuery) {
      continue;
    }
    const onlyEntry = countBits(a & ~first) + countBits(b & ~second) + countBits(c & ~third);
    if (onlyEntry > spareEntry) {
      continue;
    }
    const id = formatSourceId({ high: words[at] ?? 0, low: words[at + 1] ?? 0 });
    const bound = scoreBound({ length: query.length, only: onlyQuery }, { length, only: onlyEntry, exact });
    found.set(id, Math.max(bound, found.get(id) ?? 0));
  }
}
