import type { ReadSegment } from './read-segment.ts';

/** A `<tuv>` as it stands in the file. */
export interface RawVariant {
  /** Language tag as written. */
  readonly language: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly properties: Map<string, string>;
  segment: ReadSegment | undefined;
}

/** A `<tu>` as it stands in the file. */
export interface RawUnit {
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly properties: Map<string, string>;
  readonly variants: RawVariant[];
}
