import type { Element, Root } from 'hast';
import { isBoxLabel } from './box-labels.ts';
import { kindOfNames } from './clutter-names.ts';
import { elementsOf, findElement, isHeading, lineOf, namesOf } from './elements.ts';
import { isPictureBox } from './mark-figures.ts';
import { NO_TEXT, type TextMeasures } from './measure-text.ts';

const MOST = 6;
const MIN_LEAD = 20;
const MIN_PROSE = 60;

/**
 * What stands between the headline and the element that holds the text, and belongs to it: the lead,
 * paragraphs, pictures with their captions.
 */
export function findIntroduction(
  root: Root,
  content: Root | Element,
  context: { readonly headline: Element | undefined; readonly measures: TextMeasures },
): Element[] {
  const { headline } = context;
  if (headline === undefined || content.type === 'root' || within(content, headline)) {
    return [];
  }
  const search: Search = { content, headline, measures: context.measures, state: 'before', found: [] };
  visit(root, search);
  return search.state === 'done' ? search.found.slice(0, MOST) : [];
}

interface Search {
  readonly content: Element;
  readonly headline: Element;
  readonly measures: TextMeasures;
  readonly found: Element[];
  state: 'before' | 'between' | 'done';
}

function visit(parent: Root | Element, search: Search): void {
  for (const [index, child] of elementsOf(parent).entries()) {
    if (search.state === 'done') {
      return;
    }
    if (child === search.content) {
      search.state = search.state === 'between' ? 'done' : 'before';
      return;
    }
    if (child === search.headline) {
      search.state = 'between';
    } else if (
      search.state === 'between' &&
      !within(child, search.content) &&
      (isSubtitle(child, elementsOf(parent)[index - 1], search) || introduces(child, search))
    ) {
      search.found.push(child);
    } else {
      visit(child, search);
    }
  }
}

/** A heading right below the headline, in as many words as say something. */
function isSubtitle(element: Element, before: Element | undefined, { headline, measures }: Search): boolean {
  const { chars, linkChars } = measures.get(element) ?? NO_TEXT;
  const isLine = chars >= MIN_LEAD && linkChars === 0;
  return before === headline && isHeading(element) && isLine && !isBoxLabel(lineOf(element));
}

function introduces(element: Element, { measures }: Search): boolean {
  if (element.tagName === 'figure' || isPictureBox(element)) {
    return true;
  }
  const { chars, linkChars, prose } = measures.get(element) ?? NO_TEXT;
  if (linkChars > 0.3 * chars || chars > 1200) {
    return false;
  }
  const isLead = kindOfNames(namesOf(element)) === 'lead' && chars >= MIN_LEAD;
  const isText = element.tagName === 'p' || isHeading(element) || element.tagName === 'blockquote';
  return isLead || (isText && prose >= MIN_PROSE);
}

function within(outer: Element, inner: Element): boolean {
  return findElement(outer, (element) => element === inner) !== undefined;
}
