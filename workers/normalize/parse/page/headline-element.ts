import type { Element, Root } from 'hast';
import { stringProperty } from '../hast-properties.ts';
import { findElements, lineOf } from './elements.ts';
import { lettersOf } from './match-text.ts';

const SITE_NAME = /\b(?:logo|site-?(?:title|name)|brand|masthead)\b/iu;

/**
 * The element that shows the article's headline: the heading that a title of the page repeats, else the
 * only `h1`.
 */
export function findHeadline(root: Root, titles: readonly string[]): Element | undefined {
  const known = titles.map((title) => lettersOf(title)).filter((title) => title !== '');
  const headings = findElements(root, ({ tagName }) => /^h[1-4]$/u.test(tagName)).filter(
    (element) => lettersOf(lineOf(element)).length > 1,
  );
  const repeated = headings
    .map((element) => ({ element, agreement: agreementOf(lettersOf(lineOf(element)), known) }))
    .filter(({ element, agreement }) => agreement > (/^h[34]$/u.test(element.tagName) ? 1 : 0))
    .toSorted((a, b) => b.agreement - a.agreement)[0];
  if (repeated !== undefined) {
    return repeated.element;
  }
  const furniture = new Set(
    findElements(root, ({ tagName }) => tagName === 'nav' || tagName === 'aside').flatMap((part) =>
      findElements(part, ({ tagName }) => tagName === 'h1'),
    ),
  );
  const own = headings.filter(
    (element) => element.tagName === 'h1' && !isSiteName(element) && !furniture.has(element),
  );
  return own.length === 1 ? own[0] : undefined;
}

/** 2 where a title is the heading, 1 where it is most of it (a site's name follows); else 0. */
function agreementOf(heading: string, titles: readonly string[]): number {
  if (titles.includes(heading)) {
    return 2;
  }
  const within = titles.some((title) => title.includes(heading) && heading.length >= 0.4 * title.length);
  const around = titles.some((title) => heading.includes(title) && title.length >= 0.6 * heading.length);
  return heading.length >= 4 && (within || around) ? 1 : 0;
}

function isSiteName(element: Element): boolean {
  return SITE_NAME.test(
    `${stringProperty(element, 'className') ?? ''} ${stringProperty(element, 'id') ?? ''}`,
  );
}
