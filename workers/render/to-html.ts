import { articleElement } from './article-element.ts';
import { element } from './element.ts';
import { pageHead } from './page-head.ts';
import type { RenderedParts } from './render-parts.ts';
import { writeHtml } from './write-html.ts';

/**
 * Writes the rendition as one accessible HTML page that needs nothing from elsewhere but its
 * pictures. All text enters as text nodes; the whole article passes our allow list before it is
 * serialized.
 */
export function toHtml(parts: RenderedParts): string {
  const { kit } = parts;
  const page = element('html', { lang: kit.locale, dir: kit.direction }, [
    '\n',
    pageHead(parts),
    '\n',
    element('body', {}, ['\n', element('main', {}, ['\n', articleElement(parts), '\n']), '\n']),
    '\n',
  ]);
  return `<!doctype html>\n${writeHtml([page])}\n`;
}
