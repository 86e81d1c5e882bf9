import { z } from 'zod';

const words = z.array(z.string().min(1)).readonly().default([]);

/** What an editor writes in `config/casing/<language>.json`. Every word is in its normal case. */
export const WordTable = z
  .object({
    months: words,
    /** Months that are ordinary words too. */
    ambiguousMonths: words,
    weekdays: words,
    /** Countries and other places, also of several words. */
    places: words,
    /** Places that are ordinary words too: capitalized only with evidence. */
    ambiguousPlaces: words,
    /** Nationalities and languages. */
    demonyms: words,
    /** Nationalities that are ordinary words too, and the names that are evidence for them. */
    ambiguousDemonyms: z.record(z.string(), z.array(z.string()).readonly()).readonly().default({}),
    /** Nouns that follow a nationality: "Polish government". */
    nounsAfterDemonym: words,
    /** Phrases that keep their lower case: "french fries". */
    lowerCompounds: words,
    /** Organizations, parties, works, brands: "European Union", "iPhone". */
    organizations: words,
    /** Words in capitals: "NATO", "U.S." */
    acronyms: words,
    /** Names that are never believed of words in lower case, whatever a list or gazetteer says. */
    neverNames: words,
    /** Nouns that writers may leave small in a name: the "party" of "Labour party". */
    genericNouns: words,
    /** Words in lower case that only a rule or a list may capitalize, never the model: style, not spelling. */
    unguessed: words,
    /** Abbreviations that stand before a name, without their full stop: "Mr", "Gen". */
    titleAbbreviations: words,
    /** Other abbreviations in lower case after which a sentence goes on, without their full stop. */
    midSentenceAbbreviations: words,
    /** Whether "3." is an ordinal number, after which a sentence goes on, as in German. */
    ordinalNumbers: z.boolean().default(false),
    /** Words that follow "US" the country and not "us" the pronoun: "president". */
    nounsAfterCountry: words,
    /** Titles that are capitalized directly before a name, in lower case. */
    titles: words,
    /** Words before a title that keep it in lower case: "former president Obama". */
    titleModifiers: words,
    determiners: words,
    /** Words that are names and ordinary words: never capitalized because a name like it occurs. */
    commonWords: words,
    /** Typical first words of a sentence, capitalized. */
    sentenceStarters: words,
    /** What stands before a writer's name: "by". */
    bylineWords: words,
  })
  .readonly();
export type WordTable = z.infer<typeof WordTable>;

/** `config/casing/agencies.json`: news agencies with the forms in which sources print them. */
export const AgencyTable = z.array(z.object({ name: z.string(), forms: words }).readonly()).readonly();
export type AgencyTable = z.infer<typeof AgencyTable>;
