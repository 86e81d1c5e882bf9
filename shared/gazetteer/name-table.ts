import { LOOSE, SEPARATOR, unitOf } from './folded-units.ts';
import { countWords, createWordBuffer, hashWritten, scanWords } from './scan-words.ts';

/** What a form is to its entry. */
export const FORM_KINDS = ['name', 'short', 'demonym'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** A form under which an entry is found. */
export interface NameForm {
  readonly text: string;
  /** Number of its entry. */
  readonly entry: number;
  readonly kind: FormKind;
  /** Found only in the case it is written in. */
  readonly strict?: boolean;
  /** Accents count: without them it is another word. */
  readonly accents?: boolean;
  /** A country or region: "the us" is one, "us" is not. */
  readonly country?: boolean;
  /** An everyday word of the language too: a capital that opens a sentence says nothing. */
  readonly everyday?: boolean;
}

/** A span of a text that has the words of a form. */
export interface FormHit {
  readonly start: number;
  readonly end: number;
  /** Number of the first form with these words; `next` leads to the others. */
  readonly form: number;
}

/** Every form of a gazetteer in typed arrays; see `buildNameTable`. */
export interface NameTable {
  readonly size: number;
  /** Bytes of its arrays. */
  readonly bytes: number;
  readonly entryOf: (form: number) => number;
  readonly kindOf: (form: number) => FormKind;
  readonly flagsOf: (form: number) => number;
  /** Hash of the form as `hashWritten` gives it. */
  readonly writtenOf: (form: number) => number;
  /** The next form of the same words, or -1. */
  readonly next: (form: number) => number;
  /**
   * Finds forms in `text` at word boundaries: at each word the longest that `fits`, then on behind it.
   * `fits` answers the form that stands there, or -1.
   */
  readonly find: (text: string, fits: (hit: FormHit) => number) => readonly FormHit[];
}

export const STRICT = 4;
export const ACCENTS = 8;
export const COUNTRY = 16;
export const EVERYDAY = 32;
/** Ends in a full stop that belongs to it ("U.S."). */
export const DOTTED = 64;
/** Has marks between its words other than joiners: a comma, "&". */
export const MARKED = 128;

const PREFIX = 0x80_00_00_00 | 0;
const FORM = 0x7f_ff_ff_ff;
/** Words that open no name are told apart by a bit set that stays in the processor's cache. */
const OPENING_BITS = 20;

/**
 * Builds the table: open addressing over two hashes per phrase, with a flag for phrases that go on.
 * `forms` is read twice. 500,000 names take about 25 MB.
 */
export function buildNameTable(forms: Iterable<NameForm>): NameTable {
  const words = createWordBuffer();
  let size = 0;
  let phrases = 0;
  for (const { text } of forms) {
    size += 1;
    phrases += countWords(text);
  }
  const bits = Math.max(8, Math.ceil(Math.log2(phrases * 1.4 + 1)));
  const shift = 32 - bits;
  const mask = (1 << bits) - 1;
  /** For each phrase, in turn: its second hash, its form and whether it goes on. One place of memory a look-up. */
  const slots = new Int32Array(2 << bits);
  const openings = new Int32Array(1 << (OPENING_BITS - 5));
  const entries = new Int32Array(size);
  const written = new Int32Array(size);
  const nexts = new Int32Array(size).fill(-1);
  const flags = new Uint8Array(size);

  /** Where the value of a phrase stands, or would stand; its second hash is before it. */
  function placeOf(a: number, b: number): number {
    let slot = Math.imul(a, 0x9e_37_79_b1) >>> shift;
    while (slots[2 * slot + 1] !== 0 && slots[2 * slot] !== b) {
      slot = (slot + 1) & mask;
    }
    return 2 * slot + 1;
  }

  let form = 0;
  for (const each of forms) {
    scanWords(each.text, words);
    add(each);
    form += 1;
  }

  function add(each: NameForm): void {
    entries[form] = each.entry;
    flags[form] = flagsFor(each);
    written[form] = hashWritten(each.text, [0, each.text.length], each.accents === true);
    let a = 0;
    let b = 0;
    for (let word = 0; word < words.count; word += 1) {
      a = nextA(a, words.hashA[word] ?? 0);
      b = nextB(b, words.hashB[word] ?? 0);
      if (word === 0) {
        const bit = a >>> (32 - OPENING_BITS);
        openings[bit >> 5] = (openings[bit >> 5] ?? 0) | (1 << (bit & 31));
      }
      const place = placeOf(a, b);
      const value = slots[place] ?? 0;
      slots[place - 1] = b;
      if (word < words.count - 1) {
        slots[place] = value | PREFIX;
      } else if ((value & FORM) === 0) {
        slots[place] = value | (form + 1);
      } else {
        append((value & FORM) - 1);
      }
    }
  }

  /** Behind the first one: forms that many entries share are added in constant time. */
  function append(first: number): void {
    nexts[form] = nexts[first] ?? -1;
    nexts[first] = form;
  }

  function find(text: string, fits: (hit: FormHit) => number): readonly FormHit[] {
    const hits: FormHit[] = [];
    scanWords(text, words);
    const { count, hashA } = words;
    let at = 0;
    while (at < count) {
      const a = nextA(0, hashA[at] ?? 0);
      const bit = a >>> (32 - OPENING_BITS);
      const last = ((openings[bit >> 5] ?? 0) >>> (bit & 31)) & 1 ? longestAt(at, hits, fits) : -1;
      at = last === -1 ? at + 1 : last;
    }
    return hits;
  }

  /** Words and forms met on the way from a word, for reuse. */
  const found: number[] = [];

  /** Takes the longest form at a word and answers the word behind it, or -1. */
  function longestAt(from: number, hits: FormHit[], fits: (hit: FormHit) => number): number {
    const { count, hashA, hashB, starts, ends } = words;
    let depth = 0;
    let a = 0;
    let b = 0;
    for (let word = from; word < count; word += 1) {
      a = nextA(a, hashA[word] ?? 0);
      b = nextB(b, hashB[word] ?? 0);
      const value = slots[placeOf(a, b)] ?? 0;
      if ((value & FORM) !== 0) {
        found[depth] = word;
        found[depth + 1] = (value & FORM) - 1;
        depth += 2;
      }
      if ((value & PREFIX) === 0) {
        break;
      }
    }
    for (let pair = depth - 2; pair >= 0; pair -= 2) {
      const word = found[pair] ?? from;
      const hit = { start: starts[from] ?? 0, end: ends[word] ?? 0, form: found[pair + 1] ?? 0 };
      const fitting = fits(hit);
      if (fitting !== -1) {
        hits.push(fitting === hit.form ? hit : { ...hit, form: fitting });
        return word + 1;
      }
    }
    return -1;
  }

  return {
    size,
    bytes: [slots, openings, entries, written, nexts, flags].reduce((sum, each) => sum + each.byteLength, 0),
    entryOf: (at) => entries[at] ?? 0,
    kindOf: (at) => FORM_KINDS[(flags[at] ?? 0) & 3] ?? 'name',
    flagsOf: (at) => flags[at] ?? 0,
    writtenOf: (at) => written[at] ?? 0,
    next: (at) => nexts[at] ?? -1,
    find,
  };
}

function nextA(state: number, word: number): number {
  const mixed = Math.imul(state ^ word, 0x85_eb_ca_6b);
  return mixed ^ (mixed >>> 13);
}

function nextB(state: number, word: number): number {
  const mixed = Math.imul((state << 5) - state + word, 0xc2_b2_ae_35);
  return mixed ^ (mixed >>> 16);
}

function flagsFor({ text, kind, strict, accents, country, everyday }: NameForm): number {
  return (
    FORM_KINDS.indexOf(kind) |
    (strict === true ? STRICT : 0) |
    (accents === true ? ACCENTS : 0) |
    (country === true ? COUNTRY : 0) |
    (everyday === true ? EVERYDAY : 0) |
    (text.endsWith('.') ? DOTTED : 0) |
    (isMarked(text) ? MARKED : 0)
  );
}

const UNUSUAL = /[^\p{L}\p{M}\p{N}\p{Cf}\s\-‐‑–.·・•＝='’ʼ״"׳]/u;

/** Has a mark that joins words in this name only. */
function isMarked(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && (LOOSE.units[code] || unitOf(LOOSE, code)) === SEPARATOR) {
      return UNUSUAL.test(text);
    }
  }
  return false;
}
