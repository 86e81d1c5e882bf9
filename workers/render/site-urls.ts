import type { Locale } from '../../shared/document/locale.ts';

/** Where an article's page in a locale is published, for links between the pages. */
export type PageUrlOf = (locale: Locale, externalId: string) => string;

/**
 * Makes the addresses of pages from a pattern: `https://news.example/{locale}/{id}`. Absent without a
 * pattern: then pages name no address, because nobody knows it.
 */
export function pageUrls(pattern: string | undefined): PageUrlOf | undefined {
  return pattern === undefined
    ? undefined
    : (locale, externalId) =>
        pattern.replaceAll(/\{(locale|id)\}/gu, (_, name: string) =>
          encodeURIComponent(name === 'locale' ? locale : externalId),
        );
}
