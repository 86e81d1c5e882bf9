import type { Element } from 'hast';
import type { Diagnostic } from '../../../../../shared/document/overlay.ts';
import { type FoundMeta, foundFrom, mergeFound, NOTHING_FOUND } from '../../../draft/found-meta.ts';
import { lineOf } from '../elements.ts';
import { findHeadline } from '../headline-element.ts';
import { ownElements } from '../own-elements.ts';
import type { Page } from '../read-page.ts';
import { resolveAddress } from '../resolve-addresses.ts';
import { type HeadData, metaOf, readHead } from './head-data.ts';
import { isNode, type JsonLdData, readJsonLd, textOf } from './json-ld.ts';
import { readByline } from './page-byline.ts';
import { readDates } from './page-dates.ts';
import { firstPart, headlineOf, siteInTitle, withoutSite } from './page-headline.ts';

export interface PageMeta {
  readonly found: FoundMeta;
  readonly diagnostics: readonly Diagnostic[];
  /** The element that shows the headline. */
  readonly headline: Element | undefined;
  readonly articleBody: string | undefined;
  /** Who wrote the article, as names. */
  readonly writers: readonly string[];
  /** What relative addresses stand against. */
  readonly base: string | undefined;
}

/** Reads what a page says about its article, each value with its evidence. */
export function readPageMeta(page: Page): PageMeta {
  const { root } = page;
  const head = readHead(root);
  const jsonLd = readJsonLd(page.jsonLd);
  const siteNames = siteNamesOf(head, jsonLd);
  const stated = jsonLd.isArticle
    ? textOf(jsonLd.article?.['headline'] ?? jsonLd.article?.['name'])
    : undefined;
  const openGraph = metaOf(head, 'og:title', 'twitter:title', 'dc.title', 'dcterms.title');
  const titles = [stated, openGraph, head.title].filter((title) => title !== undefined);
  const headline = findHeadline(root, titlesOf(titles, siteNames[0]));
  const own = ownElements(root, headline);
  const addresses = addressesOf(head, jsonLd);
  const language = languageOf(head, jsonLd);
  const dates = readDates({ own, head, jsonLd, headline, addresses, language: language?.value });
  const byline = readByline({ own, head, jsonLd, headline, siteNames });
  const title = headlineOf({
    shown: headline === undefined ? undefined : lineOf(headline),
    jsonLd: stated,
    openGraph,
    title: head.title,
    siteName: siteNames[0],
  });
  const parts: FoundMeta[] = [
    title === undefined ? NOTHING_FOUND : foundFrom({ headline: title.headline }, title),
    byline === undefined
      ? NOTHING_FOUND
      : foundFrom({ writers: byline.names, agency: byline.agency }, byline),
    dates.published === undefined
      ? NOTHING_FOUND
      : foundFrom({ publishedAt: dates.published.value }, dates.published),
    dates.modified === undefined
      ? NOTHING_FOUND
      : foundFrom({ modifiedAt: dates.modified.value }, dates.modified),
    language === undefined ? NOTHING_FOUND : foundFrom({ language: language.value }, language),
    foundFrom(
      {
        description: metaOf(head, 'og:description', 'description', 'twitter:description', 'dc.description'),
        section:
          metaOf(head, 'article:section', 'og:article:section', 'parsely-section') ??
          textOf(jsonLd.article?.['articleSection']),
        keywords: keywordsOf(head, jsonLd),
        canonicalUrl: addresses.find((address) => /^https?:/u.test(address)),
      },
      { from: 'meta', confidence: 0.85 },
    ),
  ];
  return {
    found: parts.reduce((all, part) => mergeFound(all, part), NOTHING_FOUND),
    diagnostics: dates.published === undefined ? [PUBLISHED_UNKNOWN] : [],
    headline,
    writers: byline?.names.map(({ name }) => name) ?? [],
    articleBody: jsonLd.isArticle ? articleBodyOf(jsonLd) : undefined,
    base:
      resolveAddress(head.base ?? '', addresses[0]) ??
      resolveAddress(head.base ?? addresses[0] ?? '', undefined),
  };
}

const PUBLISHED_UNKNOWN: Diagnostic = {
  code: 'published-unknown',
  severity: 'info',
  message: 'The page does not say when the article was published: relative dates in it cannot be counted',
};

/** Titles as they stand, without the site's name, and their first part alone. */
function titlesOf(titles: readonly string[], siteName: string | undefined): string[] {
  return titles.flatMap((title) => [title, withoutSite(title, siteName), firstPart(title, siteName)]);
}

function siteNamesOf(head: HeadData, jsonLd: JsonLdData): string[] {
  const publisher = jsonLd.resolve(jsonLd.article?.['publisher']);
  return [
    metaOf(head, 'og:site_name', 'application-name'),
    isNode(publisher) ? textOf(publisher['name']) : textOf(publisher),
    siteInTitle(head.title),
  ].filter((name) => name !== undefined);
}

function addressesOf(head: HeadData, jsonLd: JsonLdData): string[] {
  const main = jsonLd.resolve(jsonLd.article?.['mainEntityOfPage']);
  return [
    head.canonical,
    metaOf(head, 'og:url', 'twitter:url'),
    textOf(jsonLd.article?.['url']),
    isNode(main) ? textOf(main['@id']) : textOf(main),
  ]
    .filter((address) => address !== undefined)
    .filter((address) => /^https?:/u.test(address));
}

function languageOf(
  head: HeadData,
  jsonLd: JsonLdData,
): { readonly value: string; readonly from: 'meta' | 'json-ld'; readonly confidence: number } | undefined {
  const inLanguage = jsonLd.article?.['inLanguage'];
  const data = isNode(inLanguage)
    ? textOf(inLanguage['alternateName'] ?? inLanguage['name'])
    : textOf(inLanguage);
  const candidates = [
    { value: head.language, from: 'meta' as const, confidence: 0.8 },
    { value: data, from: 'json-ld' as const, confidence: 0.75 },
    {
      value: metaOf(head, 'og:locale', 'content-language', 'language', 'dc.language'),
      from: 'meta' as const,
      confidence: 0.7,
    },
  ];
  const known = candidates.find(({ value }) => /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/iu.test(value ?? ''));
  return known?.value === undefined ? undefined : { ...known, value: known.value.replaceAll('_', '-') };
}

function keywordsOf(head: HeadData, jsonLd: JsonLdData): string[] | undefined {
  const stated = jsonLd.article?.['keywords'];
  const list = Array.isArray(stated)
    ? stated.flatMap((entry) => textOf(entry) ?? [])
    : (metaOf(head, 'news_keywords', 'keywords', 'parsely-tags') ?? textOf(stated) ?? '').split(
        /\s*[,;،、]\s*/u,
      );
  const tags = head.meta.get('article:tag') ?? [];
  const all = [
    ...new Set(
      [...list, ...tags].map((word) => word.trim()).filter((word) => word !== '' && word.length <= 80),
    ),
  ];
  return all.length === 0 ? undefined : all.slice(0, 50);
}

function articleBodyOf({ article }: JsonLdData): string | undefined {
  const body = article?.['articleBody'] ?? article?.['text'];
  return typeof body === 'string' ? body : undefined;
}
