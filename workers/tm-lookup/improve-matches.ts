import { languageOf } from '../../shared/document/locale.ts';
import { type AlarmWords, findAlarms } from '../../shared/memory/alarms.ts';
import { compareMatches } from '../../shared/memory/choose-targets.ts';
import { findFoldings } from '../../shared/memory/find-foldings.ts';
import type { Match } from '../../shared/memory/match.ts';
import { placeCodes } from './place-codes.ts';
import { type RepairDeps, type RepairQuery, repairMatch } from './repair/repair-match.ts';

/** Makes the matches of one segment in one locale better; the best come first again. */
export type ImproveMatches = (query: RepairQuery, matches: readonly Match[]) => readonly Match[];

export interface ImproveDeps extends RepairDeps {
  /** Undefined for a source language without a table: it has no alarms. */
  readonly alarmWordsFor: (language: string) => AlarmWords | undefined;
}

/**
 * Repairs matches whose texts differ in values or in markup alone, says why where that is not safe,
 * raises alarms, and names what was folded. Matches of equal text stay as they are; where one of 100
 * exists nothing is repaired.
 */
export function createImproveMatches(deps: ImproveDeps): ImproveMatches {
  return (query, matches) => {
    const isFound = (matches[0]?.score ?? 0) >= 100;
    const better = matches.map((match) =>
      match.score >= 100 ? match : withAlarms(query, isFound ? match : repaired(query, match, deps), deps),
    );
    return better.map((match) => withFoldings(query, match)).toSorted(compareMatches);
  };
}

/** Says what a text with the same words was taken for the same in spite of. */
function withFoldings({ source: { text } }: RepairQuery, match: Match): Match {
  return match.parts.base < 100 || match.kind === 'repaired' || text === match.source.text
    ? match
    : { ...match, foldings: findFoldings(text, match.source.text) };
}

function repaired(query: RepairQuery, match: Match, deps: ImproveDeps): Match {
  if (match.parts.base === 100) {
    return withCodes(query, match);
  }
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

/** Where markup alone differs, the translation gets that of the text, if its place can be told. */
function withCodes(query: RepairQuery, match: Match): Match {
  const [only, more] = match.parts.deductions;
  const isMarkup = only?.name === 'codes' && more === undefined;
  const target = isMarkup ? placeCodes(query.source, match.source, match.target) : undefined;
  return target === undefined ? match : { ...match, kind: 'repaired', target, codesPlaced: true };
}

function withAlarms(query: RepairQuery, match: Match, { alarmWordsFor }: ImproveDeps): Match {
  const words = alarmWordsFor(languageOf(query.sourceLocale));
  const alarms = words === undefined ? [] : findAlarms(query.source.text, match.source.text, words);
  return alarms.length === 0 ? match : { ...match, alarms };
}
