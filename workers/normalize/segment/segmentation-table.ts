import { z } from 'zod';

const words = z.array(z.string().min(1)).readonly().default([]);

/**
 * What a language expert writes in `config/segmentation/<language>.json`; `common.json` counts for
 * every language. Abbreviations stand without their last full stop; a lower-case entry stands for its
 * capitalized form too; an entry that starts with "-" is the end of a longer word: "-str".
 */
export const SegmentationTable = z
  .strictObject({
    /** A sentence never ends with one of these: titles before names, "e.g". */
    never: words,
    /** A sentence does not end here where a number follows: "No", "p". */
    beforeNumber: words,
    /** A sentence may end here: it does where a typical first word of a sentence follows. */
    sometimes: words,
    /** A sentence ends here where a capital follows: "etc". */
    usually: words,
    /**
     * After a number a sentence ends here where a capital follows, "50 руб."; after a year at its start
     * only where a typical first word does. Without a number it never does: "г. Москва".
     */
    units: words,
    /** Times of day: as `usually`, but weekdays, months and zones go on. */
    clock: words,
    /** What follows a time of day inside a sentence: "Monday", "GMT". */
    afterClock: words,
    /** Typical first words of a sentence. Their capitals mean nothing else. */
    starters: words,
    /** Words of one capital letter that may end a sentence: "I". */
    letterWords: words,
    /** Names that end with a mark: "Yahoo!". */
    markedNames: words,
    /** Further characters that end a sentence: the Greek question mark ";". */
    stops: z.string().default(''),
    /**
     * Where sentences are set apart by spaces alone, as in Thai, a space means too little: one counts
     * only before these words, which open a sentence, ...
     */
    opensAfterSpace: words,
    /** ... and after these, which close one. */
    closesBeforeSpace: words,
    /** Whether "3." is an ordinal number, as in German. */
    ordinals: z.boolean().default(false),
    /** Whether a full stop ends sentences, or is kept for abbreviations as in Thai. */
    fullStop: z.enum(['ends', 'abbreviates']).default('ends'),
  })
  .readonly();
export type SegmentationTable = z.infer<typeof SegmentationTable>;
