import { z } from 'zod';
import { SegmentId } from './segment.ts';

const BLOCK_KINDS = [
  'headline',
  'description',
  'heading',
  'paragraph',
  'list-item',
  'quote',
  'caption',
  'table-cell',
  'alt',
  'title',
] as const;

/** What a block is for its reader; part of a segment's identity. */
export const BlockKind = z.enum(BLOCK_KINDS);
export type BlockKind = z.infer<typeof BlockKind>;

/**
 * A run of text that is laid out as one; its text is that of its segments, each preceded by its
 * `joinBefore`. `alt`, `title` and `description` blocks stand outside the tree's reading order.
 */
export const Block = z.object({
  id: z.string(),
  kind: BlockKind,
  segmentIds: z.array(SegmentId).readonly(),
});
export type Block = Readonly<z.infer<typeof Block>>;
