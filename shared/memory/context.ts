import { collapse } from './comparable.ts';

/** Where a text stands: its neighbours' texts and the author's key. */
export interface TextPlace {
  readonly contextBefore?: string | undefined;
  readonly contextAfter?: string | undefined;
  readonly key?: string | undefined;
}

/** Which signals say that two equal texts stand in the same place. */
export interface ContextSignals {
  readonly neighbours: boolean;
  readonly key: boolean;
}

/**
 * Compares two places.
 *
 * `neighbours` holds when the text before and the text after are both equal. A side that both lack
 * (the first or the last sentence of a text) counts as equal, but only together with a present and
 * equal other side: two texts without any neighbour say nothing about their place. `key` holds when
 * both have a key and the same one.
 */
export function compareContext(a: TextPlace, b: TextPlace): ContextSignals {
  const known = a.contextBefore !== undefined || a.contextAfter !== undefined;
  return {
    neighbours:
      known && sameText(a.contextBefore, b.contextBefore) && sameText(a.contextAfter, b.contextAfter),
    key: a.key !== undefined && a.key === b.key,
  };
}

function sameText(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && collapse(a) === collapse(b));
}
