import { standingOf } from '../choose-targets.ts';
import type { StoredUnit } from '../stored-unit.ts';
import { compareWorth } from './compare-worth.ts';
import type { Finding } from './finding.ts';
import { isSameSource, isSameTarget } from './same-text.ts';

/**
 * Finds units that serve nobody any more: another one has the same source and target (typography
 * aside), at least as much review, and serves wherever this one does. The same sentence pair in two
 * contexts is no duplicate, since each gives its own context matches.
 */
export function findDuplicates(units: readonly StoredUnit[]): readonly Finding[] {
  const ranked = units.toSorted(compareWorth);
  const kept: { readonly unit: StoredUnit; readonly others: StoredUnit[] }[] = [];
  for (const unit of ranked.toSorted((a, b) => placesOf(b) - placesOf(a))) {
    const better = kept.find((each) => replaces(each.unit, unit));
    if (better === undefined) {
      kept.push({ unit, others: [] });
    } else {
      better.others.push(unit);
    }
  }
  return kept
    .filter(({ others }) => others.length > 0)
    .map(({ unit, others }) => ({
      kind: 'duplicate',
      units: [unit, ...others],
      why: others.map((other) => ({
        rule: isPlaceless(other) && !isPlaceless(unit) ? 'duplicate-without-context' : 'duplicate-spelling',
        message:
          isPlaceless(other) && !isPlaceless(unit)
            ? 'It says the same as the first one, which also has a context'
            : 'It says the same as the first one in the same context, but for apostrophes, quotes, dashes or spaces',
        unitId: other.unitId,
      })),
      proposal: 'keep',
    }));
}

function replaces(a: StoredUnit, b: StoredUnit): boolean {
  return (
    isSameSource(a.unit.source, b.unit.source) &&
    isSameTarget(a.unit.target, b.unit.target) &&
    standingOf(a.unit.provenance.review) >= standingOf(b.unit.provenance.review) &&
    (isPlaceless(b) || isSamePlace(a, b))
  );
}

function isSamePlace({ unit: a }: StoredUnit, { unit: b }: StoredUnit): boolean {
  return a.key === b.key && a.contextBefore === b.contextBefore && a.contextAfter === b.contextAfter;
}

function isPlaceless(stored: StoredUnit): boolean {
  return placesOf(stored) === 0;
}

/** How much is known of where it stood. */
function placesOf({ unit: { key, contextBefore, contextAfter } }: StoredUnit): number {
  return [key, contextBefore, contextAfter].filter((part) => part !== undefined).length;
}
