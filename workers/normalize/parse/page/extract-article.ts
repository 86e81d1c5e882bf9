import type { Element, ElementContent, Root } from 'hast';
import { elementsOf, findElement, lineOf, namesOf } from './elements.ts';
import { findContent } from './find-content.ts';
import { findIntroduction } from './find-introduction.ts';
import { flattenTables } from './flatten-tables.ts';
import { loadPictures } from './load-pictures.ts';
import { markFigures } from './mark-figures.ts';
import { lettersOf } from './match-text.ts';
import { measureText, NO_TEXT } from './measure-text.ts';
import { moveMetaLines } from './move-meta-lines.ts';
import { removeClutter } from './remove-clutter.ts';
import { splitBreaks } from './split-breaks.ts';
import { trimContent } from './trim-content.ts';

export interface ExtractionHints {
  readonly headline: Element | undefined;
  /** The article's text as a data block states it. */
  readonly articleBody: string | undefined;
}

export interface Extraction {
  /** The headline, where the page shows one, what introduces the text, and the text. */
  readonly tree: Root;
  /** Characters of text in `tree` and on the page. */
  readonly kept: number;
  readonly all: number;
}

/**
 * Finds the article in a page: headline, what introduces the text, and the text without what
 * surrounds it. Takes the tree apart.
 */
export function extractArticle(root: Root, hints: ExtractionHints): Extraction {
  const { headline } = hints;
  loadPictures(root);
  flattenTables(root);
  const whole = measureText(root);
  const body = findElement(root, ({ tagName }) => tagName === 'body');
  const all = (whole.get(body ?? root) ?? NO_TEXT).chars;
  const isReference = findElement(root, (element) => isEncyclopedia(element)) !== undefined;

  removeClutter(root, whole, headline);
  const measures = measureText(root);
  const content = findContent(root, measures, hints);
  const introduction = findIntroduction(root, content, { headline, measures });
  const article: Root = {
    type: 'root',
    children: [...introduction, ...(content.type === 'root' ? content.children : [content])],
  };
  dropHeadline(article, headline);
  trimContent(article, isReference);
  moveMetaLines(article);
  markFigures(article);
  splitBreaks(article);

  const kept = (measureText(article).get(article) ?? NO_TEXT).chars;
  return {
    tree: {
      type: 'root',
      children: [...(headline === undefined ? [] : [headlineOf(headline)]), ...article.children],
    },
    kept,
    all,
  };
}

function isEncyclopedia(element: Element): boolean {
  return /(?<=^|\s)(?:mediawiki|mw-content-text|mw-parser-output)(?=$|\s)/u.test(namesOf(element));
}

/** The headline as a heading of rank 1 that stands apart from its place in the page. */
function headlineOf(headline: Element): Element {
  return { ...headline, tagName: 'h1' };
}

/** Takes out the headline, what stands above it, and headings that say it again. */
function dropHeadline(article: Root, headline: Element | undefined): void {
  const letters = headline === undefined ? '' : lettersOf(lineOf(headline));
  const prune = (parent: Root | Element): void => {
    const above = elementsOf(parent).find(
      (child) =>
        child !== headline &&
        headline !== undefined &&
        findElement(child, (inner) => inner === headline) !== undefined,
    );
    const start = parent.children.indexOf((above ?? headline) as ElementContent);
    parent.children = parent.children.filter(
      (child, index) =>
        index >= start &&
        child !== headline &&
        !(
          child.type === 'element' &&
          /^h[1-3]$/u.test(child.tagName) &&
          lettersOf(lineOf(child)) === letters
        ),
    ) as typeof parent.children;
    for (const child of elementsOf(parent)) {
      prune(child);
    }
  };
  prune(article);
}
