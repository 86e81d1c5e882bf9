import { type Locale, languageOf, scriptOf } from '../../shared/document/locale.ts';

/**
 * Tells whether text of `source` can be shown to readers of `target` as it is: one language and
 * script, and no two different regions (`en` for `en-GB`; not `pt-PT` for `pt-BR`).
 */
export function isSameLanguage(source: Locale, target: Locale): boolean {
  if (languageOf(source) !== languageOf(target) || scriptOf(source) !== scriptOf(target)) {
    return false;
  }
  const regions = [source, target].map((locale) => new Intl.Locale(locale).region);
  return regions.includes(undefined) || regions[0] === regions[1];
}
