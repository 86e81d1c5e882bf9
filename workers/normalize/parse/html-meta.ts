import type { Element, Root } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { type FoundMeta, foundFrom } from '../draft/found-meta.ts';
import { readDate } from '../meta/read-date.ts';
import { stringProperty, textContent } from './hast-properties.ts';

/** Names of `meta` elements, best first, for each value that a page may state in its head. */
const META_NAMES = {
  headline: ['og:title', 'twitter:title'],
  byline: ['author', 'article:author', 'dc.creator'],
  publishedAt: ['article:published_time', 'date', 'dc.date', 'datepublished'],
  modifiedAt: ['article:modified_time', 'last-modified'],
  description: ['og:description', 'description'],
  section: ['article:section'],
  keywords: ['news_keywords', 'keywords'],
} as const;

/** Reads what a page's head says about the article. Byline URLs are not names and are left out. */
export function readHtmlMeta(page: Root, diagnostics: Diagnostic[]): FoundMeta {
  const head = readHead(page);
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => head.meta.get(name)).find((value) => value !== undefined);
  const byline = first(META_NAMES.byline);
  const found = {
    headline: head.h1 ?? first(META_NAMES.headline),
    byline: byline?.startsWith('http') ? undefined : byline,
    publishedAt: readDate(first(META_NAMES.publishedAt) ?? head.time, 'the page', diagnostics),
    modifiedAt: readDate(first(META_NAMES.modifiedAt), 'the page', diagnostics),
    description: first(META_NAMES.description),
    section: first(META_NAMES.section),
    keywords: first(META_NAMES.keywords)?.split(/\s*,\s*/u),
    canonicalUrl: head.canonicalUrl,
    language: head.language,
  };
  return foundFrom(found, { from: 'meta', confidence: 0.8 });
}

interface Head {
  readonly meta: Map<string, string>;
  h1?: string;
  time?: string;
  canonicalUrl?: string;
  language?: string;
}

function readHead(page: Root): Head {
  const head: Head = { meta: new Map() };
  visit(page, 'element', (element) => {
    readElement(element, head);
    return head.meta.size > 200 ? EXIT : undefined;
  });
  return head;
}

function readElement(element: Element, head: Head): void {
  switch (element.tagName) {
    case 'html':
      assign(head, 'language', stringProperty(element, 'lang'));
      return;
    case 'meta': {
      const name =
        stringProperty(element, 'property') ??
        stringProperty(element, 'name') ??
        stringProperty(element, 'itemProp');
      const content = stringProperty(element, 'content');
      if (name !== undefined && content !== undefined && !head.meta.has(name.toLowerCase())) {
        head.meta.set(name.toLowerCase(), content);
      }
      return;
    }
    case 'link':
      if (
        stringProperty(element, 'rel') === 'canonical' &&
        /^https?:/u.test(stringProperty(element, 'href') ?? '')
      ) {
        assign(head, 'canonicalUrl', stringProperty(element, 'href'));
      }
      return;
    case 'h1':
      assign(head, 'h1', textContent(element).replaceAll(/\s+/gu, ' ').trim() || undefined);
      return;
    case 'time':
      assign(head, 'time', stringProperty(element, 'dateTime'));
  }
}

/** Keeps the first value. */
function assign(
  values: Head,
  key: 'h1' | 'time' | 'canonicalUrl' | 'language',
  value: string | undefined,
): void {
  if (value !== undefined) {
    values[key] ??= value;
  }
}
