import type { GazetteerEntry, GazetteerList } from '../document/gazetteer-entry.ts';
import { isEverydayWord } from './everyday-words.ts';
import type { Gazetteer } from './load-gazetteer.ts';
import { buildNameTable, type NameForm, type NameTable } from './name-table.ts';
import { foldName } from './scan-words.ts';

/** A gazetteer whose names can be found. */
export interface NameLayer {
  readonly table: NameTable;
  readonly entryAt: (entry: number) => GazetteerEntry | undefined;
  /** The customer's list that it comes from; absent for what ships. */
  readonly list?: GazetteerList;
}

/** The names that a text in a language may use, the gazetteer of highest rank first. */
export interface NameIndex {
  readonly language: string;
  readonly layers: readonly NameLayer[];
}

/**
 * Builds the layer of what ships: every form that a text in `language` may use, its own and the English ones.
 * Countries stand before whatever else has their name.
 */
export function buildNameIndex(gazetteer: Gazetteer, language: string): NameIndex {
  const countries = gazetteer.countries.map((country) => country.in(language));
  const plain = [...gazetteer.countries.map(({ entry }) => entry), ...gazetteer.entries];
  const forms = [...countries, ...gazetteer.entries].flatMap((entry, at) => formsOf(entry, at, language));
  return { language, layers: [{ table: buildNameTable(forms), entryAt: (at) => plain[at] }] };
}

/** The forms of an entry that a text in `language` may use. Those of other languages are left out. */
export function formsOf(entry: GazetteerEntry, at: number, language: string): readonly NameForm[] {
  const forms: NameForm[] = [];
  const country = entry.code !== undefined;
  for (const text of inLanguage(entry.names, language)) {
    const strict = country ? isStrictCountry(entry, text, language) : isStrictName(entry, text, language);
    forms.push({ text, entry: at, kind: 'name', country, ...withCare(text, language, strict) });
  }
  for (const text of entry.short ?? []) {
    forms.push({ text, entry: at, kind: 'short', ...withCare(text, language, true) });
  }
  for (const word of inLanguage(entry.demonyms ?? {}, language)) {
    for (const text of language === 'en' ? withPlural(word) : [word]) {
      const strict = isEverydayWord(foldName(text), language);
      forms.push({ text, entry: at, kind: 'demonym', ...withCare(text, language, strict) });
    }
  }
  return forms;
}

/** Short words of a language that writes meaning into its accents are other words without them. */
function withCare(
  text: string,
  language: string,
  strict: boolean,
): Pick<NameForm, 'strict' | 'accents' | 'everyday'> {
  const oneWord = isOneWord(text);
  return {
    strict,
    accents: language === 'vi' && oneWord && text !== text.normalize('NFD'),
    everyday: oneWord && isEverydayWord(foldName(text), language),
  };
}

/** Names of other languages than the text's and English are forms of other texts. */
function inLanguage(
  names: Readonly<Record<string, readonly string[]>>,
  language: string,
): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const locale of Object.keys(names)) {
    if (locale === 'en' || locale === language || locale.startsWith(`${language}-`)) {
      for (const name of names[locale] ?? []) {
        forms.add(name);
        forms.add(locale === 'en' ? otherSpelling(name) : name);
      }
    }
  }
  return forms;
}

/** Words of bodies' names that one side of the Atlantic spells in another way. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bOrganization\b/u, 'Organisation'],
  [/\bOrganisation\b/u, 'Organization'],
  [/\bProgramme\b/u, 'Program'],
  [/\bLabour\b/u, 'Labor'],
  [/\bDefense\b/u, 'Defence'],
  [/\bDefence\b/u, 'Defense'],
  [/\bCenters\b/u, 'Centres'],
];

/** "World Health Organisation" for "World Health Organization"; the name itself where there is no other. */
function otherSpelling(name: string): string {
  const found = SPELLINGS.find(([word]) => word.test(name));
  return found === undefined ? name : name.replace(found[0], found[1]);
}

/** One word is only sure in its own case, but for places: "brussels" means nothing else. */
function isStrictName(entry: GazetteerEntry, form: string, language: string): boolean {
  return (
    entry.exact === true ||
    (isOneWord(form) && (entry.type !== 'LOC' || form.length < 5 || isEverydayWord(foldName(form), language)))
  );
}

/** "US", "UK", "U.S.": in lower case these are other words. */
function isStrictCountry(entry: GazetteerEntry, form: string, language: string): boolean {
  const short = form.length < 4 || form === form.toUpperCase();
  return short || (isOneWord(form) && (entry.exact === true || isEverydayWord(foldName(form), language)));
}

function isOneWord(form: string): boolean {
  return !/[\s-]/u.test(form);
}

function withPlural(demonym: string): readonly string[] {
  return /(?:s|se|sh|ch|z)$/u.test(demonym) ? [demonym] : [demonym, `${demonym}s`];
}
