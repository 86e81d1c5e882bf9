import type { Element, Root } from 'hast';
import { kindOfNames } from './clutter-names.ts';
import { elementsOf, findElement, namesOf } from './elements.ts';

/**
 * The elements of a page that may speak about its article, in document order: not those of comments,
 * menus and boxes of other articles, and where the headline stands in an `article`, of no other one.
 */
export function ownElements(root: Root, headline: Element | undefined): Element[] {
  const found: Element[] = [];
  const around = new Set(headline === undefined ? [] : pathTo(root, headline));
  const isInArticle = [...around].some((element) => element.tagName === 'article');
  const visit = (node: Root | Element): void => {
    for (const child of elementsOf(node)) {
      if (around.has(child) || !isForeign(child, isInArticle)) {
        found.push(child);
        visit(child);
      }
    }
  };
  visit(root);
  return found;
}

/** The elements from the top down to one, itself included; none where it is elsewhere. */
function pathTo(node: Root | Element, target: Element): Element[] {
  for (const child of elementsOf(node)) {
    const path = child === target ? [child] : pathTo(child, target);
    if (path.length > 0) {
      return child === target ? path : [child, ...path];
    }
  }
  return [];
}

/** Whether an element is or holds another. */
export function holdsElement(element: Element, inner: Element | undefined): boolean {
  return inner !== undefined && findElement(element, (candidate) => candidate === inner) !== undefined;
}

function isForeign(element: Element, isInArticle: boolean): boolean {
  const names = namesOf(element);
  return (
    element.tagName === 'nav' ||
    (isInArticle && element.tagName === 'article') ||
    (names !== '' && (kindOfNames(names) === 'comments' || OTHERS.test(names)))
  );
}

const OTHERS =
  /(?<=^|[\s-])(?:related|recommended|sidebar|popular|trending|latest|most-read|recent-posts|teasers?|widget-area|breadcrumbs?)(?=$|[\s-])/u;
