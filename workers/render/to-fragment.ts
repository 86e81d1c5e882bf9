import { toHtml as serialize } from 'hast-util-to-html';
import { articleElement } from './article-element.ts';
import type { RenderedParts } from './render-parts.ts';

/**
 * Writes the rendition as one `article` element for a page that exists already: it names its own
 * language and direction, and brings no styles.
 */
export function toFragment(parts: RenderedParts): string {
  const { kit } = parts;
  const article = articleElement(parts);
  article.properties = { lang: kit.locale, dir: kit.direction, ...article.properties };
  return `${serialize(article)}\n`;
}
