import type { Element, ElementContent, Root } from 'hast';
import { contentsOf, elementsOf, findElement, isHeading, keepChildren, lineOf, namesOf } from './elements.ts';
import { findContent } from './find-content.ts';
import { findIntroduction } from './find-introduction.ts';
import { flattenTables } from './flatten-tables.ts';
import { loadPictures } from './load-pictures.ts';
import { markFigures } from './mark-figures.ts';
import { lettersOf } from './match-text.ts';
import { measureText, NO_TEXT } from './measure-text.ts';
import { moveMetaLines } from './move-meta-lines.ts';
import { holdsElement } from './own-elements.ts';
import { removeClutter } from './remove-clutter.ts';
import { splitBreaks } from './split-breaks.ts';
import { trimContent } from './trim-content.ts';

export interface ExtractionHints {
  readonly headline: Element | undefined;
  /** The article's text as a data block states it. */
  readonly articleBody: string | undefined;
  readonly writers: readonly string[];
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
  moveMetaLines(article, hints.writers);
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
  const names = namesOf(element);
  return (
    (names.includes('mediawiki') || names.includes('mw-')) &&
    /(?<=^|\s)(?:mediawiki|mw-content-text|mw-parser-output)(?=$|\s)/u.test(names)
  );
}

/** The headline as a heading of rank 1 that stands apart from its place in the page. */
function headlineOf(headline: Element): Element {
  return { ...headline, tagName: 'h1' };
}

/**
 * Takes out the headline, what stands above it, and headings that say it again. More than a little
 * prose above it stays: then the headline found is one of a later part.
 */
function dropHeadline(article: Root, headline: Element | undefined): void {
  if (headline === undefined) {
    return;
  }
  const letters = lettersOf(lineOf(headline));
  const measures = measureText(article);
  const most = MOST_ABOVE * (measures.get(article) ?? NO_TEXT).prose;
  const prune = (parent: Root | Element): void => {
    const children = contentsOf(parent);
    const at = children.findIndex((child) => child.type === 'element' && holdsElement(child, headline));
    const above = children.slice(0, Math.max(0, at)).filter((child) => child.type === 'element');
    const prose = above.reduce((sum, child) => sum + (measures.get(child) ?? NO_TEXT).prose, 0);
    const start = prose <= most ? at : 0;
    keepChildren(
      parent,
      (child, index) =>
        index >= start && child !== headline && !(isHeading(child) && repeats(child, letters)),
    );
    for (const child of elementsOf(parent)) {
      prune(child);
    }
  };
  prune(article);
}

/** Share of the prose that may stand above the headline and go: kickers, notices. */
const MOST_ABOVE = 0.15;

function repeats(heading: ElementContent, letters: string): boolean {
  return (
    heading.type === 'element' && /^h[1-3]$/u.test(heading.tagName) && lettersOf(lineOf(heading)) === letters
  );
}
