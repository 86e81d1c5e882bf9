import { standingOf } from '../choose-targets.ts';
import type { StoredUnit } from '../stored-unit.ts';

/** Orders units, the one to keep first: how far reviewed, then the newest, then by id. */
export function compareWorth(a: StoredUnit, b: StoredUnit): number {
  const [one, other] = [a.unit.provenance, b.unit.provenance];
  return (
    standingOf(other.review) - standingOf(one.review) ||
    timeOf(other.changedAt) - timeOf(one.changedAt) ||
    (a.unitId < b.unitId ? -1 : 1)
  );
}

function timeOf(changedAt: string | undefined): number {
  const time = Date.parse(changedAt ?? '');
  return Number.isNaN(time) ? 0 : time;
}
