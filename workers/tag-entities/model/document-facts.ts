import { type TaggerText, TRUST } from './tagger-text.ts';
import { CASE } from './word-form.ts';

/** What a document tells of a word over all places where it stands. */
export interface WordFacts {
  /** How often it stands capitalised where a sentence does not begin. */
  capital: number;
  lower: number;
  upper: number;
  count: number;
  /** Hashes of words before and behind it, in turn, at its first capitalised places. */
  readonly neighbours: number[];
  /** Where `neighbours` were read. */
  readonly places: number[];
}

/** Places whose neighbours are kept for a word. */
const KEPT_PLACES = 5;

/** Gathers the facts of every word of a document, by the hash of its folded form. */
export function documentFacts(text: TaggerText): ReadonlyMap<number, WordFacts> {
  const facts = new Map<number, WordFacts>();
  for (let segment = 0; segment + 1 < text.offsets.length; segment += 1) {
    const from = text.offsets[segment] ?? 0;
    const to = text.offsets[segment + 1] ?? 0;
    for (let at = from; at < to; at += 1) {
      const form = text.forms[at];
      if (form === undefined || form.casing === CASE.none) {
        continue;
      }
      let own = facts.get(form.word);
      if (own === undefined) {
        own = { capital: 0, lower: 0, upper: 0, count: 0, neighbours: [], places: [] };
        facts.set(form.word, own);
      }
      own.count += 1;
      if (form.casing === CASE.lower) {
        own.lower += 1;
        continue;
      }
      own.upper += form.casing === CASE.upper ? 1 : 0;
      own.capital += text.first[at] === 0 && text.trust[segment] === TRUST.sentence ? 1 : 0;
      if (own.places.length < KEPT_PLACES && text.trust[segment] === TRUST.sentence) {
        own.places.push(at);
        own.neighbours.push(
          at > from ? (text.forms[at - 1]?.word ?? 0) : 0,
          at + 1 < to ? (text.forms[at + 1]?.word ?? 0) : 0,
        );
      }
    }
  }
  return facts;
}
