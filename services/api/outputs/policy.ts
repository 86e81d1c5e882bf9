import { z } from 'zod';
import type { SegmentState } from '../../../shared/document/rendition.ts';

/** How far every segment must have come to be served. */
export const OutputPolicy = z.enum(['approved', 'reviewed', 'translated', 'any']);
export type OutputPolicy = z.infer<typeof OutputPolicy>;

/**
 * What stands in for a segment that has not come that far; `last-approved` gives the newest older version
 * in which every segment was approved in the place of the whole.
 */
export const OutputFallback = z.enum(['fail', 'omit', 'source', 'last-approved']);
export type OutputFallback = z.infer<typeof OutputFallback>;

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
