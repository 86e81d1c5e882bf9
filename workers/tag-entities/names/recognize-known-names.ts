import { type Candidate, RANK, type Recognizer } from '../candidate.ts';
import type { KnownName } from '../gazetteer/match-gazetteer.ts';

/** Turns the gazetteer's names into candidates: entries under their type, demonyms as NORP. */
export const recognizeKnownNames: Recognizer = (view) =>
  view.segments.flatMap(({ index, known }) => known.map((name) => toCandidate(index, name)));

function toCandidate(segment: number, name: KnownName): Candidate {
  const { entry, kind } = name.alias;
  const rank = kind === 'short' ? RANK.shape : RANK.known; // "Maria Trump" is someone else
  const span = { segment, start: name.start, end: name.end, rank };
  const asWritten = name.sameCase ? 1 : 0.8;
  switch (kind) {
    case 'demonym':
      return {
        ...span,
        type: 'NORP',
        confidence: 0.95 * asWritten,
        evidence: `Word for ${entry.names['en']?.[0] ?? entry.id}`,
        reading: { kind: 'demonym', country: entry },
      };
    case 'name':
    case 'short':
      return {
        ...span,
        type: entry.type,
        confidence: (kind === 'short' ? 0.7 : 0.95) * asWritten,
        evidence: kind === 'short' ? 'Short form in the gazetteer' : 'Name in the gazetteer',
        reading: { kind: 'entry', entry, short: kind === 'short' },
      };
    default:
      return kind satisfies never;
  }
}
