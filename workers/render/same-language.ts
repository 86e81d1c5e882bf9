import { type Locale, languageOf, regionOf, scriptOf } from '../../shared/document/locale.ts';

/**
 * Tells whether text of `source` can be shown to readers of `target` as it is: one language and
 * script, and no two different regions (`en` for `en-GB`; not `pt-PT` for `pt-BR`).
 */
export function isSameLanguage(source: Locale, target: Locale): boolean {
  if (languageOf(source) !== languageOf(target) || scriptOf(source) !== scriptOf(target)) {
    return false;
  }
  const regions = [regionOf(source), regionOf(target)];
  return regions.includes('') || regions[0] === regions[1];
}
