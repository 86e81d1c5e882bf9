import type { Document } from '../../shared/document/document.ts';
import type { Locale } from '../../shared/document/locale.ts';
import type { QaFinding, Rendition, SegmentState } from '../../shared/document/rendition.ts';
import type { FilledSegment } from './fill-targets.ts';

/**
 * States what each segment of the document is in the locale, and counts them. `findings` are those
 * of the quality checks, in segment order.
 */
export function buildRendition(
  document: Document,
  locale: Locale,
  filled: readonly FilledSegment[],
  findings: readonly (readonly QaFinding[])[],
): Rendition {
  const segments = filled.map((entry, index) => stateOf(entry, findings[index] ?? []));
  return {
    articleId: document.id,
    version: document.version,
    locale,
    segments,
    counts: countSegments(segments),
  };
}

/** Counts segments by what is shown of them. */
export function countSegments(segments: readonly SegmentState[]): Rendition['counts'] {
  const translated = segments.filter(({ target }) => target !== undefined);
  const own = translated.filter(({ origin }) => origin !== 'mt');
  return {
    segments: segments.length,
    translated: translated.length,
    approved: own.filter(({ review }) => review === 'approved').length,
    reviewed: own.filter(({ review }) => review === 'reviewed').length,
    machine: translated.length - own.length,
    source: segments.length - translated.length,
  };
}

function stateOf(
  { segment, target, origin, review, match, reasons }: FilledSegment,
  qa: readonly QaFinding[],
): SegmentState {
  return {
    segmentId: segment.id,
    ...(target === undefined ? {} : { target }),
    origin,
    review,
    freshness: 'current',
    qa,
    ...(match === undefined ? {} : { score: match.score, unitId: match.unitId }),
    reasons,
  };
}
