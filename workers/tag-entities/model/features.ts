import { writeDenseFeatures } from './dense-features.ts';
import type { WordFacts } from './document-facts.ts';
import { featureOf, joinHashes } from './hashes.ts';
import type { TaggerText } from './tagger-text.ts';
import type { TextContext } from './text-context.ts';
import { CASE, EDGE, type WordForm } from './word-form.ts';

/** A document with all that its features are made of. */
export interface ReadText {
  readonly text: TaggerText;
  readonly context: TextContext;
  readonly facts: ReadonlyMap<number, WordFacts>;
}

/** A token has at most so many features. */
export const MOST_FEATURES = 120;

/**
 * Writes the features that a word has wherever it stands into `out`, from `count` on, and returns
 * one past the last.
 */
export function writeFormFeatures(own: WordForm, out: Int32Array, count: number): number {
  let next = count;
  out[next] = featureOf(1, own.word, 0);
  out[next + 1] = featureOf(2, own.exact, 0);
  out[next + 2] = featureOf(3, own.shape, 0);
  out[next + 3] = featureOf(34, own.affixes[4] ?? 0, own.affixes[5] ?? 0);
  next += 4;
  for (let affix = 0; affix < own.affixes.length; affix += 1) {
    const hash = own.affixes[affix] ?? 0;
    if (hash !== 0) {
      out[next] = featureOf(6 + affix, hash, affix > 3 ? own.casing : 0);
      next += 1;
    }
  }
  for (let bit = 1; bit < 32_768; bit <<= 1) {
    if ((own.flags & bit) !== 0) {
      out[next] = featureOf(43, bit, own.casing);
      next += 1;
    }
  }
  return next;
}

/** Places beside a token whose word alone is a feature of it, in the order of `neighbourFeature`. */
export const NEIGHBOURS = [-1, 1, -2, 2] as const;

/** The feature of a token whose `place`-th neighbour is `form`. */
export function neighbourFeature(place: number, form: WordForm): number {
  return featureOf(15 + place, form.word, 0);
}

/**
 * Writes the other features of token `at` into `out` and returns how many they are. `from` and `to` bound
 * its segment, beyond which no feature looks, but for what the document as a whole tells.
 */
export function writeFeatures(
  read: ReadText,
  at: number,
  { from, to, trust }: { readonly from: number; readonly to: number; readonly trust: number },
  out: Int32Array,
): number {
  const { text, context, facts } = read;
  const { forms } = text;
  const own = forms[at] ?? EDGE;
  const before = at > from ? (forms[at - 1] ?? EDGE) : EDGE;
  const before2 = at - 1 > from ? (forms[at - 2] ?? EDGE) : EDGE;
  const next = at + 1 < to ? (forms[at + 1] ?? EDGE) : EDGE;
  const next2 = at + 2 < to ? (forms[at + 2] ?? EDGE) : EDGE;
  const first = text.first[at] ?? 0;
  const cased = own.casing * 16 + trust * 2 + first;
  const glue = (text.glued[at] ?? 0) + 2 * (at + 1 < to ? (text.glued[at + 1] ?? 0) : 0);
  // Every token has these; their places in `out` mean nothing.
  out[0] = featureOf(0, 0, 0);
  out[1] = featureOf(4, cased, 0);
  out[2] = featureOf(5, cased, own.shape);
  out[3] = featureOf(19, before.word, own.word);
  out[4] = featureOf(20, own.word, next.word);
  out[5] = featureOf(21, before.word, next.word);
  out[6] = featureOf(22, joinHashes(before2.word, before.word), own.casing);
  out[7] = featureOf(23, joinHashes(next.word, next2.word), own.casing);
  out[8] = featureOf(24, before.shape, own.shape);
  out[9] = featureOf(25, own.shape, next.shape);
  out[10] = featureOf(26, joinHashes(before.shape, own.shape), next.shape);
  out[11] = featureOf(27, before.casing * 8 + next.casing, cased);
  out[12] = featureOf(28, before.word, own.casing * 8 + next.casing);
  out[13] = featureOf(29, next.word, own.casing * 8 + before.casing);
  out[14] = featureOf(30, glue, own.casing * 8 + next.casing);
  out[15] = featureOf(31, text.possessive[at] ?? 0, own.casing);
  out[16] = featureOf(32, next.affixes[5] ?? 0, own.casing); // last three letters of the next word
  out[17] = featureOf(33, before.affixes[5] ?? 0, own.casing);

  const isCased = own.casing !== CASE.none;
  // Lexicon.
  const flags = own.flags;
  out[18] = featureOf(40, flags, cased);
  out[19] = featureOf(41, flags, before.flags * 8 + before.casing);
  out[20] = featureOf(42, flags, next.flags * 8 + next.casing);
  out[21] = featureOf(44, before.flags, own.casing);
  out[22] = featureOf(45, next.flags, own.casing);
  let count = 23;
  const phrase = context.phrase[at] ?? 0;
  if (phrase !== 0) {
    out[count] = featureOf(46, phrase, own.casing);
    count += 1;
  }

  // The run of capitals.
  const runStart = context.runStart[at] ?? at;
  const runEnd = context.runEnd[at] ?? at;
  if (runEnd > runStart) {
    const length = Math.min(runEnd - runStart, 5);
    const part = runEnd - runStart === 1 ? 3 : at === runStart ? 0 : at === runEnd - 1 ? 2 : 1;
    const place = part * 8 + length;
    const head = forms[runEnd - 1] ?? EDGE;
    const opener = forms[runStart] ?? EDGE;
    const outer = runStart > from ? (forms[runStart - 1] ?? EDGE) : EDGE;
    const behind = runEnd < to ? (forms[runEnd] ?? EDGE) : EDGE;
    out[count] = featureOf(50, place, cased);
    out[count + 1] = featureOf(51, head.word, part);
    out[count + 2] = featureOf(52, opener.word, part);
    out[count + 3] = featureOf(53, outer.word, place);
    out[count + 4] = featureOf(54, behind.word, place);
    out[count + 5] = featureOf(55, opener.flags, head.flags * 64 + place);
    out[count + 6] = featureOf(56, head.affixes[5] ?? 0, part);
    out[count + 7] = featureOf(57, outer.word, behind.word);
    out[count + 8] = featureOf(58, text.possessive[runEnd - 1] ?? 0, place);
    out[count + 9] = featureOf(59, outer.flags, place);
    count += 10;
  }

  // The document.
  const fact = isCased ? facts.get(own.word) : undefined;
  if (fact !== undefined && own.length > 1) {
    const seen = Math.min(fact.capital, 3) * 64 + Math.min(fact.lower, 3) * 8 + Math.min(fact.upper, 2);
    out[count] = featureOf(60, seen, cased);
    out[count + 1] = featureOf(61, seen, flags);
    count += 2;
    for (let place = 0; place < fact.places.length; place += 1) {
      if (fact.places[place] !== at) {
        out[count] = featureOf(62, fact.neighbours[2 * place] ?? 0, own.casing);
        out[count + 1] = featureOf(63, fact.neighbours[2 * place + 1] ?? 0, own.casing);
        count += 2;
      }
    }
  }
  return writeDenseFeatures(text, at, { from, to }, { out, count });
}
