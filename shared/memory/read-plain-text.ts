import { foldUnit, mix, type SourceId } from './token-hash.ts';

/** What `Comparable` says of the words of a text. */
export interface TextTokens {
  readonly tokens: Uint32Array;
  readonly words: number;
  readonly id: SourceId;
}

/** Classes of code units; the first one: not for this reader. */
const OTHER = 0;
const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
const MARK = 4;

/** Code units below: Latin letters, and the quotes, dashes and dots of typography. */
const UNITS = 0x20_30;
const LATIN_MARKS = '\u00A1\u00AB\u00BB\u00BF\u2013\u2014\u2018\u2019\u201C\u201D\u201E\u2026';
/** Its lower case has two code units. */
const DOTTED_I = 0x01_30;
const APOSTROPHE = 0x27;

const CLASSES = Uint8Array.from({ length: UNITS }, (_, unit) => classOf(unit));
/** In lower case, as it is hashed. */
const FOLDED = Uint16Array.from({ length: UNITS }, (_, unit) =>
  foldUnit(String.fromCharCode(unit).toLowerCase().charCodeAt(0)),
);

let scratch = new Uint32Array(1024);

/**
 * Reads Latin text in one pass: the tokens, their hashes and the id that `tokenize` and the hashes
 * give, several times faster. Answers undefined for every text that is not plain: with other
 * characters, with white space that would be collapsed, or without a word.
 */
export function readPlainText(text: string): TextTokens | undefined {
  const { length } = text;
  scratch = scratch.length < length ? new Uint32Array(2 * length) : scratch;
  let [high, low] = [0x9e_37_79_b9 | 0, 0x7f_4a_7c_15 | 0];
  let found = 0;
  let words = 0;
  let before = SPACE;
  for (let at = 0; at < length; ) {
    const unit = text.charCodeAt(at);
    const kind = unit < UNITS ? (CLASSES[unit] ?? OTHER) : OTHER;
    if (kind === OTHER || (kind === SPACE && before === SPACE)) {
      return undefined;
    }
    before = kind;
    at += 1;
    if (kind === SPACE) {
      continue;
    }
    let folded = FOLDED[unit] ?? 0;
    let hash = Math.imul(0x81_1c_9d_c5 ^ folded, 0x01_00_01_93);
    if (kind === MARK) {
      scratch[found] = mix(hash) << 1;
      found += 1;
      continue;
    }
    high = Math.imul(high ^ folded, 0x01_00_01_93);
    low = Math.imul(low ^ folded, 0x5b_d1_e9_95) ^ (low >>> 15);
    for (let last = kind; at < length; at += 1) {
      const next = text.charCodeAt(at);
      const met = next < UNITS ? (CLASSES[next] ?? OTHER) : OTHER;
      if (met === LETTER || met === DIGIT) {
        last = met;
      } else if (met !== MARK || !joins(text, at, last)) {
        break;
      }
      folded = FOLDED[next] ?? 0;
      hash = Math.imul(hash ^ folded, 0x01_00_01_93);
      high = Math.imul(high ^ folded, 0x01_00_01_93);
      low = Math.imul(low ^ folded, 0x5b_d1_e9_95) ^ (low >>> 15);
    }
    scratch[found] = (mix(hash) << 1) | 1;
    found += 1;
    words += 1;
  }
  if (words === 0 || before === SPACE) {
    return undefined;
  }
  return { tokens: scratch.slice(0, found), words, id: { high: mix(high ^ (low >>> 7)), low: mix(low) } };
}

/** Tells whether the mark at `at` holds two letters or two digits together, as `tokenize` has it. */
function joins(text: string, at: number, last: number): boolean {
  if (CLASSES[text.charCodeAt(at + 1)] !== last) {
    return false;
  }
  const mark = FOLDED[text.charCodeAt(at)];
  return mark === APOSTROPHE || (last === DIGIT && (mark === 0x2e || mark === 0x2c));
}

function classOf(unit: number): number {
  const char = String.fromCharCode(unit);
  if (unit === 0x20) {
    return SPACE;
  }
  if (/[0-9]/u.test(char)) {
    return DIGIT;
  }
  if (/[A-Za-z_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u017F]/u.test(char) && unit !== DOTTED_I) {
    return LETTER;
  }
  return (unit > 0x20 && unit < 0x7f) || LATIN_MARKS.includes(char) ? MARK : OTHER;
}
