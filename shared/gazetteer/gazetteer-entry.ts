import { z } from 'zod';
import type { GazetteerEntry } from '../document/gazetteer-entry.ts';

/** A line of `countries.jsonl`: what `Intl.DisplayNames` does not know of a country or region. */
export const CountryLine = z.strictObject({
  code: z.string().regex(/^(?:[A-Z]{2}|\d{3})$/u),
  id: z.string().regex(/^Q[1-9]\d*$/u),
  subtype: z.literal('region').optional(),
  /** English forms other than those of CLDR. */
  aliases: z.array(z.string().min(1)).readonly().optional(),
  /** Per locale: forms that news prefers to those of CLDR. */
  names: z
    .record(z.string(), z.array(z.string().min(1)).min(1).readonly())
    .readonly()
    .optional(),
  /** English words for its people and for what comes from it. */
  demonyms: z.array(z.string().min(1)).readonly().optional(),
  exact: z.boolean().optional(),
});
export type CountryLine = Readonly<z.infer<typeof CountryLine>>;

/** A line of `offices.jsonl`: who held an office from one day (inclusive) to another (exclusive). */
export const OfficeLine = z.strictObject({
  /** ISO 3166 code, or the id of an organization as the table spells it (`EU`, `UN`). */
  country: z.string().min(2),
  office: z.string().min(1),
  /** Id of the person's entry. */
  person: z.string(),
  from: z.iso.date(),
  to: z.iso.date().optional(),
  /** The person who is meant by "the leader" of the country. */
  leader: z.boolean().optional(),
});
export type OfficeLine = Readonly<z.infer<typeof OfficeLine>>;

/** The form of `entry` that a text in `locale` shows, where one is known: its own, else its language's. */
export function renderedName(entry: GazetteerEntry, locale: string): string | undefined {
  for (const tag of [locale, locale.split('-')[0] ?? locale]) {
    const form =
      entry.names[tag]?.[0] ?? (entry.same?.includes(tag) === true ? entry.names['en']?.[0] : undefined);
    if (form !== undefined) {
      return form;
    }
  }
  return undefined;
}
