import type { Document } from '../../shared/document/document.ts';
import type { Rendition, SegmentState } from '../../shared/document/rendition.ts';
import type { LocaleMatches } from '../../shared/memory/match.ts';
import { countSegments } from './build-rendition.ts';
import type { Fallback } from './fallback.ts';
import type { FilledSegment } from './fill-targets.ts';

/** What a reader wants to be given. */
export interface ServingRules {
  /** Whether a segment's target may be shown. */
  readonly isServed: (state: SegmentState) => boolean;
  /** What is shown of the others. */
  readonly fallback: Fallback;
}

export interface StoredRendition {
  readonly document: Document;
  readonly rendition: Rendition;
  /** What the memory had: suggestions come from it. */
  readonly matches: LocaleMatches | undefined;
}

/**
 * Brings a stored rendition back into the form that outputs are written from, by the reader's rules:
 * a target that must not be shown gives way, with the reason `below-policy`, and the counts follow.
 */
export function serveRendition(
  { document, rendition, matches }: StoredRendition,
  { isServed, fallback }: ServingRules,
): { readonly filled: readonly FilledSegment[]; readonly rendition: Rendition } {
  const segments = rendition.segments.map((state) => (isServed(state) ? state : withoutTarget(state)));
  const states = new Map(segments.map((state) => [state.segmentId, state]));
  const found = new Map(matches?.segments.map((entry) => [entry.segmentId, entry.matches]));
  const filled = document.segments.flatMap((segment): FilledSegment[] => {
    const state = states.get(segment.id);
    if (state === undefined) {
      return [];
    }
    const { target, origin, review, reasons, unitId } = state;
    const own = found.get(segment.id) ?? [];
    const match = own.find((candidate) => unitId !== undefined && candidate.unitId === unitId);
    return [
      {
        segment,
        origin,
        review,
        reasons,
        suggestions: own.filter((candidate) => candidate !== match),
        ...(target === undefined ? {} : { target }),
        ...(target === undefined && fallback === 'omit' ? { isOmitted: true } : {}),
        ...(match === undefined ? {} : { match }),
      },
    ];
  });
  const counts = countSegments(segments);
  const shown = fallback === 'omit' ? { ...counts, source: 0, omitted: counts.source } : counts;
  return { filled, rendition: { ...rendition, segments, counts: shown } };
}

function withoutTarget({ target, ...state }: SegmentState): SegmentState {
  return target === undefined
    ? state
    : { ...state, origin: 'none', reasons: [...state.reasons, 'below-policy'] };
}
