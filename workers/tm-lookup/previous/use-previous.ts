import type { CodedText } from '../../../shared/document/inline-code.ts';
import { compareMatches } from '../../../shared/memory/choose-targets.ts';
import { type Match, SCORE_FORMULA } from '../../../shared/memory/match.ts';
import type { PreviousSegment, PreviousVersion } from '../../../shared/memory/previous-version.ts';
import { type Deduction, type SourceScore, totalOf } from '../../../shared/memory/score.ts';
import { diffWords } from '../../../shared/text/diff-words.ts';
import type { Descent } from './align-versions.ts';

export interface PreviousFacts {
  readonly previous: PreviousVersion;
  /** What this segment was in it. */
  readonly descent: Descent;
  /** The segment's text now. */
  readonly text: string;
  /** Repairs a match and raises alarms. */
  readonly improve: (match: Match) => Match;
}

/**
 * Adds what the version before says about one segment to its matches, best first.
 *
 * A sentence that stands where it stood keeps its translation: equal text with that target gains the
 * point of a context signal, unless its neighbours gained it already, and is not ambiguous. A changed
 * sentence gets the old one's translation with the words that changed; where the memory found it
 * too, or a repair made it fit, that match says so instead. It comes in addition to those found.
 */
export function usePrevious(
  matches: readonly Match[],
  { descent, previous: { articleId, version }, text, improve }: PreviousFacts,
): readonly Match[] {
  const { old } = descent;
  if (old.target === undefined) {
    return matches;
  }
  if (descent.kind === 'kept') {
    return matches.map((match) => inSamePlace(match, old)).toSorted(compareMatches);
  }
  if (totalOf(descent.score) >= 100) {
    return matches;
  }
  const known = matches.find((match) => isOf(match, old));
  const match =
    known ?? improve(fuzzyMatchOf({ ...old, target: old.target }, descent.score, { articleId, version }));
  const told: Match = {
    ...match,
    kind: match.kind === 'fuzzy' ? 'previous-version' : match.kind,
    previous: { version, diff: diffWords(old.source.text, text) },
  };
  return [...matches.filter((each) => each !== known), told].toSorted(compareMatches);
}

/** The old translation as a match of the memory's. */
function fuzzyMatchOf(
  old: PreviousSegment & { readonly target: CodedText },
  { base, deductions }: SourceScore,
  { articleId, version }: Pick<PreviousVersion, 'articleId' | 'version'>,
): Match {
  return {
    kind: 'fuzzy',
    score: totalOf({ base, deductions }),
    unitId: old.unitId ?? `${articleId}.v${version}.${old.id}`,
    source: old.source,
    target: old.target,
    parts: { base, deductions, formula: SCORE_FORMULA },
    origin: old.origin,
    review: old.review,
    articleId,
    version,
  };
}

function inSamePlace(match: Match, old: PreviousSegment): Match {
  const names = new Set(match.parts.deductions.map(({ name }) => name));
  const isEqualText = match.parts.base === 100 && !SURFACE.some((name) => names.has(name));
  if (!isEqualText || match.staleBy !== undefined || match.target.text !== old.target?.text) {
    return match;
  }
  const gained: Deduction[] = names.has('context-neighbours')
    ? []
    : [{ name: 'context-version', points: -1 }];
  const deductions = [...match.parts.deductions.filter(({ name }) => name !== 'ambiguous'), ...gained];
  const score = deductions.reduce((sum, { points }) => sum - points, match.parts.base);
  return {
    ...match,
    kind: score > 100 ? 'context' : score === 100 ? 'exact' : match.kind,
    score,
    parts: { ...match.parts, deductions },
  };
}

/** What tells that the texts differ. */
const SURFACE: readonly string[] = [
  'case',
  'punctuation',
  'spacing',
  'codes',
] satisfies readonly Deduction['name'][];

function isOf(match: Match, old: PreviousSegment): boolean {
  return (
    match.unitId === old.unitId ||
    (match.source.text === old.source.text && match.target.text === old.target?.text)
  );
}
