import type { Element, ElementContent, Root } from 'hast';
import { stringProperty } from '../hast-properties.ts';
import { isBoxLabel } from './box-labels.ts';
import { contentsOf, elementsOf, findElement, isHeading, isInline, lineOf, namesOf } from './elements.ts';
import { isLegalLine } from './legal-line.ts';
import { measureText, NO_TEXT, type TextMeasures } from './measure-text.ts';

/** A box with this share of its text in links is a list of links. */
const LINK_BOX = 0.6;
/** A list may hold more of them before it is one. */
const LINK_LIST = 0.75;
/** A box that a label names goes only where it holds little of the article's prose. */
const MOST_OF_BOX = 0.35;

/**
 * Takes out of an article's element what is no text of it: boxes under labels such as "Related
 * articles", lists of links in boxes, headings over nothing, and what trails after the last sentence.
 * `isReference`: pages of an encyclopedia, whose lists of links are content.
 */
export function trimContent(content: Root | Element, isReference: boolean): void {
  if (!isReference) {
    const measures = measureText(content);
    const all = (measures.get(content) ?? NO_TEXT).prose;
    dropBoxes(content, measures, all);
    dropTail(content);
  }
  dropLoneHeadings(content);
}

function dropBoxes(parent: Root | Element, measures: TextMeasures, all: number): void {
  const kept: ElementContent[] = [];
  let label: Element | undefined;
  for (const child of contentsOf(parent)) {
    if (child.type !== 'element') {
      kept.push(child);
      continue;
    }
    const measure = measures.get(child) ?? NO_TEXT;
    const line = measure.chars <= 100 && measure.chars > 0 ? lineOf(child) : '';
    if (isLabelElement(child) && isBoxLabel(line)) {
      label = child;
      continue;
    }
    if (label !== undefined) {
      if (measure.chars === 0 || isLinkBox(child, measures, 0.5) || isEmptyOrShort(child, measures)) {
        continue;
      }
      label = undefined;
    }
    if (isLabelledBox(child, measures, all) || isLinkBox(child, measures, undefined) || isButtonLine(child)) {
      continue;
    }
    if (!isInline(child)) {
      dropBoxes(child, measures, all);
    }
    kept.push(child);
  }
  parent.children = kept;
}

const LABEL_TAGS = new Set(['p', 'div', 'span', 'strong', 'b', 'legend', 'dt', 'header', 'section']);

function isLabelElement(element: Element): boolean {
  return isHeading(element) || LABEL_TAGS.has(element.tagName);
}

/** A box whose first line is a label and that holds little of the article. */
function isLabelledBox(element: Element, measures: TextMeasures, all: number): boolean {
  if (!BOXES.has(element.tagName) || (measures.get(element) ?? NO_TEXT).prose > MOST_OF_BOX * all) {
    return false;
  }
  const first = firstLine(element);
  return first !== undefined && isBoxLabel(first);
}

const BOXES = new Set(['div', 'section', 'ul', 'ol', 'dl', 'table', 'article', 'center', 'fieldset']);

/** The text of the first block that says anything. */
function firstLine(element: Element): string | undefined {
  const first = elementsOf(element).find((child) => lineOf(child) !== '');
  const own = element.children.some((child) => child.type === 'text' && child.value.trim() !== '');
  if (first === undefined || own) {
    return own ? undefined : lineOf(element);
  }
  return isInline(first) || isHeading(first) || first.tagName === 'p' || first.tagName === 'li'
    ? lineOf(first)
    : firstLine(first);
}

function isLinkBox(element: Element, measures: TextMeasures, least: number | undefined): boolean {
  const { chars, linkChars, prose } = measures.get(element) ?? NO_TEXT;
  if (chars === 0 || prose > 0.4 * chars) {
    return false;
  }
  const share = linkChars / chars;
  if (least !== undefined) {
    return share >= least;
  }
  if (element.tagName === 'ul' || element.tagName === 'ol') {
    return share >= LINK_LIST && elementsOf(element).length > 1 && chars / elementsOf(element).length < 40;
  }
  const isBox = element.tagName === 'div' || element.tagName === 'section' || element.tagName === 'dl';
  return isBox && share >= LINK_BOX && !holdsPicture(element);
}

/** A paragraph of nothing but links that look like buttons. */
function isButtonLine(element: Element): boolean {
  const shown = contentsOf(element).filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return (
    element.tagName === 'p' &&
    shown.length > 0 &&
    shown.every(
      (child) =>
        child.type === 'element' &&
        child.tagName === 'a' &&
        (BUTTON.test(namesOf(child)) || stringProperty(child, 'role') === 'button'),
    )
  );
}

const BUTTON = /(?<=^|[\s-])(?:button|btn|cta)(?=$|[\s-])/u;

function isEmptyOrShort(element: Element, measures: TextMeasures): boolean {
  return (measures.get(element) ?? NO_TEXT).prose < 40 && !isHeading(element) && !holdsPicture(element);
}

function holdsPicture(element: Element): boolean {
  return findElement(element, ({ tagName }) => tagName === 'img' || tagName === 'pre') !== undefined;
}

/** What follows the last sentence: labels, links and buttons of no use to a reader of the text. */
function dropTail(content: Root | Element): void {
  const measures = measureText(content);
  let parent: Root | Element = content;
  for (;;) {
    const children = contentsOf(parent);
    const last = children.findLastIndex((child) => child.type === 'element' && endsArticle(child, measures));
    if (last === -1) {
      return;
    }
    parent.children = children.filter(
      (child, index) => index <= last || (child.type === 'text' && child.value.trim().length > 40),
    );
    const holder: ElementContent | undefined = children[last];
    if (holder?.type !== 'element' || !DESCEND.has(holder.tagName)) {
      return;
    }
    parent = holder;
  }
}

const DESCEND = new Set([
  'div',
  'section',
  'article',
  'main',
  'td',
  'tr',
  'tbody',
  'table',
  'center',
  'body',
]);

/** Whether an element holds what an article may end with: a sentence, a list with words, a table, a picture. */
function endsArticle(element: Element, measures: TextMeasures): boolean {
  const { chars, linkChars, prose } = measures.get(element) ?? NO_TEXT;
  if (chars <= 400 && isLegalLine(lineOf(element))) {
    return false;
  }
  return (
    prose >= 20 ||
    (chars > 20 && linkChars < 0.4 * chars && !isHeading(element)) ||
    (chars > 0 && linkChars === 0 && LISTS.has(element.tagName)) ||
    findElement(element, ({ tagName }) => tagName === 'figure' || tagName === 'pre') !== undefined
  );
}

const LISTS = new Set(['ul', 'ol', 'dl', 'table', 'blockquote']);

/** A heading with nothing below it before the next one of its rank, or the end, heads nothing. */
function dropLoneHeadings(content: Root | Element): void {
  const order = blocksOf(content);
  const lone = new Set(
    order.filter((block, index) => {
      if (!isHeading(block)) {
        return false;
      }
      const next = order[index + 1];
      return next === undefined;
    }),
  );
  if (lone.size > 0) {
    dropElements(content, lone);
  }
}

function blocksOf(node: Root | Element): Element[] {
  return elementsOf(node).flatMap((child) => {
    if (isHeading(child) || LEAVES.has(child.tagName)) {
      return lineOf(child) === '' && child.tagName !== 'figure' ? [] : [child];
    }
    const inner = blocksOf(child);
    return inner.length > 0 || lineOf(child) === '' ? inner : [child];
  });
}

const LEAVES = new Set(['p', 'li', 'pre', 'table', 'figure', 'img', 'blockquote', 'dd', 'dt', 'hr']);

function dropElements(parent: Root | Element, dropped: ReadonlySet<Element>): void {
  parent.children = contentsOf(parent).filter((child) => child.type !== 'element' || !dropped.has(child));
  for (const child of elementsOf(parent)) {
    dropElements(child, dropped);
  }
}
