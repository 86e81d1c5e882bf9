import { z } from 'zod';
import { EntityType } from './entity-type.ts';
import { FixKey } from './fix-key.ts';
import { ENTRY_ID } from './gazetteer-entry.ts';

/** What a mention is linked to: an id, or `none` for a thing that no list has. */
export const EntityLink = z.union([z.literal('none'), z.string().max(400).regex(ENTRY_ID)]);
export type EntityLink = z.infer<typeof EntityLink>;

/** No text that is fixed is longer, in code units. */
export const LONGEST_FIXED_TEXT = 400;

/** Where a fix was made, with what is needed to find it again in a text that has changed. */
export const FixPlace = z.object({
  segmentId: z.string(),
  /** First code unit in the segment's text. */
  start: z.int().min(0),
  text: z.string().min(1).max(LONGEST_FIXED_TEXT),
  /** What stood around it in its segment; the ends of the segment are marked. */
  before: z.string(),
  after: z.string(),
});
export type FixPlace = Readonly<z.infer<typeof FixPlace>>;

/** What a person says of a place: that something is named there, or that nothing is. */
export const FixVerdict = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('mention'),
    type: EntityType,
    /** Absent: as the article and the gazetteers have it. */
    link: EntityLink.optional(),
  }),
  z.object({ kind: z.literal('nothing') }),
]);
export type FixVerdict = Readonly<z.infer<typeof FixVerdict>>;

/** One decision of a person about what an article names; it outweighs whatever the stage reads there. */
export const EntityFix = z.object({
  key: FixKey,
  place: FixPlace,
  /** It holds wherever the article has this text as whole words, but inside longer names. */
  everywhere: z.literal(true).optional(),
  verdict: FixVerdict,
});
export type EntityFix = Readonly<z.infer<typeof EntityFix>>;
