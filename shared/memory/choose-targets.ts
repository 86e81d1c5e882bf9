import { groupBy } from '../document/group-by.ts';
import type { CodedText } from '../document/inline-code.ts';
import { codeFacts } from './code-facts.ts';
import { compareContext, type TextPlace } from './context.ts';
import { findNewer } from './find-newer.ts';
import { type Match, SCORE_FORMULA } from './match.ts';
import { type Deduction, type SourceScore, totalOf } from './score.ts';
import type { StoredUnit } from './stored-unit.ts';

export interface ChooseOptions {
  /** How near the query is to the units' source. */
  readonly source: SourceScore;
  readonly place: TextPlace;
  /** Points off for a target that no person has reviewed, 0..100. */
  readonly unreviewedPenalty: number;
}

/**
 * Turns the units of one source text in one locale into matches, one per distinct target.
 *
 * Where several distinct targets exist, each is `ambiguous` unless context speaks for it, or each of
 * the others is `stale` or costs more by its memory or variant. One is stale where another was
 * approved later in its place: no context speaks for it. Context counts for equal text alone: 101 for
 * neighbours or key, 102 for both. `kind` follows the score, so a penalty that takes equal text below
 * 100 makes it a fuzzy match. The order is not settled here.
 */
export function chooseTargets(units: readonly StoredUnit[], options: ChooseOptions): readonly Match[] {
  if (units.length < 2) {
    return units.map((only) => matchOf(only, options, {}));
  }
  const byTarget = groupBy(units, ({ unit }) => targetFacts(unit.target));
  if (byTarget.size < 2) {
    return [bestOf(units, options, () => ({}))];
  }
  const newer = new Map(units.map((each) => [each, findNewer(each, units)]));
  return Array.from(byTarget.values(), (same) => {
    const rivals = units.filter((each) => !same.includes(each) && newer.get(each) === undefined);
    return bestOf(same, options, (each) => ({
      staleBy: newer.get(each)?.unitId,
      ambiguous: rivals.some((rival) => pointsOf(rival) <= pointsOf(each)),
    }));
  });
}

/**
 * Orders matches best first: score, words, the version before, how far reviewed, order of the memories, newest; then by
 * id, so that it is total.
 */
export function compareMatches(a: Match, b: Match): number {
  return (
    b.score - a.score ||
    b.parts.base - a.parts.base ||
    Number(b.previous !== undefined) - Number(a.previous !== undefined) ||
    standingOf(b.review) - standingOf(a.review) ||
    (a.memory?.order ?? 0) - (b.memory?.order ?? 0) ||
    compareText(b.changedAt ?? '', a.changedAt ?? '') ||
    compareText(a.unitId, b.unitId)
  );
}

/** How much a person stands behind a target: 2 approved, 1 reviewed, 0 less. */
export function standingOf(review: Match['review']): 0 | 1 | 2 {
  return review === 'approved' ? 2 : review === 'reviewed' ? 1 : 0;
}

/** What the other units of a text say about one. */
interface Rivalry {
  /** Unit that takes its place. */
  readonly staleBy?: string | undefined;
  readonly ambiguous?: boolean;
}

function bestOf(
  units: readonly StoredUnit[],
  options: ChooseOptions,
  rivalryOf: (unit: StoredUnit) => Rivalry,
): Match {
  const matches = units.map((stored) => matchOf(stored, options, rivalryOf(stored)));
  const [best] = matches.toSorted(compareMatches);
  if (best === undefined) {
    throw new RangeError('a group of equal targets has at least one unit');
  }
  return best;
}

function matchOf(
  { unitId, unit, penalties = [], memory }: StoredUnit,
  { source, place, unreviewedPenalty }: ChooseOptions,
  { staleBy, ambiguous = false }: Rivalry,
): Match {
  const context = staleBy === undefined && totalOf(source) === 100 ? contextPoints(place, unit) : [];
  const deductions: Deduction[] = [...source.deductions, ...context, ...penalties];
  if (staleBy !== undefined) {
    deductions.push({ name: 'stale', points: 1 });
  } else if (ambiguous && context.length === 0) {
    deductions.push({ name: 'ambiguous', points: 1 });
  }
  if (unreviewedPenalty > 0 && standingOf(unit.provenance.review) === 0) {
    deductions.push({ name: 'unreviewed', points: unreviewedPenalty });
  }
  const score = totalOf({ base: source.base, deductions });
  return {
    kind: score > 100 ? 'context' : score === 100 ? 'exact' : 'fuzzy',
    score,
    unitId,
    source: unit.source,
    target: unit.target,
    parts: { base: source.base, deductions, formula: SCORE_FORMULA },
    ...unit.provenance,
    ...(memory === undefined ? {} : { memory }),
    ...(penalties.some(({ name }) => name === 'variant') ? { locale: unit.locale } : {}),
    ...(staleBy === undefined ? {} : { staleBy }),
  };
}

function pointsOf({ penalties = [] }: StoredUnit): number {
  return penalties.reduce((sum, { points }) => sum + points, 0);
}

function contextPoints(place: TextPlace, unit: TextPlace): readonly Deduction[] {
  const { neighbours, key } = compareContext(place, unit);
  const points: Deduction[] = [];
  if (neighbours) {
    points.push({ name: 'context-neighbours', points: -1 });
  }
  if (key) {
    points.push({ name: 'context-key', points: -1 });
  }
  return points;
}

function targetFacts({ text, codes }: CodedText): string {
  return JSON.stringify([text, codes.map((code) => [code.start, code.end, codeFacts(code)])]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
