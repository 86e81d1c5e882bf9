import type { GazetteerEntry } from '../document/gazetteer-entry.ts';
import type { CountryLine } from './gazetteer-entry.ts';

/** A country or region with the English words for its people. */
export interface CountryEntry {
  readonly entry: GazetteerEntry;
  readonly demonyms: readonly string[];
}

/** Regions whose long CLDR name carries a status that news leaves out ("Hong Kong SAR China"). */
const SHORT_STYLE: ReadonlySet<string> = new Set(['HK', 'MO']);

/**
 * Builds entries for the listed countries with their names in every locale, taken from the
 * runtime's CLDR data (`Intl.DisplayNames`, Unicode License v3), a line's own forms before them. A
 * locale whose data lacks a name has none in the entry.
 */
export function countryEntries(
  lines: readonly CountryLine[],
  locales: readonly string[],
): readonly CountryEntry[] {
  const namers = locales.map((locale) => namerFor(locale));
  return lines.map((line) => {
    const names: Record<string, readonly string[]> = {};
    for (const [at, locale] of locales.entries()) {
      const forms = [...new Set([...(line.names?.[locale] ?? []), ...(namers[at]?.(line.code) ?? [])])];
      if (forms.length > 0) {
        names[locale] = forms;
      }
    }
    names['en'] = [...new Set([...(names['en'] ?? []), ...(line.aliases ?? [])])];
    return {
      entry: {
        id: line.id,
        type: 'LOC',
        subtype: line.subtype ?? 'country',
        names,
        code: line.code,
        runtime: locales.filter((locale) => line.names?.[locale] === undefined),
        ...(line.exact === undefined ? {} : { exact: line.exact }),
      },
      demonyms: line.demonyms ?? [],
    };
  });
}

function namerFor(locale: string): (code: string) => readonly string[] {
  const long = new Intl.DisplayNames(locale, { type: 'region', style: 'long', fallback: 'none' });
  const short = new Intl.DisplayNames(locale, { type: 'region', style: 'short', fallback: 'none' });
  return (code) => {
    const forms = [long.of(code), short.of(code)];
    const ordered = SHORT_STYLE.has(code) ? forms.toReversed() : forms;
    return ordered.flatMap((form) => (form === undefined ? [] : [withoutNote(form)]));
  };
}

/** "Myanmar (Burma)" is shown as "Myanmar". */
function withoutNote(name: string): string {
  return name.replace(/\s*[(（].*[)）]$/u, '');
}
