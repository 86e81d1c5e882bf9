import { z } from 'zod';
import type { Rendition, SegmentState } from '../../../shared/document/rendition.ts';

/** How far every segment must have come to be served. */
export const OutputPolicy = z.enum(['approved', 'reviewed', 'translated', 'any']);
export type OutputPolicy = z.infer<typeof OutputPolicy>;

/** What stands in for a segment that has not come that far. */
export const OutputFallback = z.enum(['fail', 'source']);
export type OutputFallback = z.infer<typeof OutputFallback>;

/** Why a stored output cannot be served under a policy. */
export interface PolicyGap {
  readonly segments: number;
  /** Segments that meet the policy. */
  readonly met: number;
  /** Segments that do not, and are shown in the source language. */
  readonly source: number;
  /** Segments that do not, and are shown in the target language all the same. */
  readonly below: number;
}

/**
 * Judges a stored output: undefined when it may be served.
 *
 * The stored output shows the source language where a segment has no target. So `source` is met as
 * long as every segment below the policy is one of those; a target below the policy would be shown,
 * and is never served under a stricter one.
 */
export function policyGap(
  { segments }: Rendition,
  policy: OutputPolicy,
  fallback: OutputFallback,
): PolicyGap | undefined {
  const unmet = segments.filter((segment) => !meetsPolicy(segment, policy));
  const below = unmet.filter(({ target }) => target !== undefined).length;
  const gap: PolicyGap = {
    segments: segments.length,
    met: segments.length - unmet.length,
    source: unmet.length - below,
    below,
  };
  const isServed = below === 0 && (fallback === 'source' || unmet.length === 0);
  return isServed ? undefined : gap;
}

/** Whether one segment has come as far as the policy asks. Machine output never counts as reviewed. */
export function meetsPolicy(
  { target, review, origin, freshness }: SegmentState,
  policy: OutputPolicy,
): boolean {
  if (target === undefined) {
    return false;
  }
  switch (policy) {
    case 'any':
      return true;
    case 'translated':
      return freshness === 'current' && ['translated', 'reviewed', 'approved'].includes(review);
    case 'reviewed':
      return freshness === 'current' && origin !== 'mt' && ['reviewed', 'approved'].includes(review);
    case 'approved':
      return freshness === 'current' && origin !== 'mt' && review === 'approved';
  }
}

/** The `Translation-State` header: `translated=34;approved=0;source=2;segments=36`. */
export function translationState({ counts }: Rendition): string {
  const { translated, approved, source, segments } = counts;
  return `translated=${translated};approved=${approved};source=${source};segments=${segments}`;
}
