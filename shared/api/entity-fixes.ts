import { z } from 'zod';
import { EntityLink } from '../document/entity-fix.ts';
import { EntityType } from '../document/entity-type.ts';
import { GazetteerList } from '../document/gazetteer-entry.ts';

const place = {
  segmentId: z.string().min(1).max(100).describe('id of a sentence of the document'),
  start: z.int().min(0).describe('first UTF-16 code unit in the text of the sentence'),
  end: z.int().min(1).describe('one past the last code unit'),
  everywhere: z
    .boolean()
    .optional()
    .describe('it holds wherever the article has the same words, but inside longer names'),
};

const Remember = z.strictObject({
  list: GazetteerList.optional().describe('imported list; absent: gazetteer'),
  names: z
    .record(z.string().max(35), z.string().min(1).max(400))
    .optional()
    .describe('its form in other locales, by locale'),
});

/** Body of a correction of what an article names. */
export const EntityFixBody = z.strictObject({
  /** Version that the entities were seen in; it must still be the newest. */
  version: z.int().min(1),
  set: z
    .array(
      z.strictObject({
        ...place,
        type: EntityType,
        link: EntityLink.optional().describe(
          'Wikidata QID, id of an entry, or "none"; absent: as the article and the gazetteers have it',
        ),
        remember: Remember.optional().describe('puts the name on an imported list; needs the scope tm:write'),
      }),
    )
    .max(200)
    .readonly()
    .optional()
    .describe('what is named there: new mentions, and other types, links or boundaries of known ones'),
  remove: z.array(z.strictObject(place)).max(200).readonly().optional().describe('nothing is named there'),
  takeBack: z
    .array(z.string().min(1).max(100))
    .max(1000)
    .readonly()
    .optional()
    .describe('keys of fixes that are no longer to hold'),
});
export type EntityFixBody = Readonly<z.infer<typeof EntityFixBody>>;
