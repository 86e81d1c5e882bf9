import type { NameType } from '../labels.ts';

/** A name that people marked in a text; UTF-16 code units, half-open. */
export interface MarkedName {
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
}

/** A sentence with its names in reading order, without overlaps. */
export interface MarkedSentence {
  readonly text: string;
  readonly names: readonly MarkedName[];
}

/** Sentences that belong together: what the tagger reads as one document. */
export interface MarkedDocument {
  readonly id: string;
  readonly sentences: readonly MarkedSentence[];
  /** Names of type MISC are not marked: where the tagger sees one, nobody knows. */
  readonly withoutMisc?: boolean;
}
