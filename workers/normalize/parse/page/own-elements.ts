import type { Element, Root } from 'hast';
import { kindOfNames } from './clutter-names.ts';
import { elementsOf, findElement, namesOf } from './elements.ts';

/**
 * The elements of a page that may speak about its article, in document order: not those of comments,
 * menus and boxes of other articles, and where the headline stands in an `article`, of no other one.
 */
export function ownElements(root: Root, headline: Element | undefined): Element[] {
  const found: Element[] = [];
  const isInArticle =
    findElement(root, (element) => element.tagName === 'article' && holdsElement(element, headline)) !==
    undefined;
  const visit = (node: Root | Element): void => {
    for (const child of elementsOf(node)) {
      if (holdsElement(child, headline) || !isForeign(child, isInArticle)) {
        found.push(child);
        visit(child);
      }
    }
  };
  visit(root);
  return found;
}

/** Whether an element is or holds another. */
export function holdsElement(element: Element, inner: Element | undefined): boolean {
  return inner !== undefined && findElement(element, (candidate) => candidate === inner) !== undefined;
}

function isForeign(element: Element, isInArticle: boolean): boolean {
  return (
    element.tagName === 'nav' ||
    (isInArticle && element.tagName === 'article') ||
    kindOfNames(namesOf(element)) === 'comments' ||
    OTHERS.test(namesOf(element))
  );
}

const OTHERS =
  /(?<=^|[\s-])(?:related|recommended|sidebar|popular|trending|latest|most-read|recent-posts|teasers?|widget-area|breadcrumbs?)(?=$|[\s-])/u;
