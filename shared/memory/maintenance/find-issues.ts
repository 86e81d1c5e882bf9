import { groupBy } from '../../document/group-by.ts';
import { MAIN_MEMORY } from '../memory-settings.ts';
import type { StoredUnit } from '../stored-unit.ts';
import { findContradictions } from './find-contradictions.ts';
import { findDuplicates } from './find-duplicates.ts';
import { findMismatches } from './find-mismatches.ts';
import { findFragments, findSameAsSource } from './find-untranslated.ts';
import type { Finder, Finding, FindingKind } from './finding.ts';

/** A kind of finding is a member of `FINDING_KINDS` and a line here. */
const FINDERS: Readonly<Record<FindingKind, Finder>> = {
  duplicate: findDuplicates,
  contradiction: findContradictions,
  mismatch: findMismatches,
  'same-as-source': findSameAsSource,
  'untranslated-fragment': findFragments,
};

/**
 * Finds what `kinds` name among the served units of one source id. Each memory is looked at by itself:
 * that two memories have the same sentence is what their order is for.
 */
export function findIssues(units: readonly StoredUnit[], kinds: readonly FindingKind[]): readonly Finding[] {
  const groups = groupBy(units, ({ unit }) => `${unit.locale} ${unit.memory ?? MAIN_MEMORY}`);
  return Array.from(groups.values()).flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : kinds.flatMap((kind) => FINDERS[kind](group, first.unit));
  });
}
