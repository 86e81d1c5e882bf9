import { z } from 'zod';
import { ListedType } from './entity-type.ts';

/**
 * How an entity's name gets into a locale: `name` writes the form that a gazetteer has and leaves the
 * rest as it is, `keep` writes the source's form everywhere, `transliterate` spells what no gazetteer
 * has in the locale's script and marks it as unverified.
 */
export const NamePolicy = z.enum(['name', 'keep', 'transliterate']);
export type NamePolicy = z.infer<typeof NamePolicy>;

/** An id: of Wikidata, else one of our own. */
export const ENTRY_ID = /^(?:Q[1-9]\d*|local:[a-z][a-z0-9-]*:[\p{L}\p{M}\p{N}-]+)$/u;

/** One thing that a gazetteer knows: a line of `config/gazetteers/*.jsonl`, or an imported entry. */
export const GazetteerEntry = z.strictObject({
  /** Wikidata QID, else `local:<type>:<slug>`. */
  id: z.string().regex(ENTRY_ID),
  type: ListedType,
  subtype: z.string().optional(),
  /** Per locale: the form that is rendered, then others that are recognized. */
  names: z.record(z.string(), z.array(z.string().min(1)).min(1).readonly()).readonly(),
  /** Locales that write the first English form as it is. */
  same: z.array(z.string()).readonly().optional(),
  /** Forms that mean this one even where the full name never occurs. */
  short: z.array(z.string().min(1)).readonly().optional(),
  /** Forms by which a person is named again, where that is not the last word of the name. */
  family: z.array(z.string().min(1)).readonly().optional(),
  /** Per locale: words for its people and for what comes from it. */
  demonyms: z
    .record(z.string(), z.array(z.string().min(1)).min(1).readonly())
    .readonly()
    .optional(),
  /** Recognized in this case only: the words also mean something else. */
  exact: z.boolean().optional(),
  /** ISO 3166 code or UN M49 number of a country or region. */
  code: z.string().optional(),
  /** ISO 3166 code of the country that it lies in, or that a person or body belongs to. */
  country: z.string().optional(),
  /** How its name gets into a locale, where that differs from the policy of its type. */
  policy: NamePolicy.optional(),
  /** Locales whose first form the runtime's own data gave, when the entry was made from it. */
  runtime: z.array(z.string()).readonly().optional(),
  /** Where its facts come from, in words. */
  source: z.string().min(1).optional(),
});
export type GazetteerEntry = Readonly<z.infer<typeof GazetteerEntry>>;

/**
 * What an imported list is to the tagger. Of two names of the same length the one of the higher list
 * stands: `do-not-translate`, then `glossary`, then `gazetteer`, then what ships.
 */
export const GAZETTEER_LISTS = ['gazetteer', 'glossary', 'do-not-translate'] as const;
export const GazetteerList = z.enum(GAZETTEER_LISTS);
export type GazetteerList = z.infer<typeof GazetteerList>;

/** An id for something that Wikidata does not have: the same type and name give the same one. */
export function localEntryId(type: GazetteerEntry['type'], name: string): string {
  const slug = name
    .normalize('NFD')
    .replaceAll(/(?<=[A-Za-z])\p{Mn}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
  return `local:${type.toLowerCase()}:${slug === '' ? 'x' : slug}`;
}

/**
 * Joins what two sources say of one thing. Where both say something `added` is believed: its forms
 * come first, so that they are rendered, and those of `known` are still recognized.
 */
export function mergeEntries(known: GazetteerEntry, added: GazetteerEntry): GazetteerEntry {
  const short = union(added.short, known.short);
  const family = union(added.family, known.family);
  const same = union(added.same, known.same)?.filter((locale) => added.names[locale] === undefined);
  const demonyms = mergeForms(known.demonyms ?? {}, added.demonyms ?? {});
  return {
    ...known,
    ...added,
    names: mergeForms(known.names, added.names),
    ...(short === undefined ? {} : { short }),
    ...(family === undefined ? {} : { family }),
    ...(same === undefined ? {} : { same }),
    ...(Object.keys(demonyms).length === 0 ? {} : { demonyms }),
  };
}

type Forms = Readonly<Record<string, readonly string[]>>;

function mergeForms(known: Forms, added: Forms): Forms {
  const merged: Record<string, readonly string[]> = { ...known };
  for (const [locale, forms] of Object.entries(added)) {
    merged[locale] = union(forms, known[locale]) ?? [];
  }
  return merged;
}

function union(first: readonly string[] = [], second: readonly string[] = []): readonly string[] | undefined {
  const all = [...new Set([...first, ...second])];
  return all.length === 0 ? undefined : all;
}
