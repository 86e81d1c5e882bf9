import type { Element, Nodes, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { textContent } from './hast-properties.ts';

const REMOVED = new Set(
  'script style noscript template nav aside footer form button iframe object embed svg math dialog'.split(
    ' ',
  ),
);
const REMOVED_ROLES = new Set(['navigation', 'complementary', 'contentinfo', 'search', 'banner', 'dialog']);

/**
 * The part of a page that holds the article: the `article` element with most text, else `main`,
 * else the whole body; without navigation, scripts, forms and what is hidden.
 */
export function findArticle(page: Root): Nodes {
  removeClutter(page);
  const articles = elementsNamed(page, 'article');
  if (articles.length > 0) {
    return articles.reduce((best, next) => (textLength(next) > textLength(best) ? next : best));
  }
  return elementsNamed(page, 'main')[0] ?? elementsNamed(page, 'body')[0] ?? page;
}

function removeClutter(page: Root): void {
  visit(page, 'element', (element, index, parent) => {
    if (parent === undefined || index === undefined || !isClutter(element)) {
      return undefined;
    }
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

function isClutter(element: Element): boolean {
  const { hidden, role, ariaHidden } = element.properties;
  return (
    REMOVED.has(element.tagName) ||
    (hidden !== undefined && hidden !== null && hidden !== false) ||
    ariaHidden === 'true' ||
    (typeof role === 'string' && REMOVED_ROLES.has(role))
  );
}

function elementsNamed(page: Root, name: string): Element[] {
  const found: Element[] = [];
  visit(page, 'element', (element) => {
    if (element.tagName === name) {
      found.push(element);
    }
  });
  return found;
}

function textLength(element: Element): number {
  return textContent(element).trim().length;
}
