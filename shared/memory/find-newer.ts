import { compareContext } from './context.ts';
import type { StoredUnit } from './stored-unit.ts';
import type { TranslationUnit } from './translation-unit.ts';

/**
 * Finds the unit that makes `old` stale: another target for the same text, approved, later than
 * `old` was written, in its place. The latest one; undefined where there is none.
 *
 * Two units have one place when they have the same key, or come from the same article, or have the
 * same neighbours; two without key and neighbours have. `units` are those of one source text.
 */
export function findNewer(old: StoredUnit, units: readonly StoredUnit[]): StoredUnit | undefined {
  return units
    .filter(({ unit }) => isNewer(unit, old.unit))
    .toSorted((a, b) => timeOf(b.unit) - timeOf(a.unit))
    .at(0);
}

function isNewer(unit: TranslationUnit, old: TranslationUnit): boolean {
  return (
    unit.provenance.review === 'approved' &&
    timeOf(unit) > timeOf(old) &&
    unit.locale === old.locale &&
    isOtherTarget(unit, old) &&
    isSamePlace(unit, old)
  );
}

function isOtherTarget(a: TranslationUnit, b: TranslationUnit): boolean {
  return a.target.text !== b.target.text;
}

function isSamePlace(a: TranslationUnit, b: TranslationUnit): boolean {
  if (a.key !== undefined || b.key !== undefined) {
    return a.key === b.key;
  }
  const { articleId } = a.provenance;
  const lackContext = [a, b].every(
    ({ contextBefore, contextAfter }) => contextBefore === undefined && contextAfter === undefined,
  );
  return (
    lackContext ||
    (articleId !== undefined && articleId === b.provenance.articleId) ||
    compareContext(a, b).neighbours
  );
}

/** A unit without a date, or with one that nobody can read, is older than any with one. */
function timeOf({ provenance: { changedAt } }: TranslationUnit): number {
  const time = changedAt === undefined ? Number.NaN : Date.parse(changedAt);
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
