import type { CodedText } from '../document/inline-code.ts';
import type { Origin, Review } from '../document/rendition.ts';

/** A sentence of an earlier version with what was served for it in one locale. */
export interface PreviousSegment {
  /** Stable: a sentence that did not change has the same one in both versions. */
  readonly id: string;
  readonly source: CodedText;
  /** Absent: the source text stood in for it, or was the target. */
  readonly target?: CodedText | undefined;
  readonly origin: Origin;
  readonly review: Review;
  readonly unitId?: string | undefined;
}

/** The version before, in one locale. */
export interface PreviousVersion {
  readonly articleId: string;
  readonly version: number;
  /** In reading order. */
  readonly segments: readonly PreviousSegment[];
}
