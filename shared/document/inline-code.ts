import { z } from 'zod';

/**
 * The character that stands in a segment's text for a standalone inline code, so that every code
 * has a non-empty span and nesting is decided by containment alone.
 */
export const PLACEHOLDER = '\uFFFC';

const position = {
  /** 1-based, unique inside its segment; a target refers to the source's code by it. */
  id: z.int().min(1),
  /** First code unit it covers. Pairs cover the text they mark; standalone codes one U+FFFC. */
  start: z.int().min(0),
  end: z.int().min(1),
  /** Whether a translation may leave it out. */
  canDelete: z.boolean(),
  /** Whether a translation may put it elsewhere in the segment. */
  canReorder: z.boolean(),
};

/** Elements of HTML that mean something inside a sentence and have no kind of their own. */
const SPAN_TAGS = [
  'abbr',
  'bdi',
  'bdo',
  'cite',
  'dfn',
  'ins',
  'kbd',
  'mark',
  'rp',
  'rt',
  'ruby',
  'small',
  'span',
  'sub',
  'sup',
  'time',
  'u',
] as const;
export const SpanTag = z.enum(SPAN_TAGS);
export type SpanTag = z.infer<typeof SpanTag>;

/** Tells whether an element of this name is kept as a `span` code. */
export function isSpanTag(tag: string): tag is SpanTag {
  return SpanTag.safeParse(tag).success;
}

/**
 * Markup inside a segment: never translated, may move. Codes are listed in reading order: by start,
 * an enclosing code before what it encloses; equal spans nest in list order.
 */
export const InlineCode = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('emphasis'), ...position }),
  z.object({ kind: z.literal('strong'), ...position }),
  z.object({ kind: z.literal('delete'), ...position }),
  z.object({
    kind: z.literal('link'),
    ...position,
    url: z.string(),
    /** Segment that holds the link's title, where it has one. */
    titleSegment: z.string().optional(),
  }),
  z.object({
    kind: z.literal('image'),
    ...position,
    url: z.string(),
    /** Segment that holds the alternative text, where it has one. */
    altSegment: z.string().optional(),
    titleSegment: z.string().optional(),
  }),
  z.object({ kind: z.literal('code'), ...position, value: z.string() }),
  z.object({ kind: z.literal('break'), ...position }),
  z.object({ kind: z.literal('footnote-reference'), ...position, identifier: z.string() }),
  z.object({
    kind: z.literal('span'),
    ...position,
    /** `span` only carries `lang` or `dir`; the parentheses of `rp` are text. */
    tag: SpanTag,
    /** BCP 47: language of what it covers, where it is not the segment's. */
    lang: z.string().optional(),
    dir: z.enum(['ltr', 'rtl', 'auto']).optional(),
    /** Machine-readable value of `time`. */
    dateTime: z.string().optional(),
    /** Segment that holds the expansion of `abbr`, or another element's title. */
    titleSegment: z.string().optional(),
  }),
  /** Text that its author excluded from translation. */
  z.object({ kind: z.literal('protected'), ...position, value: z.string() }),
]);
export type InlineCode = Readonly<z.infer<typeof InlineCode>>;
export type InlineCodeKind = InlineCode['kind'];

/** Which kinds enclose text; the others stand alone as one U+FFFC. A new kind must be placed. */
export const CODE_SHAPE: { readonly [Kind in InlineCodeKind]: 'pair' | 'standalone' } = {
  emphasis: 'pair',
  strong: 'pair',
  delete: 'pair',
  link: 'pair',
  image: 'standalone',
  code: 'standalone',
  break: 'standalone',
  'footnote-reference': 'standalone',
  span: 'pair',
  protected: 'standalone',
};

/** Text with its inline codes: one side of a translation unit, or a segment's content. */
export const CodedText = z.object({ text: z.string(), codes: z.array(InlineCode).readonly() });
export type CodedText = Readonly<z.infer<typeof CodedText>>;
