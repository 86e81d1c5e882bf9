import { featureOf } from './hashes.ts';
import { beginsName, NAME_TYPES, staysOpen, typeOfLabel } from './labels.ts';
import type { TaggerText } from './tagger-text.ts';
import { CASE } from './word-form.ts';

/** Numbers kept for a word: votes per type alone, per type inside a longer name, and for no name. */
const TYPES = NAME_TYPES.length;
const VOTES = 2 * TYPES + 1;

/** How the places of each word were labelled in a first reading, by the hash of its folded form. */
export type DocumentVotes = ReadonlyMap<number, Int32Array>;

/** Counts how a first reading labelled each cased word. */
export function documentVotes(text: TaggerText, labels: Uint8Array): DocumentVotes {
  const votes = new Map<number, Int32Array>();
  for (let at = 0; at < text.forms.length; at += 1) {
    const form = text.forms[at];
    if (form === undefined || form.casing === CASE.none || form.length < 2) {
      continue;
    }
    let own = votes.get(form.word);
    if (own === undefined) {
      own = new Int32Array(VOTES);
      votes.set(form.word, own);
    }
    const slot = slotOf(labels[at] ?? 0);
    own[slot] = (own[slot] ?? 0) + 1;
  }
  return votes;
}

function slotOf(label: number): number {
  const type = typeOfLabel(label);
  if (type === undefined) {
    return 2 * TYPES;
  }
  const alone = beginsName(label) && !staysOpen(label);
  return NAME_TYPES.indexOf(type) + (alone ? 0 : TYPES);
}

/** A token has at most so many features from votes. */
export const MOST_VOTE_FEATURES = 4;

/** Writes what the other places of a word say of it into `out`; returns how many features they are. */
export function writeVoteFeatures(
  {
    text,
    votes,
    labels,
  }: { readonly text: TaggerText; readonly votes: DocumentVotes; readonly labels: Uint8Array },
  at: number,
  out: Int32Array,
): number {
  const form = text.forms[at];
  const own = form === undefined ? undefined : votes.get(form.word);
  if (form === undefined || own === undefined || form.casing === CASE.none) {
    return 0;
  }
  const self = slotOf(labels[at] ?? 0);
  let best = -1;
  let most = 0;
  let bestLong = -1;
  let mostLong = 0;
  let total = 0;
  for (let slot = 0; slot < VOTES; slot += 1) {
    const count = (own[slot] ?? 0) - (slot === self ? 1 : 0);
    total += count;
    if (count > most) {
      most = count;
      best = slot;
    }
    if (slot >= TYPES && slot < 2 * TYPES && count > mostLong) {
      mostLong = count;
      bestLong = slot;
    }
  }
  if (total <= 0) {
    return 0;
  }
  const share = most === total ? 2 : 2 * most > total ? 1 : 0;
  out[0] = featureOf(70, best, form.casing);
  out[1] = featureOf(71, best * 4 + share, form.casing * 4 + Math.min(total, 3));
  out[2] = featureOf(72, bestLong + 1, form.casing);
  out[3] = featureOf(73, best * 16 + bestLong + 1, self);
  return 4;
}
