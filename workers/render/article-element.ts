import type { Element, ElementContent } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import type { Document } from '../../shared/document/document.ts';
import { articleToHast, type HastContext } from './article-to-hast.ts';
import { asidesOf } from './asides-of.ts';
import { element } from './element.ts';
import type { FilledSegment } from './fill-targets.ts';
import { pageHeader, pageStatus } from './page-header.ts';
import { plainText } from './plain-text.ts';
import { readingMinutes } from './reading-time.ts';
import type { RenderedParts } from './render-parts.ts';
import { SANITIZE_SCHEMA } from './sanitize-schema.ts';

/**
 * The rendition as one `article` element: header, status, text. It has passed our allow list; whoever
 * writes it adds nothing that came from an article.
 */
export function articleElement(parts: RenderedParts): Element {
  const { document, filled, rendition, article, meta, entities, kit } = parts;
  const { sourceLocale } = document;
  const context: HastContext = {
    kit,
    localNameOf: entities.localNameOf,
    sourceAlternatives: sourceAlternatives(document, filled),
  };
  const [heading] =
    article.headline === undefined
      ? []
      : articleToHast(
          { type: 'root', children: [{ type: 'heading', depth: 1, children: article.headline }] },
          context,
        );
  const body = articleToHast(article.body, context);
  return sanitize(
    element('article', {}, [
      '\n',
      pageHeader(heading, meta, readingMinutes(filled, kit.style), { kit, sourceLocale }),
      '\n',
      pageStatus(meta, rendition, { kit, sourceLocale }),
      '\n',
      element('div', { className: ['article-body'] }, ['\n', ...body, '\n']),
      '\n',
    ]),
  );
}

/** The text of the article alone, without what stands above it; it has passed our allow list too. */
export function articleBody(parts: RenderedParts): Element {
  const article = articleElement(parts);
  const body = article.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'div',
  );
  return body ?? element('div', {});
}

const clean = rehypeSanitize(SANITIZE_SCHEMA);

function sanitize(content: ElementContent): Element {
  const [safe] = clean({ type: 'root', children: [content] }).children;
  return safe?.type === 'element' ? safe : element('article', {});
}

/** Alternative texts and titles without a translation, so that their pictures can name the language. */
function sourceAlternatives(
  document: Document,
  filled: readonly FilledSegment[],
): ReadonlyMap<string, string> {
  const asides = asidesOf(document);
  return new Map(
    filled
      .filter(({ segment, target }) => target === undefined && asides.has(segment.blockId))
      .map(({ segment }) => [plainText(segment), segment.locale ?? document.sourceLocale]),
  );
}
