import {
  CASED,
  EXPANDED,
  expansionOf,
  type FoldedUnits,
  isLetterByLetter,
  LOOSE,
  PAIRED,
  SEPARATOR,
  SKIPPED_FORMAT,
  SKIPPED_MARK,
  unitOf,
  WRITTEN,
} from './folded-units.ts';

/** The words of a text as numbers: spans, and two hashes of each folded word. Filled again by every scan. */
export interface WordBuffer {
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  hashA: Int32Array;
  hashB: Int32Array;
}

const SEED_A = 0x81_1c_9d_c5 | 0;
const SEED_B = 0x2f_0b_4c_47;
/** No script below it is read letter by letter. */
const FIRST_LETTERED = 0x0e_00;
const PRIME_A = 0x01_00_01_93;
const PRIME_B = 0x5b_d1_e9_95;

/** A buffer that grows with the texts it is given. */
export function createWordBuffer(): WordBuffer {
  return { count: 0, ...arraysOf(256) };
}

/** A copy: imported names are looked up at every use, which is felt in the inner loop. */
const [UNITS, LAST_SPECIAL] = [LOOSE.units, PAIRED];

/**
 * Splits `text` into words of letters, marks and digits and hashes their folded forms, in one pass
 * and without making strings. Letters of Han, Kana, Hangul, Thai and the like are words of their own.
 */
export function scanWords(text: string, words: WordBuffer): void {
  const { length } = text;
  let { starts, ends, hashA, hashB } = words;
  let count = 0;
  let at = 0;
  while (at < length) {
    const start = at;
    let code = text.charCodeAt(at);
    let unit = UNITS[code] ?? 0;
    let a = SEED_A;
    let b = SEED_B;
    // Almost every word has only letters that fold to one unit each.
    while (unit > LAST_SPECIAL && code < FIRST_LETTERED) {
      a = Math.imul(a ^ unit, PRIME_A);
      b = Math.imul(b + unit, PRIME_B);
      at += 1;
      code = at < length ? text.charCodeAt(at) : SPACE;
      unit = UNITS[code] ?? 0;
    }
    const isWhole = unit === SEPARATOR && at > start;
    if (!isWhole && !opensWord(text, start)) {
      at = start + (isPairAt(text, start) ? 2 : 1);
      continue;
    }
    if (count === starts.length) {
      grow(words);
      ({ starts, ends, hashA, hashB } = words);
    }
    if (isWhole) {
      starts[count] = start;
      ends[count] = at;
      hashA[count] = a;
      hashB[count] = b ^ (b >>> 15);
      at += 1;
    } else {
      at = scanWord(text, start, { words, index: count });
    }
    count += 1;
  }
  words.count = count;
}

const SPACE = 0x20;

/** Tells whether a letter, a mark of its own or a digit stands at `at`. */
function opensWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const unit = UNITS[code] || unitOf(LOOSE, code);
  return unit > SKIPPED_FORMAT && (unit !== PAIRED || isPairedLetter(text, at));
}

function isPairAt(text: string, at: number): boolean {
  return unitOf(LOOSE, text.charCodeAt(at)) === PAIRED;
}

/** Reads the word that opens at `start` into place `index` of `words`; answers where it stopped. */
function scanWord(
  text: string,
  start: number,
  { words, index }: { readonly words: WordBuffer; readonly index: number },
): number {
  const { units } = LOOSE;
  const opening = text.charCodeAt(start);
  const single = opening >= FIRST_LETTERED && isLetterByLetter(opening);
  let a = SEED_A;
  let b = SEED_B;
  let at = start;
  let end = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const unit = units[code] || unitOf(LOOSE, code);
    if (unit > PAIRED) {
      if (end > start && (single || (code >= FIRST_LETTERED && isLetterByLetter(code)))) {
        break;
      }
      a = Math.imul(a ^ unit, PRIME_A);
      b = Math.imul(b + unit, PRIME_B);
      at += 1;
      end = at;
    } else if (unit === SKIPPED_MARK || unit === SKIPPED_FORMAT) {
      at += 1;
      end = unit === SKIPPED_MARK ? at : end;
    } else if (unit === SEPARATOR || (unit === PAIRED && !isPairedLetter(text, at))) {
      break;
    } else {
      const width = unit === PAIRED ? 2 : 1;
      for (const each of expansionOf(text.slice(at, at + width), LOOSE).split('')) {
        a = Math.imul(a ^ each.charCodeAt(0), PRIME_A);
        b = Math.imul(b + each.charCodeAt(0), PRIME_B);
      }
      at += width;
      end = at;
    }
  }
  words.starts[index] = start;
  words.ends[index] = end;
  words.hashA[index] = a;
  words.hashB[index] = b ^ (b >>> 15);
  return at;
}

/** How many words `scanWords` would find, or a few more. */
export function countWords(text: string): number {
  const { units } = LOOSE;
  let count = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isLetter = (units[code] || unitOf(LOOSE, code)) > SKIPPED_FORMAT;
    if (isLetter && (!inWord || (code >= FIRST_LETTERED && isLetterByLetter(code)))) {
      count += 1;
    }
    inWord = isLetter;
  }
  return count;
}

/** A hash of the letters of `text.slice(start, end)` with case, and with accents where they count. */
export function hashWritten(text: string, [start, end]: readonly [number, number], accents: boolean): number {
  const table = accents ? WRITTEN : CASED;
  const { units } = table;
  let hash = SEED_A;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const unit = units[code] || unitOf(table, code);
    if (unit > LAST_SPECIAL) {
      hash = Math.imul(hash ^ unit, PRIME_A);
    } else if (unit === EXPANDED) {
      for (const each of expansionOf(text.charAt(at), table).split('')) {
        hash = Math.imul(hash ^ each.charCodeAt(0), PRIME_A);
      }
    } else if (unit === PAIRED) {
      hash = Math.imul(hash ^ code, PRIME_A);
    }
  }
  return hash;
}

/** Words of the name that is folded at the moment. */
const NAME_WORDS = createWordBuffer();

/** The folded words of `text`, joined by a space: two texts with the same form are one name. */
export function foldName(text: string): string {
  const words = NAME_WORDS;
  scanWords(text, words);
  const parts: string[] = [];
  for (let word = 0; word < words.count; word += 1) {
    parts.push(foldedSlice(text.slice(words.starts[word], words.ends[word]), LOOSE));
  }
  return parts.join(' ');
}

function foldedSlice(text: string, table: FoldedUnits): string {
  return Array.from(text, (char) => {
    const unit = unitOf(table, char.charCodeAt(0));
    if (unit === SKIPPED_FORMAT || unit === SKIPPED_MARK) {
      return '';
    }
    return unit > PAIRED ? String.fromCharCode(unit) : expansionOf(char, table);
  }).join('');
}

function isPairedLetter(text: string, at: number): boolean {
  return /^[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function arraysOf(size: number): Omit<WordBuffer, 'count'> {
  return {
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    hashA: new Int32Array(size),
    hashB: new Int32Array(size),
  };
}

function grow(words: WordBuffer): void {
  const larger = arraysOf(words.starts.length * 2);
  larger.starts.set(words.starts);
  larger.ends.set(words.ends);
  larger.hashA.set(words.hashA);
  larger.hashB.set(words.hashB);
  Object.assign(words, larger);
}
