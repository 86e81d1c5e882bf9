import type { GazetteerEntry } from '../document/gazetteer-entry.ts';
import type { CountryLine } from './gazetteer-entry.ts';

/** A country or region, whose names are asked of the runtime when they are wanted. */
export interface CountryEntry {
  /** With its names in every locale. */
  readonly entry: GazetteerEntry;
  /** With the names in English and in the locales of `language` alone, and the words for its people. */
  readonly in: (language: string) => GazetteerEntry;
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
  const namerOf = rememberNamers();
  const namesOf = (line: CountryLine, wanted: readonly string[]): GazetteerEntry['names'] => {
    const names: Record<string, readonly string[]> = {};
    for (const locale of wanted) {
      const forms = [...new Set([...(line.names?.[locale] ?? []), ...namerOf(locale)(line.code)])];
      if (forms.length > 0) {
        names[locale] = forms;
      }
    }
    names['en'] = [...new Set([...(names['en'] ?? []), ...(line.aliases ?? [])])];
    return names;
  };
  return lines.map((line) => {
    const facts = {
      id: line.id,
      type: 'LOC',
      subtype: line.subtype ?? 'country',
      code: line.code,
      runtime: locales.filter((locale) => line.names?.[locale] === undefined),
      ...(line.exact === undefined ? {} : { exact: line.exact }),
    } as const;
    let names: GazetteerEntry['names'] | undefined;
    return {
      entry: {
        ...facts,
        get names() {
          names ??= namesOf(line, locales);
          return names;
        },
      },
      in: (language) => ({
        ...facts,
        names: namesOf(
          line,
          locales.filter((locale) => isOf(locale, language) || locale === 'en'),
        ),
        demonyms: { en: line.demonyms ?? [] },
      }),
    };
  });
}

function isOf(locale: string, language: string): boolean {
  return locale === language || locale.startsWith(`${language}-`);
}

type Namer = (code: string) => readonly string[];

function rememberNamers(): (locale: string) => Namer {
  const namers = new Map<string, Namer>();
  return (locale) => {
    const namer = namers.get(locale) ?? namerFor(locale);
    namers.set(locale, namer);
    return namer;
  };
}

function namerFor(locale: string): Namer {
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
