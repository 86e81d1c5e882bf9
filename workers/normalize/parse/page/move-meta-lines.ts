import type { Element, Root } from 'hast';
import { startsWithDate } from '../../meta/parse-printed-date.ts';
import { stringProperty } from '../hast-properties.ts';
import { findElement, isHeading, isInline, keepChildren, lineOf, namesOf } from './elements.ts';
import { measureText, NO_TEXT, type TextMeasures } from './measure-text.ts';
import { isNamesLine } from './names-line.ts';

const META_NAMES =
  /(?<=^|[\s-])(?:bylines?|author|authors|autor|autore|auteur|verfasser|autoren|writer|contributors?|dateline|timestamp|time-stamp|datetime|date|datum|fecha|data|published|pubdate|pub-date|publish-date|post-date|entry-date|updated|last-updated|modified|entry-meta|post-meta|article-meta|meta|metadata|meta-info|article-info|post-info|byline-date|posted-on|posted-by|submitted|reading-time|read-time|lesezeit)(?=$|[\s-])/u;
const MAX_LINE = 220;
const MAX_META_PROSE = 120;

/** Lines of names are looked for above this much of the text; below it they may sign a quote. */
const MOST_PROSE_ABOVE = 200;

/**
 * Takes lines that say who wrote the article and when out of its text, by what their elements say,
 * and above the text by the writers' names: the metadata has read them. Dates and names inside
 * sentences stay.
 */
export function moveMetaLines(content: Root | Element, writers: readonly string[]): void {
  const measures = measureText(content);
  const all = (measures.get(content) ?? NO_TEXT).prose;
  prune(content, { measures, all, writers, above: 0 });
}

interface Search {
  readonly measures: TextMeasures;
  readonly all: number;
  readonly writers: readonly string[];
  /** Prose that stands above. */
  above: number;
}

function prune(parent: Root | Element, search: Search): void {
  const { measures, all } = search;
  keepChildren(parent, (child) => {
    if (child.type !== 'element' || isHeading(child)) {
      return true;
    }
    const { chars, prose } = measures.get(child) ?? NO_TEXT;
    if (
      chars > 0 &&
      chars <= MAX_LINE &&
      prose <= Math.min(MAX_META_PROSE, 0.3 * all) &&
      (isMetaLine(child, parent) || isLineAbove(child, parent, search))
    ) {
      return false;
    }
    if (LEAVES.has(child.tagName)) {
      search.above += prose;
    } else {
      prune(child, search);
    }
    return true;
  });
}

const LEAVES = new Set(['p', 'li', 'figure', 'table', 'pre', 'blockquote', 'a']);

/** A block above the text that names the writers and nothing else, or starts with the date. */
function isLineAbove(element: Element, parent: Root | Element, { writers, above }: Search): boolean {
  return (
    above < MOST_PROSE_ABOVE &&
    parent.children.every((child) => child.type !== 'text' || child.value.trim() === '') &&
    !isInline(element) &&
    (isNamesLine(lineOf(element, ' | '), writers) || isDateLine(lineOf(element)))
  );
}

function isDateLine(line: string): boolean {
  return line.length <= MAX_DATE_LINE && startsWithDate(line) && !/[.!?。]$/u.test(line);
}

const MAX_DATE_LINE = 80;

function isMetaLine(element: Element, parent: Root | Element): boolean {
  if (
    findElement(element, ({ tagName }) => tagName === 'img' || tagName === 'figure') !== undefined &&
    lineOf(element).length > 100
  ) {
    return false;
  }
  if (META_NAMES.test(namesOf(element)) || stringProperty(element, 'rel') === 'author') {
    return true;
  }
  const property = stringProperty(element, 'itemProp') ?? '';
  if (/\b(?:author|datePublished|dateModified|dateCreated)\b/u.test(property)) {
    return true;
  }
  return element.tagName === 'time'
    ? !parent.children.some((child) => child.type === 'text' && /\p{L}{3}/u.test(child.value))
    : isOnlyTime(element);
}

function isOnlyTime(element: Element): boolean {
  const time = findElement(element, ({ tagName }) => tagName === 'time');
  return time !== undefined && lineOf(element).length <= lineOf(time).length + 12;
}
