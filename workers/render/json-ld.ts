import type { Picture } from './article-pictures.ts';
import type { LocalizedText } from './localize-meta.ts';
import type { PageLinks } from './page-links.ts';
import type { RenderedParts } from './render-parts.ts';
import { sourceHeadline } from './source-headline.ts';
import { unlessEmpty } from './unless-empty.ts';

/** Terms of https://schema.org for who or what made a text. */
const MACHINE_MADE = 'https://schema.org/TrainedAlgorithmicMediaDigitalSource';

/**
 * The article as a `NewsArticle` of schema.org, with the work that it is a translation of. Texts that
 * are still in the source language say so.
 */
export function jsonLd(
  parts: RenderedParts,
  { canonical }: PageLinks,
  pictures: readonly Picture[],
): Readonly<Record<string, unknown>> {
  const { document, meta, rendition, kit } = parts;
  const inLocale = (text: LocalizedText | undefined): unknown =>
    text?.origin === 'source' && document.sourceLocale !== kit.locale
      ? { '@language': document.sourceLocale, '@value': text.text }
      : text?.text;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: inLocale(meta.headline),
    description: inLocale(meta.description),
    inLanguage: kit.locale,
    url: canonical,
    mainEntityOfPage: canonical,
    datePublished: meta.published?.iso,
    dateModified: meta.modified?.iso,
    author: unlessEmpty(meta.byline.map((name) => ({ '@type': 'Person', name }))),
    provider: meta.agency === undefined ? undefined : { '@type': 'Organization', name: meta.agency },
    locationCreated: meta.dateline === undefined ? undefined : { '@type': 'Place', name: meta.dateline },
    articleSection: inLocale(meta.section),
    keywords: unlessEmpty(meta.keywords),
    image: unlessEmpty(pictures.map(({ url }) => url)),
    digitalSourceType: rendition.segments.some(({ origin }) => origin === 'mt') ? MACHINE_MADE : undefined,
    translationOfWork: document.sourceLocale === kit.locale ? undefined : originalWork(parts),
  };
}

function originalWork({ document, meta }: RenderedParts): unknown {
  return {
    '@type': 'NewsArticle',
    headline: sourceHeadline(document),
    inLanguage: document.sourceLocale,
    url: meta.originalUrl,
  };
}
