import { z } from 'zod';
import { tokenize } from './tokenize.ts';

/** A run of text that two texts share, or that only one of them has. */
export const DiffPart = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() });
export type DiffPart = Readonly<z.infer<typeof DiffPart>>;

/** Words of both texts above whose product they are not compared one by one. */
const MAX_CELLS = 1_000_000;

/**
 * What `after` changed of `before`, word by word: the fewest words removed and added. What is the same
 * and what is added, one after the other, is `after`; spaces count as part of the word before them,
 * and alone make no difference.
 *
 * @example `diffWords('He will go.', 'He may go.')`: same "He ", removed "will ", added "may ", same "go."
 */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  if (old.length * fresh.length > MAX_CELLS) {
    return joined([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  }
  const lengths = commonLengths(old, fresh);
  const parts: DiffPart[] = [];
  let at = 0;
  let to = 0;
  while (at < old.length || to < fresh.length) {
    const [a, b] = [old[at], fresh[to]];
    if (a !== undefined && b !== undefined && a.word === b.word) {
      parts.push({ kind: 'same', text: b.text });
      at += 1;
      to += 1;
    } else if (
      b === undefined ||
      (a !== undefined && lengthAt(lengths, at + 1, to) >= lengthAt(lengths, at, to + 1))
    ) {
      parts.push({ kind: 'removed', text: a?.text ?? '' });
      at += 1;
    } else {
      parts.push({ kind: 'added', text: b.text });
      to += 1;
    }
  }
  return joined(parts);
}

interface SpacedWord {
  readonly word: string;
  /** With the space after it; the first one with the space before it too. */
  readonly text: string;
}

function wordsOf(text: string): readonly SpacedWord[] {
  const tokens = tokenize(text);
  return tokens.map(({ start, text: word }, at) => ({
    word,
    text: text.slice(at === 0 ? 0 : start, tokens[at + 1]?.start ?? text.length),
  }));
}

/** For each pair of places, how many words the rests of both texts have in common, in order. */
function commonLengths(old: readonly SpacedWord[], fresh: readonly SpacedWord[]): readonly Uint16Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let at = old.length - 1; at >= 0; at -= 1) {
    for (let to = fresh.length - 1; to >= 0; to -= 1) {
      const row = rows[at];
      if (row !== undefined) {
        row[to] =
          old[at]?.word === fresh[to]?.word
            ? lengthAt(rows, at + 1, to + 1) + 1
            : Math.max(lengthAt(rows, at + 1, to), lengthAt(rows, at, to + 1));
      }
    }
  }
  return rows;
}

function lengthAt(rows: readonly Uint16Array[], at: number, to: number): number {
  return rows[at]?.[to] ?? 0;
}

/** Neighbours of one kind become one part; removed stands before added. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const runs: DiffPart[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (part.text === '') {
      continue;
    }
    if (last?.kind === part.kind) {
      runs[runs.length - 1] = { kind: part.kind, text: last.text + part.text };
    } else {
      runs.push(part);
    }
  }
  return runs;
}
