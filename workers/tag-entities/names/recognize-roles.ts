import { type Candidate, RANK, type Recognizer } from '../candidate.ts';
import type { SegmentView } from '../document-view.ts';
import type { KnownName } from '../gazetteer/match-gazetteer.ts';
import { matchOffice } from './office-titles.ts';

const OPENERS: ReadonlySet<string> = new Set(['the', 'his', 'her', 'their', 'its', 'my', 'our', 'your']);
const OTHER_TIMES: ReadonlySet<string> = new Set([
  'former',
  'ex',
  'then',
  'late',
  'future',
  'deputy',
  'acting',
  'next',
]);

/**
 * Finds people named by country and office alone: "the US president", "Mexico's foreign minister",
 * "her US counterpart". Where the name follows, the office is its title and no mention of its own.
 * Former and future holders are left out, because the table of offices would name the wrong person.
 */
export const recognizeRoles: Recognizer = (view) =>
  view.segments.flatMap((segment) => segment.known.flatMap((name) => roleAt(segment, name)));

function roleAt(segment: SegmentView, name: KnownName): readonly Candidate[] {
  const { tokens } = segment;
  const country = name.alias.entry;
  const office = country.code === undefined ? undefined : matchOffice(tokens, name.toToken);
  const last = office === undefined ? undefined : tokens[office.toToken - 1];
  const opener = tokens[name.fromToken - 1];
  const possessive = tokens[name.toToken - 1]?.possessive === true;
  const opens = opener !== undefined && OPENERS.has(opener.key);
  if (office === undefined || last === undefined || (!opens && !possessive)) {
    return [];
  }
  if (OTHER_TIMES.has(opener?.key ?? '') || isTitleOf(segment, office.toToken)) {
    return [];
  }
  return [
    {
      segment: segment.index,
      start: opens ? opener.start : name.start,
      end: last.end,
      type: 'ROLE',
      rank: RANK.known,
      confidence: 0.9,
      evidence: `${country.names['en']?.[0] ?? country.id}, ${office.office.replaceAll('-', ' ')}`,
      reading: { kind: 'role', country, office: office.office },
    },
  ];
}

/** A capitalised word, or a name that the gazetteer has, stands directly behind. */
function isTitleOf({ tokens, known }: SegmentView, at: number): boolean {
  const next = tokens[at];
  if (next === undefined || next.kind !== 'word' || tokens[at - 1]?.possessive === true) {
    return false;
  }
  return (
    next.casing === 'capital' ||
    known.some((name) => name.fromToken === at && name.alias.entry.type === 'PER')
  );
}
