import type { Element } from 'hast';
import { translationState } from '../../shared/document/translation-state.ts';
import { remembered } from '../../shared/text/remembered.ts';
import { type Picture, picturesOf } from './article-pictures.ts';
import { element } from './element.ts';
import { jsonLd } from './json-ld.ts';
import type { LocaleKit } from './locale-kit.ts';
import { oncePer } from './once-per.ts';
import { type PageLinks, pageLinks } from './page-links.ts';
import { pageStyles } from './page-styles.ts';
import type { RenderedParts } from './render-parts.ts';
import { stableJson } from './stable-json.ts';

/** The page's head: what programs read of the article, and the style sheet. */
export function pageHead(parts: RenderedParts): Element {
  const links = pageLinks(parts);
  const pictures = picturesOf(parts);
  const lines = [
    CHARSET,
    VIEWPORT,
    element('title', {}, [titleOf(parts)]),
    ...describing(parts),
    ...linking(links),
    ...openGraph(parts, links, pictures),
    element('script', { type: 'application/ld+json' }, [stableJson(jsonLd(parts, links, pictures))]),
    styleOf(parts.kit),
  ];
  return element('head', {}, ['\n', ...lines.flatMap((line) => (line === undefined ? [] : [line, '\n']))]);
}

const CHARSET = element('meta', { charSet: 'utf-8' });
const VIEWPORT = element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' });
const styleOf = oncePer((kit: LocaleKit) => element('style', {}, [pageStyles(kit)]));

type Line = Element | undefined;

function titleOf({ document, meta }: RenderedParts): string {
  return meta.headline?.text ?? document.externalId;
}

function describing({ meta, rendition }: RenderedParts): readonly Line[] {
  return [
    named('description', meta.description?.text),
    named('author', meta.byline.length === 0 ? undefined : meta.byline.join(', ')),
    named('translation-state', translationState(rendition)),
  ];
}

function linking({ canonical, alternates }: PageLinks): readonly Line[] {
  return [
    canonical === undefined ? undefined : element('link', { rel: ['canonical'], href: canonical }),
    ...alternates.map(({ hreflang, href }) =>
      element('link', { rel: ['alternate'], hrefLang: hreflang, href }),
    ),
  ];
}

/** The Open Graph protocol, https://ogp.me; its locales name a country. */
function openGraph(
  parts: RenderedParts,
  { canonical }: PageLinks,
  [picture]: readonly Picture[],
): readonly Line[] {
  const { meta, rendition, targets } = parts;
  const others = targets.filter((locale) => locale !== rendition.locale);
  return [
    property('og:type', 'article'),
    property('og:title', titleOf(parts)),
    property('og:description', meta.description?.text),
    property('og:url', canonical),
    property('og:locale', withCountry(rendition.locale)),
    ...others.map((locale) => property('og:locale:alternate', withCountry(locale))),
    property('og:image', picture?.url),
    property('og:image:alt', picture?.alt),
    property('article:published_time', meta.published?.iso),
    property('article:modified_time', meta.modified?.iso),
    property('article:section', meta.section?.text),
    ...meta.keywords.map((keyword) => property('article:tag', keyword)),
  ];
}

function named(name: string, content: string | undefined): Line {
  return content === undefined ? undefined : element('meta', { name, content });
}

function property(name: string, content: string | undefined): Line {
  return content === undefined || content === '' ? undefined : element('meta', { property: name, content });
}

const withCountry = remembered((locale) => {
  const { language, region } = new Intl.Locale(locale).maximize();
  return region === undefined ? language : `${language}_${region}`;
});
