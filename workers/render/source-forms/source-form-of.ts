import { fallbackChain } from '../../../config/locales.ts';
import { type Locale, languageOf, scriptOf } from '../../../shared/document/locale.ts';
import { remembered } from '../../../shared/text/remembered.ts';
import type { LocalizedEntity } from '../localize-entities.ts';
import type { NameKind, SourceFormStyle } from './source-form-style.ts';

const KINDS: Readonly<Record<string, NameKind>> = { PER: 'people', ORG: 'organizations', LOC: 'places' };
/** Bodies whose names are made of ordinary words, which each language says in its own. */
const TRANSLATED_NAMES: ReadonlySet<string> = new Set([
  'government',
  'international',
  'court',
  'regulator',
  'party',
  'movement',
]);

/**
 * The source's form of a name, where a reader of the locale is helped by it: the style asks for this
 * kind of name, the locale writes it otherwise, and it is at home elsewhere. Undefined where any of
 * this is not certain, and for forms that are not in Latin letters, which readers of every script read.
 */
export function sourceFormOf(
  { entity, localName }: LocalizedEntity,
  style: SourceFormStyle,
  { sourceLocale, locale }: { readonly sourceLocale: Locale; readonly locale: Locale },
): string | undefined {
  const kind = KINDS[entity.type];
  if (kind === undefined || localName === undefined || !style.kinds.includes(kind)) {
    return undefined;
  }
  if (kind === 'organizations' && TRANSLATED_NAMES.has(entity.subtype ?? '')) {
    return undefined;
  }
  const tag = fallbackChain(sourceLocale).find((each) => entity.names[each] !== undefined);
  const source = (tag === undefined ? undefined : entity.names[tag]) ?? entity.name;
  const isElsewhere =
    entity.country === undefined
      ? style.foreignPattern !== undefined && new RegExp(style.foreignPattern, 'u').test(localName)
      : !isHome(entity.country, locale);
  return isElsewhere && isLatin(source) && isOther(localName, source, locale) ? source : undefined;
}

/** Letters of Latin script alone; one letter names nothing. */
function isLatin(name: string): boolean {
  return /\p{L}.*\p{L}/u.test(name) && !/(?=\p{L})\P{Script=Latin}/u.test(name);
}

/** A form that has Latin letters in another script says the source's itself. */
function isOther(localName: string, source: string, locale: Locale): boolean {
  return scriptOf(locale) === 'Latn'
    ? localName.toLowerCase() !== source.toLowerCase()
    : !/\p{Script=Latin}/u.test(localName);
}

/** Scripts whose readers read each other's names: they share their characters. */
const HAN: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Hani', 'Jpan', 'Kore']);

/**
 * Whether names of a country are at home in the locale, so that the source's form is no more original
 * than the locale's: the country writes its script, or speaks its language where that is Latin.
 */
function isHome(country: string, locale: Locale): boolean {
  if (!/^(?:[A-Z]{2}|\d{3})$/u.test(country)) {
    return true; // nothing is known of it
  }
  const home = homeOf(country);
  const script = scriptOf(locale);
  return script === 'Latn'
    ? home.language === languageOf(locale)
    : home.script === script || (HAN.has(home.script ?? '') && HAN.has(script));
}

const homeOf = remembered((country) => new Intl.Locale(`und-${country}`).maximize());
