import { z } from 'zod';

/**
 * A well-formed BCP 47 tag in canonical case (`pt-BR`, `zh-Hans`).
 *
 * Canonical form is what `Intl.getCanonicalLocales` returns; whether the product has labels and
 * styles for it is `config/locales.ts`' knowledge.
 */
export const Locale = z
  .string()
  .refine((tag) => canonicalTag(tag) === tag, {
    error: (issue) => `"${String(issue.input)}" is not a canonical BCP 47 locale such as "pt-BR"`,
  })
  .brand<'Locale'>()
  .meta({ description: 'BCP 47 locale in canonical form', examples: ['es', 'pt-BR', 'zh-Hans'] });
export type Locale = z.infer<typeof Locale>;

/** Tells whether `tag` is a well-formed BCP 47 tag in canonical form. */
export function isLocale(tag: unknown): tag is Locale {
  return typeof tag === 'string' && canonicalTag(tag) === tag;
}

/** Brings `tag` into canonical form (`pt_br` -> `pt-BR`), or answers undefined where it is no tag. */
export function toLocale(tag: string): Locale | undefined {
  const canonical = canonicalTag(tag.trim().replaceAll('_', '-'));
  return isLocale(canonical) ? canonical : undefined;
}

/** The language subtag alone: `pt` of `pt-BR`. */
export function languageOf(locale: Locale): string {
  return new Intl.Locale(locale).language;
}

/** The script a locale is written in, likely subtags added: `Hans` of `zh`, `Latn` of `es`. */
export function scriptOf(locale: Locale): string {
  return new Intl.Locale(locale).maximize().script ?? 'Latn';
}

const RTL_SCRIPTS: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Syrc',
  'Thaa',
]);

/** The direction in which a locale's script runs. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return RTL_SCRIPTS.has(scriptOf(locale)) ? 'rtl' : 'ltr';
}

/** Tags seen before: every payload and result names some, and there are few. */
const canonicalTags = new Map<string, string>();
const MAX_KNOWN_TAGS = 1000;

function canonicalTag(tag: string): string | undefined {
  const known = canonicalTags.get(tag);
  if (known !== undefined) {
    return known;
  }
  try {
    const canonical = Intl.getCanonicalLocales(tag)[0];
    if (canonical !== undefined && canonicalTags.size < MAX_KNOWN_TAGS) {
      canonicalTags.set(tag, canonical);
    }
    return canonical;
  } catch {
    return undefined; // not a tag: the caller says so in its own words
  }
}
