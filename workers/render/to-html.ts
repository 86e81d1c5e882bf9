import type { ElementContent } from 'hast';
import { toHtml as serialize } from 'hast-util-to-html';
import { articleElement } from './article-element.ts';
import { element } from './element.ts';
import { pageStyles } from './page-styles.ts';
import type { RenderedParts } from './render-parts.ts';

/**
 * Writes the rendition as one accessible HTML page that needs nothing from elsewhere but its
 * pictures. All text enters as text nodes; the whole article passes our allow list before it is
 * serialized.
 */
export function toHtml(parts: RenderedParts): string {
  const { kit } = parts;
  const page = element('html', { lang: kit.locale, dir: kit.direction }, [
    '\n',
    head(parts),
    '\n',
    element('body', {}, ['\n', element('main', {}, ['\n', articleElement(parts), '\n']), '\n']),
    '\n',
  ]);
  return `${serialize({ type: 'root', children: [{ type: 'doctype' }, { type: 'text', value: '\n' }, page] })}\n`;
}

function head({ document, meta, kit }: RenderedParts): ElementContent {
  const { headline, description, originalUrl } = meta;
  const lines = [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [headline?.text ?? document.externalId]),
    description === undefined
      ? undefined
      : element('meta', { name: 'description', content: description.text }),
    meta.byline.length === 0
      ? undefined
      : element('meta', { name: 'author', content: meta.byline.join(', ') }),
    originalUrl === undefined
      ? undefined
      : element('link', { rel: ['alternate'], hrefLang: document.sourceLocale, href: originalUrl }),
    element('style', {}, [pageStyles(kit)]),
  ];
  return element('head', {}, ['\n', ...lines.flatMap((line) => (line === undefined ? [] : [line, '\n']))]);
}
