import { isLocale, type Locale, languageOf, toLocale } from '../shared/document/locale.ts';
import { PipelineError } from '../shared/errors/errors.ts';

/**
 * The locales that ship with labels and a style, and where each looks next when a label or a name
 * is missing. Script and direction follow from CLDR (`shared/document/locale.ts`).
 */
const FALLBACKS = {
  en: [],
  es: [],
  fr: [],
  'fr-CA': ['fr'],
  de: [],
  'de-CH': ['de'],
  it: [],
  'pt-BR': ['pt'],
  'pt-PT': ['pt'],
  nl: [],
  pl: [],
  cs: [],
  vi: [],
  ru: [],
  uk: [],
  tr: [],
  el: [],
  sv: [],
  ar: [],
  he: [],
  fa: [],
  hi: [],
  th: [],
  id: [],
  'zh-Hans': ['zh'],
  'zh-Hant': [],
  ja: [],
  ko: [],
  sw: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Every configured locale, in the order in which lists show them. */
export const LOCALES: readonly Locale[] = Object.keys(FALLBACKS).filter((tag) => isLocale(tag));

/** Target locales of an article that names none: those for which the sample memory has translations. */
export const DEFAULT_TARGETS: readonly Locale[] = [
  'es',
  'fr',
  'de',
  'pt-BR',
  'vi',
  'ru',
  'ar',
  'he',
  'zh-Hans',
  'ja',
].filter((tag) => isLocale(tag));

/** Locales to try for `locale`, itself first: `pt-BR`, then `pt`. */
export function fallbackChain(locale: Locale): readonly string[] {
  return CHAINS.get(locale) ?? [locale];
}

const CHAINS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(FALLBACKS).map(([locale, others]) => [locale, [locale, ...others]]),
);

/**
 * Reads a locale that a person wrote (`pt_br`, `zh-hans`).
 *
 * @throws {PipelineError} `LOCALE_UNKNOWN`, which names the value and the nearest configured locale.
 */
export function parseLocale(text: string): Locale {
  const locale = toLocale(text);
  if (locale !== undefined && LOCALES.includes(locale)) {
    return locale;
  }
  const near = nearestLocale(text);
  const hint = near === undefined ? `one of ${LOCALES.join(', ')}` : `did you mean "${near}"?`;
  throw new PipelineError('LOCALE_UNKNOWN', `Locale "${text}" is not configured: ${hint}`, {
    details: { locale: text, known: LOCALES },
  });
}

/** The configured locale that `text` probably means: of the same language, or of the country `text` names. */
function nearestLocale(text: string): Locale | undefined {
  const language = text.split(/[-_]/u)[0]?.toLowerCase();
  const spoken = /^[a-z]{2}$/iu.test(text) ? new Intl.Locale(`und-${text}`).maximize().language : undefined;
  return [language, spoken]
    .map((wanted) => LOCALES.find((known) => languageOf(known) === wanted))
    .find((found) => found !== undefined);
}
