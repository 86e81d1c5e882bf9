import type { Element, Root } from 'hast';
import { stringProperty } from '../hast-properties.ts';
import { kindOfNames } from './clutter-names.ts';
import { elementsOf, findElements, keepChildren, namesOf } from './elements.ts';
import { containerOfText } from './match-text.ts';
import { NO_TEXT, type TextMeasure, type TextMeasures } from './measure-text.ts';
import { holdsElement } from './own-elements.ts';

/** What a page's data says about its text, for the search. */
export interface ContentHints {
  /** The element that shows the headline. */
  readonly headline: Element | undefined;
  /** The article's text as a data block states it. */
  readonly articleBody: string | undefined;
}

/** A child with this share of its parent's prose holds the article. */
const DOMINANT = 0.8;
/** An `article` with less prose is a teaser, or the head of one. */
const MIN_SCOPE = 300;
/** Elements that can hold an article; all others are a part of one. */
const CONTAINERS = new Set(
  'html body div section article main center td form table tbody tr span font dd li'.split(' '),
);

/**
 * The element of a page that holds the article's text: the one that says so and has most of the
 * prose, else the smallest one that has nearly all of it. Siblings that are no text of the article are
 * taken out of it.
 */
export function findContent(root: Root, measures: TextMeasures, hints: ContentHints): Root | Element {
  const stated = hints.articleBody === undefined ? undefined : containerOfText(root, hints.articleBody);
  const scope = articleOf(root, measures, hints.headline) ?? root;
  const declared = stated ?? declaredBody(scope, measures);
  if (declared !== undefined) {
    return declared;
  }
  const start = declaredPart(scope, measures) ?? scope;
  let container = start;
  for (;;) {
    const next = dominantChild(container, measures);
    if (next === undefined) {
      return container;
    }
    const least = start.type === 'root' ? 0.05 * proseOf(container, measures) : 0;
    if (hasProseBeside(container, next, { measures, least })) {
      keepProse(container, next, measures);
      return container;
    }
    container = next;
  }
}

/** The `article` around the headline, however much else the page says. */
function articleOf(root: Root, measures: TextMeasures, headline: Element | undefined): Element | undefined {
  const around = findElements(
    root,
    (element) => element.tagName === 'article' && holdsElement(element, headline),
  ).at(-1);
  const prose = around === undefined ? 0 : proseOf(around, measures);
  return prose >= Math.max(MIN_SCOPE, 0.25 * proseOf(root, measures)) ? around : undefined;
}

/** `itemprop="articleBody", or a name such as "entry-content". */
function declaredBody(root: Root | Element, measures: TextMeasures): Root | Element | undefined {
  const all = proseOf(root, measures);
  const marked = findElements(root, (element) =>
    /\barticleBody\b/u.test(stringProperty(element, 'itemProp') ?? ''),
  );
  const named = findElements(
    root,
    (element) => CONTAINERS.has(element.tagName) && kindOfNames(namesOf(element)) === 'body',
  );
  return bestOf(marked, 0.25 * all, measures) ?? bestOf(named, 0.4 * all, measures);
}

/** The `article` or `main` with most prose. */
function declaredPart(root: Root | Element, measures: TextMeasures): Root | Element | undefined {
  const all = proseOf(root, measures);
  const articles = findElements(
    root,
    (element) => element.tagName === 'article' || stringProperty(element, 'role') === 'article',
  );
  const mains = findElements(
    root,
    (element) => element.tagName === 'main' || stringProperty(element, 'role') === 'main',
  );
  return bestOf(articles, 0.5 * all, measures) ?? bestOf(mains, 0.5 * all, measures);
}

/**
 * The innermost of the elements that has nearly all prose of the best one. Where the text is cut into
 * several such elements, what holds them all.
 */
function bestOf(elements: readonly Element[], least: number, measures: TextMeasures): Element | undefined {
  const most = elements.reduce((best, element) => Math.max(best, proseOf(element, measures)), 0);
  return most === 0 || most < least
    ? undefined
    : elements.findLast((element) => proseOf(element, measures) >= DOMINANT * most);
}

function dominantChild(container: Root | Element, measures: TextMeasures): Element | undefined {
  const all = proseOf(container, measures);
  return elementsOf(container).find(
    (child) => CONTAINERS.has(child.tagName) && all > 0 && proseOf(child, measures) >= DOMINANT * all,
  );
}

/** Whether more of the text stands beside the dominant child: then the parent holds the article. */
function hasProseBeside(
  container: Root | Element,
  next: Element,
  { measures, least }: { readonly measures: TextMeasures; readonly least: number },
): boolean {
  return elementsOf(container).some(
    (child) => child !== next && isProse(measures.get(child) ?? NO_TEXT, least),
  );
}

function keepProse(container: Root | Element, next: Element, measures: TextMeasures): void {
  keepChildren(
    container,
    (child) => child === next || child.type !== 'element' || isProse(measures.get(child) ?? NO_TEXT, 0),
  );
}

function isProse({ chars, linkChars, prose }: TextMeasure, least: number): boolean {
  return prose >= Math.max(60, least) && prose >= 0.6 * chars && linkChars <= 0.25 * chars;
}

function proseOf(node: Root | Element, measures: TextMeasures): number {
  return (measures.get(node) ?? NO_TEXT).prose;
}
