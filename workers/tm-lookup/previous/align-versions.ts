import type { CodedText } from '../../../shared/document/inline-code.ts';
import { type Comparable, toComparable } from '../../../shared/memory/comparable.ts';
import type { PreviousSegment } from '../../../shared/memory/previous-version.ts';
import { type SourceScore, scorerOf, scoreSources, totalOf } from '../../../shared/memory/score.ts';

/** What a sentence of a new version was in the one before. */
export type Descent =
  /** The same, in the same place: the sentences before and after it came in this order, too. */
  | { readonly kind: 'kept'; readonly old: PreviousSegment }
  | { readonly kind: 'changed'; readonly old: PreviousSegment; readonly score: SourceScore };

interface NewSegment extends CodedText {
  readonly id: string;
}

/** Two sentences that are less alike are not one that was changed. */
const LEAST_ALIKE = 50;
/** How far a changed sentence may have moved among those between two that were kept. */
const REACH = 25;

/**
 * Tells for each sentence of a new version which old one it was; those that are new are not in the
 * answer. Kept sentences are the longest list that stands in both in one order; between two of them
 * each other sentence is paired with the old one that is most like it, each one once.
 */
export function alignVersions(
  old: readonly PreviousSegment[],
  fresh: readonly NewSegment[],
): ReadonlyMap<string, Descent> {
  const found = new Map<string, Descent>();
  let [oldFrom, freshFrom] = [0, 0];
  for (const { oldAt, freshAt } of [...keptPairs(old, fresh), { oldAt: old.length, freshAt: fresh.length }]) {
    const gap = { old: old.slice(oldFrom, oldAt), fresh: fresh.slice(freshFrom, freshAt) };
    for (const { id, descent } of pairChanged(gap.old, gap.fresh)) {
      found.set(id, descent);
    }
    const [before, after] = [old[oldAt], fresh[freshAt]];
    if (before !== undefined && after !== undefined) {
      found.set(after.id, { kind: 'kept', old: before });
    }
    [oldFrom, freshFrom] = [oldAt + 1, freshAt + 1];
  }
  return found;
}

interface KeptPair {
  readonly oldAt: number;
  readonly freshAt: number;
}

/** Ids are unique in a version, so the longest common list is the longest rising run of old places. */
function keptPairs(old: readonly PreviousSegment[], fresh: readonly NewSegment[]): readonly KeptPair[] {
  const places = new Map(old.map(({ id }, at) => [id, at]));
  const pairs = fresh.flatMap(({ id }, freshAt) => {
    const oldAt = places.get(id);
    return oldAt === undefined ? [] : [{ oldAt, freshAt }];
  });
  const ends: number[] = []; // for each length, the pair that ends a run of it earliest in the old version
  const before: (number | undefined)[] = [];
  for (const [at, { oldAt }] of pairs.entries()) {
    const longer = ends.findIndex((end) => (pairs[end]?.oldAt ?? 0) > oldAt);
    const length = longer === -1 ? ends.length : longer;
    before[at] = ends[length - 1];
    ends[length] = at;
  }
  const run: KeptPair[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) {
    const pair = pairs[at];
    if (pair !== undefined) {
      run.unshift(pair);
    }
  }
  return run;
}

interface Pairing {
  readonly id: string;
  readonly descent: Extract<Descent, { kind: 'changed' }>;
  /** How far it moved, as places in the gap. */
  readonly moved: number;
}

function pairChanged(old: readonly PreviousSegment[], fresh: readonly NewSegment[]): readonly Pairing[] {
  const comparables = old.map(({ source }) => toComparable(source));
  const stretch = old.length / Math.max(1, fresh.length);
  const pairings = fresh.flatMap((segment, at) =>
    candidatesNear(segment, { old, comparables, near: Math.floor(at * stretch) }),
  );
  const taken = new Set<unknown>();
  return pairings
    .toSorted((a, b) => totalOf(b.descent.score) - totalOf(a.descent.score) || a.moved - b.moved)
    .filter(({ id, descent }) => {
      const isFree = !taken.has(id) && !taken.has(descent.old);
      if (isFree) {
        taken.add(id).add(descent.old);
      }
      return isFree;
    });
}

function candidatesNear(
  segment: NewSegment,
  {
    old,
    comparables,
    near,
  }: {
    readonly old: readonly PreviousSegment[];
    readonly comparables: readonly Comparable[];
    readonly near: number;
  },
): readonly Pairing[] {
  const scorer = scorerOf(toComparable(segment));
  const from = Math.max(0, near - REACH);
  return old.slice(from, near + REACH + 1).flatMap((each, index) => {
    const comparable = comparables[from + index];
    const score = comparable === undefined ? undefined : scoreSources(scorer, comparable, LEAST_ALIKE);
    const moved = Math.abs(from + index - near);
    return score === undefined
      ? []
      : [{ id: segment.id, descent: { kind: 'changed' as const, old: each, score }, moved }];
  });
}
