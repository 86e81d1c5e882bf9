import type { InlineCode } from '../../document/inline-code.ts';
import type { CodeFacts } from '../native-code.ts';

/** A code while its segment is read. */
export interface DraftCode {
  readonly facts: CodeFacts;
  readonly canDelete: boolean;
  readonly canReorder: boolean;
  /** By which source and target refer to each other in the file. */
  readonly x: string | undefined;
  readonly start: number;
  /** -1 until it is closed. */
  end: number;
}

export interface SettledCodes {
  readonly codes: readonly InlineCode[];
  /** Set where the ids are the file's own. */
  readonly ownIds: boolean;
  /** What was left out, in words. */
  readonly dropped: readonly string[];
}

/**
 * Orders the codes of a segment outermost first and gives them ids. Codes that were never closed are
 * left out in silence, since whoever found that has said so.
 *
 * @param drafts in the order of their opening tags
 */
export function settleCodes(drafts: readonly DraftCode[]): SettledCodes {
  const dropped: string[] = [];
  const nested = withoutCrossings(drafts, dropped);
  const own = nested.map(({ x }) => Number(x));
  const ownIds = new Set(own).size === own.length && own.every((id) => Number.isInteger(id) && id > 0);
  const codes = nested.map(
    ({ facts, start, end, canDelete, canReorder }, at): InlineCode => ({
      ...facts,
      id: ownIds ? (own[at] ?? at + 1) : at + 1,
      start,
      end,
      canDelete,
      canReorder,
    }),
  );
  return { codes, ownIds, dropped };
}

/** Codes outermost first; those that cover nothing or cross another are left out. */
function withoutCrossings(drafts: readonly DraftCode[], dropped: string[]): readonly DraftCode[] {
  const kept: DraftCode[] = [];
  const open: DraftCode[] = [];
  for (const code of drafts.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (code.end < 0) {
      continue; // never closed: said so already
    }
    while ((open.at(-1)?.end ?? Infinity) <= code.start) {
      open.pop();
    }
    if (code.start >= code.end || code.end > (open.at(-1)?.end ?? Infinity)) {
      dropped.push(`${code.start >= code.end ? 'pair around nothing' : 'crossing pair'}: ${code.facts.kind}`);
      continue;
    }
    open.push(code);
    kept.push(code);
  }
  return kept;
}
