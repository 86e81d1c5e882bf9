import { featureOf, joinHashes } from './hashes.ts';
import type { TaggerText } from './tagger-text.ts';
import { EDGE, type WordForm } from './word-form.ts';

/**
 * Writes what the letters and words around a letter say into `out`, from `count` on, and returns one past
 * the last; nothing for a token of another script.
 */
export function writeDenseFeatures(
  { forms, dense }: TaggerText,
  at: number,
  { from, to }: { readonly from: number; readonly to: number },
  { out, count }: { readonly out: Int32Array; readonly count: number },
): number {
  const word = dense?.word[at] ?? 0;
  if (dense === undefined || word === 0) {
    return count;
  }
  let next = count;
  const add = (template: number, a: number, b: number): void => {
    out[next] = featureOf(template, a, b);
    next += 1;
  };
  const form = (place: number): WordForm => (place >= from && place < to ? (forms[place] ?? EDGE) : EDGE);
  const letter = (place: number): number => form(place).word;
  const wordAt = (place: number): number =>
    place >= from && place < to ? dense.word[place] || letter(place) : EDGE.word;
  const first = dense.from[at] ?? at;
  const end = dense.to[at] ?? at + 1;
  const part = end - first === 1 ? 0 : at === first ? 1 : at === end - 1 ? 3 : 2;
  const place = part * 8 + Math.min(end - first, 5);
  const before = wordAt(first - 1);
  const behind = wordAt(end);
  add(80, word, part);
  add(81, place, 0);
  add(82, before, part);
  add(83, behind, part);
  add(84, joinHashes(before, word), part);
  add(85, joinHashes(word, behind), part);
  add(86, joinHashes(letter(at - 2), letter(at - 1)), letter(at));
  add(87, joinHashes(letter(at - 1), letter(at)), letter(at + 1));
  add(88, joinHashes(letter(at), letter(at + 1)), letter(at + 2));
  add(89, letter(end - 1), place);
  add(90, letter(first), place);
  add(91, letter(first - 1), place);
  add(92, behind, place);
  add(93, letter((dense.to[end] ?? end + 1) - 1), part);
  add(94, letter(at - 3), 0);
  add(95, letter(at + 3), 0);
  add(96, form(at - 1).flags, form(at).flags);
  add(97, form(at + 1).flags, form(at).flags);
  add(98, joinHashes(before, behind), part);
  return next;
}
