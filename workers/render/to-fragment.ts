import { articleElement } from './article-element.ts';
import type { RenderedParts } from './render-parts.ts';
import { writeHtml } from './write-html.ts';

/**
 * Writes the rendition as one `article` element for a page that exists already: it names its own
 * language and direction, and brings no styles.
 */
export function toFragment(parts: RenderedParts): string {
  const { kit } = parts;
  const article = articleElement(parts);
  article.properties = { lang: kit.locale, dir: kit.direction, ...article.properties };
  return `${writeHtml([article])}\n`;
}
