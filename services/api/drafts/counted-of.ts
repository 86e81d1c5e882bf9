import type { Document } from '../../../shared/document/document.ts';
import type { CountedArticle } from '../../../shared/memory/leverage-report.ts';
import type { LocaleMatches } from '../../../shared/memory/match.ts';

/** An article as a report counts it: each segment with its best match. */
export function countedOf(
  externalId: string,
  { segments }: Document,
  found: LocaleMatches['segments'],
): CountedArticle {
  const best = new Map(found.map(({ segmentId, matches }) => [segmentId, matches[0]]));
  return {
    externalId,
    segments: segments.map(({ id, text }) => ({
      text,
      score: best.get(id)?.score,
      repaired: best.get(id)?.repairs !== undefined,
      stored: best.get(id)?.source.text,
    })),
  };
}
