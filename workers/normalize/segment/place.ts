import type { Candidate } from './candidate.ts';
import type { Enclosure } from './enclosures.ts';
import type { Following } from './following.ts';
import type { SegmentationRules } from './segmentation-rules.ts';

/** What a decision about one candidate can look at. */
export interface Place {
  readonly text: string;
  readonly candidate: Candidate;
  readonly following: Following;
  /** Where the sentence in hand starts. */
  readonly sentenceStart: number;
  /** The pairs that the stop stands in and that its closing marks end, innermost last. */
  readonly closed: readonly Enclosure[];
  /** Whether the text is written without capitals, so that small letters start sentences. */
  readonly isAllLower: boolean;
  readonly isListOfLines: boolean;
  readonly rules: SegmentationRules;
}
