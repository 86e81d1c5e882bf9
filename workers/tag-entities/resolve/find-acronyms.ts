import { isListedType } from '../../../shared/document/entity-type.ts';
import type { Candidate } from '../candidate.ts';
import { RANK } from '../candidate.ts';
import { countBefore } from '../count-before.ts';
import type { DocumentView, SegmentView } from '../document-view.ts';
import { PLAIN_ACRONYMS } from '../names/name-words.ts';
import { spelledOutAt, standsFor } from './acronym-words.ts';

/** An acronym and the name that it stands for. */
interface Introduction {
  readonly acronym: string;
  readonly full: Candidate;
  readonly name: string;
  /** The full name was no candidate before. */
  readonly isNew: boolean;
}

/** "... (WFP)", "... (the WFP)", "..., or WFP,". */
const BEHIND =
  /(?<gap>\s?\((?:the\s)?["“]?|,?\s(?:or|known as|abbreviated as)\s(?:the\s)?)(?<acronym>\p{Lu}[\p{L}\p{N}&-]{1,9})(?=["”]?\)|,)/gu;
/** "WFP (World Food Programme)". */
const BEFORE = /(?<acronym>\p{Lu}[\p{Lu}\p{N}&-]{1,9})\s\((?:the\s)?(?<name>\p{L}[^()\n]{4,80})\)/gu;
/** What every text that introduces one has; `BEFORE` needs the bracket. */
const HINT = /\(|\s(?:or|as)\s/u;
/** Text in front of a bracket that may be spelled out in it, in code units. */
const LOOK_BACK = 120;

/** Acronyms that an article introduces. */
export interface Acronyms {
  /** Names that only their acronym made clear. */
  readonly names: readonly Candidate[];
  /** Every use of an acronym, joined to its name. */
  readonly uses: readonly Candidate[];
}

/**
 * Finds acronyms that the text itself introduces, "World Food Programme (WFP)" or the other way round,
 * with the names that they stand for, and every later use of them.
 */
export function findAcronyms(view: DocumentView, candidates: readonly Candidate[]): Acronyms {
  const bySegment = groupBySegment(candidates);
  const introductions = new Map<string, Introduction>();
  for (const segment of view.segments.filter(({ text }) => /[(,]/u.test(text) && HINT.test(text))) {
    const known = bySegment.get(segment.index) ?? [];
    const before = segment.text.includes('(') ? introducedBefore(segment, known) : [];
    for (const found of [...introducedBehind(segment, known), ...before]) {
      if (!introductions.has(found.acronym)) {
        introductions.set(found.acronym, found);
      }
    }
  }
  if (introductions.size === 0) {
    return { names: [], uses: [] };
  }
  const names = [...introductions.values()].filter(({ isNew }) => isNew).map(({ full }) => full);
  return { names, uses: view.segments.flatMap((segment) => usesIn(segment, introductions)) };
}

function groupBySegment(candidates: readonly Candidate[]): ReadonlyMap<number, readonly Candidate[]> {
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.segment) ?? [];
    groups.set(candidate.segment, group);
    group.push(candidate);
  }
  return groups;
}

function introducedBehind(segment: SegmentView, known: readonly Candidate[]): readonly Introduction[] {
  return [...segment.text.matchAll(BEHIND)].flatMap((match): readonly Introduction[] => {
    const acronym = match.groups?.['acronym'] ?? '';
    const isBracket = match.groups?.['gap']?.includes('(') === true;
    const at = match.index + match[0].length - acronym.length;
    const count = countBefore(known, ({ start }) => start < match.index);
    const full = known[count - 1];
    if (full?.end === match.index && isAbbreviated(full.type)) {
      const name = segment.text.slice(full.start, full.end);
      if (standsFor(acronym, name) || (isBracket && isOwnAcronym(acronym, full, known[count], at))) {
        return [{ acronym, full, name, isNew: false }];
      }
    }
    const from = Math.max(0, match.index - LOOK_BACK);
    const before = segment.text.slice(from, match.index);
    const start = isBracket ? spelledOutAt(acronym, before) : -1;
    const isFree = full === undefined || full.end <= from + start || isAbbreviated(full.type);
    return start < 0 || !isFree
      ? []
      : [spelledOut(segment, acronym, { start: from + start, end: match.index })];
  });
}

/** A body's acronym in another language: "Federal Intelligence Service (BND)"; no currency, no other body. */
function isOwnAcronym(acronym: string, full: Candidate, other: Candidate | undefined, at: number): boolean {
  const isKnown = other?.start === at && other.reading.kind === 'entry';
  const isCapitals = /^\p{Lu}{3,6}$/u.test(acronym) && !PLAIN_ACRONYMS.has(acronym.toLowerCase());
  return full.type === 'ORG' && isCapitals && !isKnown && full.reading.kind === 'name';
}

function introducedBefore(segment: SegmentView, known: readonly Candidate[]): readonly Introduction[] {
  return [...segment.text.matchAll(BEFORE)].flatMap((match): readonly Introduction[] => {
    const { acronym = '', name = '' } = match.groups ?? {};
    if (spelledOutAt(acronym, name) !== 0) {
      return [];
    }
    const start = match.index + match[0].length - 1 - name.length;
    const end = start + name.length;
    const full = known[countBefore(known, (each) => each.start < start)];
    return full?.start === start && full.end === end && isAbbreviated(full.type)
      ? [{ acronym, full, name, isNew: false }]
      : [spelledOut(segment, acronym, { start, end })];
  });
}

function spelledOut(
  segment: SegmentView,
  acronym: string,
  span: { readonly start: number; readonly end: number },
): Introduction {
  const full: Candidate = {
    ...span,
    segment: segment.index,
    type: 'ORG',
    rank: RANK.known,
    confidence: 0.8,
    evidence: `Spelled out beside "${acronym}"`,
    reading: { kind: 'name' },
  };
  return { acronym, full, name: segment.text.slice(span.start, span.end), isNew: true };
}

function usesIn(
  segment: SegmentView,
  introductions: ReadonlyMap<string, Introduction>,
): readonly Candidate[] {
  return segment.tokens.flatMap(({ text, start, end }): readonly Candidate[] => {
    const found = introductions.get(text);
    if (found === undefined || segment.index < found.full.segment) {
      return [];
    }
    const { full, name } = found;
    return [
      {
        segment: segment.index,
        start,
        end,
        type: full.type,
        rank: RANK.known,
        confidence: 0.95,
        evidence: `Introduced as "${text}" behind ${name}`,
        reading: full.reading.kind === 'entry' ? full.reading : { kind: 'name', of: name },
      },
    ];
  });
}

/** People are shortened in other ways. */
function isAbbreviated(type: Candidate['type']): boolean {
  return isListedType(type) && type !== 'PER';
}
