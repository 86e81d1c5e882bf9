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
  return remember(languages, locale, () => new Intl.Locale(locale).language);
}

/** The region that a tag names: `BR` of `pt-BR`; empty where it names none. */
export function regionOf(locale: Locale): string {
  return remember(regions, locale, () => new Intl.Locale(locale).region ?? '');
}

/** The script a locale is written in, likely subtags added: `Hans` of `zh`, `Latn` of `es`. */
export function scriptOf(locale: Locale): string {
  return remember(scripts, locale, () => new Intl.Locale(locale).maximize().script ?? 'Latn');
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

/** What was said of tags before: every payload, segment and block names some, and there are few. */
const canonicalTags = new Map<string, string>();
const languages = new Map<string, string>();
const regions = new Map<string, string>();
const scripts = new Map<string, string>();
const MAX_KNOWN_TAGS = 1000;

function remember(known: Map<string, string>, tag: string, tell: () => string): string {
  const value = known.get(tag);
  if (value !== undefined) {
    return value;
  }
  const told = tell();
  if (known.size < MAX_KNOWN_TAGS) {
    known.set(tag, told);
  }
  return told;
}

function canonicalTag(tag: string): string | undefined {
  const canonical = remember(canonicalTags, tag, () => {
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? '';
    } catch {
      return ''; // not a tag: the caller says so in its own words
    }
  });
  return canonical === '' ? undefined : canonical;
}
