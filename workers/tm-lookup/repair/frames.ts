import { z } from 'zod';
import { type Locale, languageOf } from '../../../shared/document/locale.ts';

/** When a name of one class may take another's place in a translation. */
const NameRule = z.strictObject({
  /**
   * `free`: nothing around a name depends on it; `class`: both must be of one class of `countries`;
   * `framed`: a word of `before` must stand before it, or one of `after` behind it.
   */
  when: z.enum(['free', 'class', 'framed']),
  before: z.array(z.string()).optional(),
  after: z.array(z.string()).optional(),
  /** Words that must not stand before it: articles that only some of a class take. */
  not: z.array(z.string()).optional(),
});

/** What of a language decides whether a value can be exchanged: `config/repairs/<language>.json`. */
export const RepairFrames = z.strictObject({
  /** Words that take another form before some sounds: "le" (l'), "y" (e). */
  sandhi: z
    .strictObject({ before: z.array(z.string()), starts: z.string(), unsure: z.string().optional() })
    .optional(),
  /** Numbers that are spoken with a vowel first, as a pattern over Latin digits: "8", "11" in Italian. */
  vowelNumbers: z.string().optional(),
  /** What is written onto a name or number and depends on its sound: particles of Korean. */
  particles: z.array(z.string()).optional(),
  /** What is written onto numbers and dates and never changes: "ב-" of Hebrew. */
  joins: z.array(z.string()).optional(),
  /** How the first of a month is written where that is not the number: `1er`. */
  firstOfMonth: z.string().optional(),
  /** Weekdays (1 Monday) that no word around them depends on; absent: none. */
  weekdays: z.array(z.int().min(1).max(7)).optional(),
  /** Patterns of dates by fields, beside those of CLDR. */
  datePatterns: z.record(z.string(), z.array(z.string())).optional(),
  names: z.partialRecord(z.enum(['country', 'place', 'organization', 'person']), NameRule).optional(),
  /** How a name that has its article in it begins, as a pattern: "Le Caire". */
  articles: z.string().optional(),
  /** Classes of countries by ISO 3166 code: those of one class take the same articles and endings. */
  countries: z.record(z.string(), z.array(z.string())).optional(),
  /** Words that tell a person's gender: where one stands, no person takes another's place. */
  gendered: z.array(z.string()).optional(),
});
export type RepairFrames = Readonly<z.infer<typeof RepairFrames>>;

/** For a language without a table: values are exchanged, names are not. */
const NO_FRAMES: RepairFrames = {};

/** Gives the table of a locale, else of its language. */
export function framesOf(tables: ReadonlyMap<string, RepairFrames>): (locale: Locale) => RepairFrames {
  return (locale) => tables.get(locale) ?? tables.get(languageOf(locale)) ?? NO_FRAMES;
}
