import type { CaseToken } from '../case-tokens.ts';
import { textHash } from './text-hash.ts';
import { classOf, UNKNOWN_WORD, WORD_CLASS, type WordClass, type WordInfo } from './word-info.ts';

/** What stands between a word and the one before it. */
export const GAP = {
  start: 0,
  space: 1,
  hyphen: 2,
  apostrophe: 3,
  stop: 4,
  comma: 5,
  open: 6,
  other: 7,
} as const;
export type Gap = (typeof GAP)[keyof typeof GAP];

/** A block as the statistical model sees it: words without their case. */
export interface CaseSequence {
  readonly words: readonly string[];
  /** One more than words: the last stands behind the last word. */
  readonly gaps: readonly Gap[];
  readonly infos: readonly WordInfo[];
  readonly classes: readonly WordClass[];
  /** What is known of the word without its ending ("raids" -> "raid"): 0 nothing, else a class's number. */
  readonly stems: readonly number[];
  readonly hashes: readonly number[];
  /** What the whole article says of each word: a set of bits, see `articleCues`. */
  readonly cues: readonly number[];
}

/** Looks up what is known of a word in lower case. */
export type LookUpWord = (lowerWord: string) => WordInfo | undefined;

/** Cues of an article about a word, as bits. */
export const CUES = ['afterName', 'beforeSpeech', 'possessive', 'afterPlaceWord', 'twice', 'often'] as const;

const SPEECH =
  /^(?:said|says|told|added|adds|wrote|writes|tweeted|argued|insisted|explained|replied|believes)$/u;
const PLACE_WORD = /^(?:in|at|from|near|across)$/u;
const JOINED_ENDING = /^(?:s|t|d|m|re|ve|ll)$/u;

/** Reads the blocks of one article. */
export function caseSequences(
  blocks: readonly { readonly text: string; readonly tokens: readonly CaseToken[] }[],
  lookUp: LookUpWord,
): CaseSequence[] {
  const plain = blocks.map(({ text, tokens }) => {
    const words = tokens.map((token) => token.lower);
    const infos = words.map((word) => lookUp(word) ?? UNKNOWN_WORD);
    const classes = words.map((word, index) => classOf(word, infos[index] ?? UNKNOWN_WORD));
    const stems = words.map((word, index) => stemOf(word, classes[index], lookUp));
    return { words, hashes: words.map(textHash), infos, classes, stems, gaps: gapsOf(text, tokens) };
  });
  const cues = articleCues(plain);
  return plain.map((sequence) => ({
    ...sequence,
    cues: sequence.words.map((word) => cues.get(word) ?? 0),
  }));
}

const ENDING = /^(.{3,}?)(?:['’]?s|es|ed|d|ing|er|ers|ly|al|ism|ist|ists)$/u;

function stemOf(word: string, own: WordClass | undefined, lookUp: LookUpWord): number {
  if (own === WORD_CLASS.function || own === WORD_CLASS.small || own === WORD_CLASS.number) {
    return 0;
  }
  const stem = ENDING.exec(word)?.[1];
  const info = stem === undefined ? undefined : (lookUp(stem) ?? lookUp(`${stem}e`));
  return stem === undefined || info === undefined ? 0 : classOf(stem, info) + 1;
}

function gapsOf(text: string, tokens: readonly CaseToken[]): Gap[] {
  const gaps: Gap[] = [];
  let end = 0;
  for (const [index, token] of tokens.entries()) {
    gaps.push(index === 0 ? GAP.start : gapOf(text, end, token.start));
    end = token.end;
  }
  gaps.push(end === text.length ? GAP.start : gapOf(text, end, text.length));
  return gaps;
}

const SINGLE_GAPS: ReadonlyMap<string, Gap> = new Map([
  [' ', GAP.space],
  ['-', GAP.hyphen],
  ["'", GAP.apostrophe],
  ['’', GAP.apostrophe],
  [',', GAP.comma],
]);

function gapOf(text: string, from: number, to: number): Gap {
  const only = to - from === 1 ? SINGLE_GAPS.get(text[from] ?? '') : undefined;
  if (only !== undefined) {
    return only;
  }
  const gap = text.slice(from, to);
  if (/[.!?…]/u.test(gap)) {
    return GAP.stop;
  }
  return gap.startsWith(',') ? GAP.comma : /["“«(‘[]/u.test(gap) ? GAP.open : GAP.other;
}

type PlainSequence = Omit<CaseSequence, 'cues'>;

function articleCues(sequences: readonly PlainSequence[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const cues = new Map<string, number>();
  for (const sequence of sequences) {
    for (const [index, word] of sequence.words.entries()) {
      const own = sequence.classes[index];
      if (own === WORD_CLASS.function || own === WORD_CLASS.number) {
        continue;
      }
      counts.set(word, (counts.get(word) ?? 0) + 1);
      const found = cuesAt(sequence, index);
      if (found > 0) {
        cues.set(word, (cues.get(word) ?? 0) | found);
      }
    }
  }
  for (const [word, count] of counts) {
    if (count >= 2) {
      cues.set(word, (cues.get(word) ?? 0) | (count >= 4 ? 48 : 16));
    }
  }
  return cues;
}

function cuesAt({ words, gaps, classes, infos }: PlainSequence, index: number): number {
  const before = index > 0 && gaps[index] === GAP.space ? index - 1 : -1;
  const isAfterName =
    before >= 0 &&
    (infos[before]?.person ?? 0) >= 7 &&
    classes[before] !== WORD_CLASS.small &&
    classes[before] !== WORD_CLASS.function;
  const next = gaps[index + 1] === GAP.space || gaps[index + 1] === GAP.comma ? (words[index + 1] ?? '') : '';
  const isPossessive = gaps[index + 1] === GAP.apostrophe && words[index + 1] === 's';
  return (
    (isAfterName ? 1 : 0) |
    (SPEECH.test(next) ? 2 : 0) |
    (isPossessive ? 4 : 0) |
    (before >= 0 && PLACE_WORD.test(words[before] ?? '') ? 8 : 0)
  );
}

/** Whether the word at `index` is an ending such as the "s" of "Mexico's", or a number: never capitalized. */
export function isEnding({ words, gaps, classes }: CaseSequence, index: number): boolean {
  return (
    classes[index] === WORD_CLASS.number ||
    (gaps[index] === GAP.apostrophe && JOINED_ENDING.test(words[index] ?? ''))
  );
}
