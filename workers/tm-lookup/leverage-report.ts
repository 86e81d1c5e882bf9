import type { Document } from '../../shared/document/document.ts';
import { sumLeverage } from '../../shared/memory/leverage.ts';
import type { Leverage, LocaleMatches } from '../../shared/memory/match.ts';

/** Counts a document's segments and source words by the band of their best match. */
export function leverageReport(document: Document, found: LocaleMatches['segments']): Leverage {
  const scores = new Map(found.map(({ segmentId, matches }) => [segmentId, matches[0]?.score]));
  return sumLeverage(document.segments.map(({ id, text }) => ({ text, score: scores.get(id) })));
}
