import type { ReadSegment } from './read-segment.ts';

/** A `<prop>`: its type and its text; a `<note>` has the type `note`. */
export type Property = readonly [name: string, value: string];

/** A `<tuv>` as it stands in the file. */
export interface RawVariant {
  /** Language tag as written. */
  readonly language: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Names and values, in order; a name may come several times. */
  readonly properties: Property[];
  segment: ReadSegment | undefined;
}

/** A `<tu>` as it stands in the file. */
export interface RawUnit {
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly properties: Property[];
  readonly variants: RawVariant[];
}
