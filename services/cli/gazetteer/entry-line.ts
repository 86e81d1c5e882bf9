import { type ListedType, OwnType } from '../../../shared/document/entity-type.ts';
import type { GazetteerEntry, GazetteerList } from '../../../shared/document/gazetteer-entry.ts';

/** What a line of an import file comes to: an entry, nothing that was asked for, or why it is refused. */
export type EntryLine =
  | { readonly kind: 'entry'; readonly entry: GazetteerEntry }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'refused'; readonly reason: string };

/** What an import is asked to take. */
export interface EntryFilter {
  /** Absent: every type. */
  readonly types: ReadonlySet<ListedType> | undefined;
  /** Locales, or languages, whose names are kept besides English; absent: every one. */
  readonly locales: ReadonlySet<string> | undefined;
  readonly list: GazetteerList;
  /** Wikidata classes of the customer's own kinds. */
  readonly ownClasses: ReadonlyMap<string, OwnType>;
}

/** Words that other files use for our types, with the finer class where it is one. */
const TYPE_WORDS: Readonly<Record<string, readonly [ListedType, string?]>> = {
  per: ['PER'],
  person: ['PER'],
  people: ['PER'],
  org: ['ORG'],
  organization: ['ORG'],
  organisation: ['ORG'],
  company: ['ORG', 'company'],
  brand: ['ORG', 'company'],
  agency: ['ORG', 'agency'],
  loc: ['LOC'],
  location: ['LOC'],
  place: ['LOC'],
  city: ['LOC', 'city'],
  country: ['LOC', 'country'],
  territory: ['LOC', 'country'],
  region: ['LOC', 'region'],
  admin1: ['LOC', 'region'],
  event: ['EVENT'],
  product: ['PRODUCT'],
  work: ['PRODUCT'],
  term: ['PRODUCT'],
};

/** The type that a word of a file means. Kinds of the customer's own are checked by the service. */
export function typeOfWord(word: string): readonly [ListedType, string?] | undefined {
  const own = OwnType.safeParse(word.trim().toUpperCase());
  return own.success ? [own.data] : TYPE_WORDS[word.trim().toLowerCase()];
}

/** A refusal that names the value and what was expected. */
export function refusal(value: string, expected: string): EntryLine {
  const shown = value.length > 60 ? `${value.slice(0, 60)}...` : value;
  return { kind: 'refused', reason: `"${shown}": expected ${expected}` };
}

/** Takes what `filter` asks for out of an entry. */
export function filtered(entry: GazetteerEntry, { types, locales }: EntryFilter): EntryLine {
  if (types !== undefined && !types.has(entry.type)) {
    return { kind: 'left-out' };
  }
  if (locales === undefined) {
    return { kind: 'entry', entry };
  }
  const isWanted = (locale: string): boolean =>
    locale === 'en' || locales.has(locale) || locales.has(locale.split('-')[0] ?? locale);
  const names = Object.fromEntries(Object.entries(entry.names).filter(([locale]) => isWanted(locale)));
  if (Object.keys(names).length === 0) {
    return { kind: 'left-out' };
  }
  const same = entry.same?.filter(isWanted);
  return { kind: 'entry', entry: { ...entry, names, ...(same === undefined ? {} : { same }) } };
}

/**
 * The locale as `Intl` writes it (`zh-hans` is `zh-Hans`), with the tags that Wikidata made up; undefined
 * for none, and for words that are well-formed tags but no language's ("colour", "simple").
 */
export function localeOfTag(tag: string): string | undefined {
  const known = OTHER_TAGS[tag.toLowerCase()];
  if (known !== undefined) {
    return known;
  }
  if (!/^[a-z]{2,3}(?:[-_]|$)/iu.test(tag)) {
    return undefined;
  }
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

const OTHER_TAGS: Readonly<Record<string, string>> = {
  'zh-cn': 'zh-Hans',
  'zh-sg': 'zh-Hans',
  'zh-my': 'zh-Hans',
  'zh-tw': 'zh-Hant',
  'zh-hk': 'zh-Hant',
  'zh-mo': 'zh-Hant',
  iw: 'he',
  no: 'nb',
};
