import { diffWords } from '../../text/diff-words.ts';
import { findFoldings } from '../find-foldings.ts';
import { findNewer } from '../find-newer.ts';
import type { StoredUnit } from '../stored-unit.ts';
import { compareWorth } from './compare-worth.ts';
import type { Finding, FindingReason } from './finding.ts';
import { isSameSource, isSameTarget } from './same-text.ts';

/**
 * Finds sources with several current targets. What differs in typography alone is one target; what a
 * later approval has replaced is not current; and units whose keys differ are meant to differ.
 */
export function findContradictions(units: readonly StoredUnit[]): readonly Finding[] {
  return clusters(units, (a, b) => isSameSource(a.unit.source, b.unit.source)).flatMap((ofSource) => {
    const current = ofSource.filter((each) => findNewer(each, ofSource) === undefined);
    const rivals = current.filter((each) => current.some((other) => contradict(each, other)));
    return rivals.length === 0 ? [] : [findingOf(rivals)];
  });
}

/** The target of the best unit comes first; of equal ones, the one that more units have. */
function findingOf(rivals: readonly StoredUnit[]): Finding {
  const targets = clusters(rivals, (a, b) => isSameTarget(a.unit.target, b.unit.target))
    .map((ofTarget) => ofTarget.toSorted(compareWorth))
    .toSorted((a, b) => compareTargets(a, b));
  const [[best] = [], ...others] = targets;
  return {
    kind: 'contradiction',
    units: targets.flat(),
    why:
      best === undefined
        ? []
        : others.flatMap((ofTarget) => ofTarget.slice(0, 1).map((other) => reasonOf(best, other))),
    proposal: 'keep',
  };
}

function compareTargets(a: readonly StoredUnit[], b: readonly StoredUnit[]): number {
  const [one, other] = [a[0], b[0]];
  return one === undefined || other === undefined ? 0 : compareWorth(one, other);
}

function reasonOf(best: StoredUnit, other: StoredUnit): FindingReason {
  const [wanted, found] = [best.unit.target.text, other.unit.target.text];
  const parts = diffWords(wanted, found);
  const changed = parts.filter(({ kind }) => kind !== 'same');
  const only = (kind: 'removed' | 'added'): string =>
    changed
      .filter((part) => part.kind === kind)
      .map(({ text }) => text.trim())
      .join(' … ');
  return {
    rule: ruleOf(wanted, found),
    message: `It has “${only('added')}” where the first one has “${only('removed')}”`,
    unitId: other.unitId,
    ...spanOf(parts),
  };
}

/** From the first to the last word that the text has alone. */
function spanOf(parts: ReturnType<typeof diffWords>): Pick<FindingReason, 'span'> {
  let at = 0;
  let span: FindingReason['span'];
  for (const { kind, text } of parts.filter((part) => part.kind !== 'removed')) {
    if (kind === 'added') {
      span = { start: span?.start ?? at, end: at + text.trimEnd().length };
    }
    at += text.length;
  }
  return span === undefined ? {} : { span };
}

function ruleOf(a: string, b: string): string {
  if (
    a.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '').toLowerCase() !==
    b.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '').toLowerCase()
  ) {
    return 'target-words';
  }
  return findFoldings(a, b).some(({ kinds }) => kinds.includes('punctuation'))
    ? 'target-marks'
    : 'target-case';
}

function contradict({ unit: a }: StoredUnit, { unit: b }: StoredUnit): boolean {
  const keysDiffer = a.key !== undefined && b.key !== undefined && a.key !== b.key;
  return !keysDiffer && !isSameTarget(a.target, b.target);
}

/** Puts together what is the same as the first of its cluster. */
function clusters(
  units: readonly StoredUnit[],
  isSame: (a: StoredUnit, b: StoredUnit) => boolean,
): readonly (readonly StoredUnit[])[] {
  const found: StoredUnit[][] = [];
  for (const unit of units) {
    const cluster = found.find(([first]) => first !== undefined && isSame(first, unit));
    if (cluster === undefined) {
      found.push([unit]);
    } else {
      cluster.push(unit);
    }
  }
  return found;
}
