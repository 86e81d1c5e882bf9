import type { Element, Root } from 'hast';
import type { Diagnostic } from '../../../../shared/document/overlay.ts';
import { contentsOf, findElement, lineOf } from './elements.ts';
import { type Extraction, extractArticle } from './extract-article.ts';
import type { PageMeta } from './meta/read-page-meta.ts';
import { type Page, readPage } from './read-page.ts';

/** Fewer characters than this are no article where the page or its data hold far more. */
const LEAST = 200;

export interface ChosenText {
  readonly tree: Root;
  readonly diagnostic: Diagnostic;
}

/**
 * The text of a page's article: what the page shows; where that is hardly anything, the text of its
 * data block, else everything the page shows. The diagnostic says which.
 */
export function chooseText(html: string, page: Page, meta: PageMeta): ChosenText {
  const found = extractArticle(page.root, meta);
  const stated = meta.articleBody ?? '';
  if (stated.length >= LEAST && stated.length > 3 * found.kept) {
    const tree = paragraphsOf(stated, meta.headline);
    return { tree, diagnostic: told('The page shows little text: the article was read from its data') };
  }
  if (found.kept >= LEAST || found.kept >= 0.3 * found.all) {
    return {
      tree: found.tree,
      diagnostic: told(`The article was found in the web page: ${shareOf(found)} % of its text`),
    };
  }
  const whole = readPage(html).root;
  const body = findElement(whole, ({ tagName }) => tagName === 'body');
  const tree: Root = { type: 'root', children: contentsOf(body ?? whole) };
  return { tree, diagnostic: told('No article was found in the web page: all of its text was taken') };
}

function paragraphsOf(text: string, headline: Element | undefined): Root {
  const paragraphs = text
    .replaceAll(/<\/p>|<br\s*\/?>/giu, '\n')
    .replaceAll(/<[^>]*>/gu, ' ')
    .split(/\s*\n\s*/u)
    .filter((paragraph) => paragraph.trim() !== '');
  return {
    type: 'root',
    children: [
      ...(headline === undefined ? [] : [element('h1', lineOf(headline))]),
      ...paragraphs.map((paragraph) => element('p', paragraph.trim())),
    ],
  };
}

function element(tagName: string, value: string): Element {
  return { type: 'element', tagName, properties: {}, children: [{ type: 'text', value }] };
}

function shareOf({ kept, all }: Extraction): number {
  return all === 0 ? 100 : Math.min(100, Math.round((100 * kept) / all));
}

function told(message: string): Diagnostic {
  return { code: 'page-extracted', severity: 'info', message };
}
