import type { ReadSegment } from '../tmx/read-segment.ts';

type Attributes = Readonly<Record<string, string>>;

/** A `<source>` or `<target>` as it stands in the file. */
export interface RawText {
  readonly attributes: Attributes;
  readonly whole: ReadSegment;
  /** Its sentences by `mid`, where the file divides it into some (1.2). */
  readonly sentences: ReadonlyMap<string, ReadSegment>;
}

/** A source with its target: a `<trans-unit>`, or a `<segment>` of a `<unit>`. */
export interface RawSegment {
  readonly attributes: Attributes;
  source: RawText | undefined;
  /** The source divided into sentences (1.2). */
  divided: RawText | undefined;
  target: RawText | undefined;
}

/** A `<trans-unit>` or `<unit>` as it stands in the file. */
export interface RawUnit {
  readonly line: number;
  readonly attributes: Attributes;
  readonly notes: string[];
  /** Native markup by id (2). */
  readonly data: Map<string, string>;
  readonly segments: RawSegment[];
  readonly isTranslatable: boolean;
  /** Characters so far, elements counted as some. */
  length: number;
}

/** What a file or document says of all its units. */
export interface RawFile {
  readonly source: string | undefined;
  readonly target: string | undefined;
}
