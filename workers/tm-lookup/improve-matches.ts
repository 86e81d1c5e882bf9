import { languageOf } from '../../shared/document/locale.ts';
import { type AlarmWords, findAlarms } from '../../shared/memory/alarms.ts';
import { compareMatches } from '../../shared/memory/choose-targets.ts';
import type { Match } from '../../shared/memory/match.ts';
import { type RepairDeps, type RepairQuery, repairMatch } from './repair/repair-match.ts';

/** Makes the matches of one segment in one locale better; the best come first again. */
export type ImproveMatches = (query: RepairQuery, matches: readonly Match[]) => readonly Match[];

export interface ImproveDeps extends RepairDeps {
  /** Undefined for a source language without a table: it has no alarms. */
  readonly alarmWordsFor: (language: string) => AlarmWords | undefined;
}

/**
 * Repairs matches whose texts differ in values alone, says why where that is not safe, and raises
 * alarms. Matches of equal text stay as they are; where one of 100 exists nothing is repaired.
 */
export function createImproveMatches(deps: ImproveDeps): ImproveMatches {
  return (query, matches) => {
    const isFound = (matches[0]?.score ?? 0) >= 100;
    const better = matches.map((match) =>
      match.score >= 100 ? match : withAlarms(query, isFound ? match : repaired(query, match, deps), deps),
    );
    return better.toSorted(compareMatches);
  };
}

function repaired(query: RepairQuery, match: Match, deps: ImproveDeps): Match {
  const outcome = repairMatch(query, match, deps);
  switch (outcome.kind) {
    case 'repaired':
      return outcome.match;
    case 'refused':
      return { ...match, refusal: { value: outcome.value, reason: outcome.reason } };
    case 'other':
      return match;
  }
}

function withAlarms(query: RepairQuery, match: Match, { alarmWordsFor }: ImproveDeps): Match {
  const words = alarmWordsFor(languageOf(query.sourceLocale));
  const alarms = words === undefined ? [] : findAlarms(query.source.text, match.source.text, words);
  return alarms.length === 0 ? match : { ...match, alarms };
}
