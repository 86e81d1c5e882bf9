import type { GazetteerEntry } from '../../../shared/document/gazetteer-entry.ts';
import { type Candidate, RANK, type Recognizer } from '../candidate.ts';
import { countBefore } from '../count-before.ts';
import type { SegmentView } from '../document-view.ts';
import type { KnownName } from '../gazetteer/match-gazetteer.ts';
import { matchOffice, type OfficeTitle } from './office-titles.ts';

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
 * "the president of Peru",
 * "her US counterpart". Where the name follows, the office is its title and no mention of its own.
 * Former and future holders are left out, because the table of offices would name the wrong person.
 */
export const recognizeRoles: Recognizer = (view) =>
  view.segments.flatMap((segment) => segment.known.flatMap((name) => roleAt(segment, name)));

function roleAt(segment: SegmentView, name: KnownName): readonly Candidate[] {
  if (name.alias.entry.code === undefined) {
    return [];
  }
  const role = officeBehind(segment, name) ?? officeBefore(segment, name);
  return role === undefined ? [] : [toCandidate(segment, name.alias.entry, role)];
}

interface Role {
  readonly office: OfficeTitle;
  readonly start: number;
  readonly end: number;
}

/** "the US president", "Mexico's foreign minister". */
function officeBehind(segment: SegmentView, name: KnownName): Role | undefined {
  const { tokens } = segment;
  const office = matchOffice(tokens, name.toToken);
  const last = office === undefined ? undefined : tokens[office.toToken - 1];
  const opener = tokens[name.fromToken - 1];
  const possessive = tokens[name.toToken - 1]?.possessive === true;
  const opens = opener !== undefined && OPENERS.has(opener.key);
  if (office === undefined || last === undefined || (!opens && !possessive)) {
    return undefined;
  }
  if (OTHER_TIMES.has(opener?.key ?? '') || isTitleOf(segment, office.toToken)) {
    return undefined;
  }
  return { office: office.office, start: opens ? opener.start : name.start, end: last.end };
}

/** The longest office has four words. */
const LONGEST_OFFICE = 4;

/** "the president of Mexico", "the prime minister of the Netherlands". */
function officeBefore({ tokens }: SegmentView, name: KnownName): Role | undefined {
  const article = tokens[name.fromToken - 1]?.key === 'the' ? 1 : 0;
  const of = name.fromToken - 1 - article;
  if (name.alias.kind !== 'name' || tokens[of]?.key !== 'of') {
    return undefined;
  }
  for (let at = of - 1; at >= Math.max(1, of - LONGEST_OFFICE); at -= 1) {
    const office = matchOffice(tokens, at);
    const opener = tokens[at - 1];
    if (office?.toToken === of && opener?.key === 'the' && office.office !== 'counterpart') {
      return { office: office.office, start: opener.start, end: name.end };
    }
  }
  return undefined;
}

function toCandidate(segment: SegmentView, country: GazetteerEntry, { office, start, end }: Role): Candidate {
  return {
    segment: segment.index,
    start,
    end,
    type: 'ROLE',
    rank: RANK.known,
    confidence: 0.9,
    evidence: `${country.names['en']?.[0] ?? country.id}, ${office.replaceAll('-', ' ')}`,
    reading: { kind: 'role', country, office },
  };
}

/** A capitalised word, or a name that the gazetteer has, stands directly behind. */
function isTitleOf({ tokens, known }: SegmentView, at: number): boolean {
  const next = tokens[at];
  if (next === undefined || next.kind !== 'word' || tokens[at - 1]?.possessive === true) {
    return false;
  }
  return next.casing === 'capital' || isPersonAt(known, at);
}

function isPersonAt(known: SegmentView['known'], at: number): boolean {
  const name = known[countBefore(known, ({ fromToken }) => fromToken < at)];
  return name?.fromToken === at && name.alias.entry.type === 'PER';
}
