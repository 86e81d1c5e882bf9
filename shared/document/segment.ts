import { z } from 'zod';
import { InlineCode } from './inline-code.ts';

/** Derived from text, block kind and occurrence: survives edits elsewhere in the article. */
export const SegmentId = z
  .string()
  .regex(/^s[0-9a-z]{10,}$/u)
  .brand<'SegmentId'>();
export type SegmentId = z.infer<typeof SegmentId>;

/** Tells whether `id` has the form of a segment id. */
export function isSegmentId(id: unknown): id is SegmentId {
  return SegmentId.safeParse(id).success;
}

/** At most one sentence of a block: the unit that is translated, matched and reviewed. */
export const Segment = z.object({
  id: SegmentId,
  blockId: z.string(),
  /** NFC, without markup; standalone codes are U+FFFC. Never empty. */
  text: z.string().min(1),
  codes: z.array(InlineCode).readonly(),
  /** White space that stood between the previous segment of the block and this one. */
  joinBefore: z.string(),
  /** Text of the neighbours in document order; undefined at either end. */
  contextBefore: z.string().optional(),
  contextAfter: z.string().optional(),
  /** The author's own key for this text, where the input format has one. */
  key: z.string().optional(),
  /** Set where the segment's language differs from the document's. */
  locale: z.string().optional(),
});
export type Segment = Readonly<z.infer<typeof Segment>>;
