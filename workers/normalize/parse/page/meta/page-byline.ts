import type { Element } from 'hast';
import type { BylineName, EvidenceSource } from '../../../../../shared/document/document.ts';
import { stringProperty } from '../../hast-properties.ts';
import { lineOf, namesOf } from '../elements.ts';
import { lettersOf } from '../match-text.ts';
import { type HeadData, metaOf } from './head-data.ts';
import { isNode, type JsonLdData, textOf } from './json-ld.ts';
import { isName, nameAfterBy, parseNames } from './parse-names.ts';

export interface FoundByline {
  readonly names: readonly BylineName[];
  /** Who publishes, where the page names it as its writer. */
  readonly agency: string | undefined;
  readonly from: EvidenceSource;
  readonly confidence: number;
}

export interface BylineSources {
  /** Elements that may speak about the article. */
  readonly own: readonly Element[];
  readonly head: HeadData;
  readonly jsonLd: JsonLdData;
  readonly headline: Element | undefined;
  readonly siteNames: readonly string[];
}

const AUTHOR_METAS = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'dc.creator.name',
  'parsely-author',
  'sailthru.author',
  'byl',
  'byline',
  'og:article:author',
  'citation_author',
  'article:author_name',
  'authors',
  'cxenseparse:author',
  'twitter:data1',
];
const AUTHOR_NAMES =
  /(?<=^|[\s-])(?:bylines?|byline-name|author|authors|author-name|authorname|p-author|autor|autores|autore|auteur|auteurs|verfasser|autoren|redakteur|writer|writers|journalist|posted-by|entry-author|post-author|article-author|story-author|signature|firma|fn)(?=$|[\s-])/u;
const MAX_LINE = 160;

/** Who wrote the article: data blocks first, then the head, then what elements near the text say. */
export function readByline(sources: BylineSources): FoundByline | undefined {
  const { head, jsonLd } = sources;
  const stated = settle(jsonLdNames(jsonLd), sources, 'json-ld', jsonLd.isArticle ? 0.95 : 0.7);
  const inHead = settle(
    AUTHOR_METAS.filter(
      (name) => name !== 'twitter:data1' || /by|author/iu.test(metaOf(head, 'twitter:label1') ?? ''),
    )
      .map((name) => (head.meta.get(name) ?? []).flatMap((content) => parseNames(content)))
      .find((names) => names.length > 0) ?? [],
    sources,
    'meta',
    0.85,
  );
  const data = [stated, inHead].find((byline) => byline !== undefined && byline.names.length > 0);
  if (data !== undefined) {
    return data;
  }
  const shown = settle(shownNames(sources), sources, 'visible', 0.8);
  const printed = settle(printedNames(sources), sources, 'pattern', 0.6);
  const found = [stated, inHead, shown, printed].filter((byline) => byline !== undefined);
  return found.find(({ names }) => names.length > 0) ?? found[0];
}

function jsonLdNames({ article, resolve }: JsonLdData): BylineName[] {
  const author = article?.['author'] ?? article?.['creator'];
  const list: unknown[] = Array.isArray(author) ? author : [author];
  return list.flatMap((entry) => {
    const value = resolve(entry);
    const text = isNode(value) ? textOf(value['name']) : textOf(value);
    const job = isNode(value) ? textOf(value['jobTitle']) : undefined;
    const names = text === undefined || /^https?:/u.test(text) ? [] : parseNames(text);
    return names.map((name) =>
      job === undefined || name.role !== undefined ? name : { ...name, role: job },
    );
  });
}

/** Names once each; the site's own name is no person but who publishes. */
function settle(
  names: readonly BylineName[],
  { siteNames }: BylineSources,
  from: EvidenceSource,
  confidence: number,
): FoundByline | undefined {
  const sites = siteNames.map((name) => lettersOf(name));
  const seen = new Set<string>();
  const people = names.filter(({ name }) => {
    const letters = lettersOf(name);
    const isNew = letters !== '' && !seen.has(letters);
    seen.add(letters);
    return isNew && !sites.includes(letters);
  });
  const agency = names.find(({ name }) => sites.includes(lettersOf(name)))?.name;
  return people.length === 0 && agency === undefined
    ? undefined
    : { names: people, agency, from, confidence };
}

/** Names in elements that say "author", below the headline first; those that mark a name alone count more. */
function shownNames({ own, headline }: BylineSources): BylineName[] {
  const start = headline === undefined ? 0 : own.indexOf(headline) + 1;
  const order = [...own.slice(start), ...own.slice(0, start)];
  const exact = order.filter((element) => isNameElement(element));
  const names = neighbours(order, exact);
  return names.length > 0
    ? names
    : (order
        .filter((element) => isAuthorElement(element))
        .map((element) => namesIn(element))
        .find((found) => found.length > 0) ?? []);
}

/** The names of the first marked element, and of those that follow it closely: writers of one article. */
function neighbours(order: readonly Element[], exact: readonly Element[]): BylineName[] {
  const found: BylineName[] = [];
  let last = 0;
  for (const element of exact) {
    const at = order.indexOf(element);
    if (found.length > 0 && at - last > CLOSE) {
      break;
    }
    const names = namesIn(element);
    if (names.length > 0) {
      found.push(...names);
      last = at;
    }
  }
  return found.length <= MOST_NAMES ? found : found.slice(0, 1);
}

/** How many elements may lie between two names of one byline. */
const CLOSE = 6;
const MOST_NAMES = 6;

function namesIn(element: Element): BylineName[] {
  const line = lineOf(element, ' | ');
  const names = line.length > 0 && line.length <= MAX_LINE ? parseNames(line) : [];
  if (names.some(({ name }) => name.split(' ').length > MOST_WORDS)) {
    return namesInPieces(element).slice(0, 1);
  }
  return names.length <= MOST_NAMES ? names.filter(({ name }) => isName(name)) : [];
}

const MOST_WORDS = 4;

/** In a box that holds more than names, each text by itself: two words or more, all in capitals. */
function namesInPieces(element: Element): BylineName[] {
  const pieces = element.children.flatMap((child) =>
    child.type === 'element' ? namesInPieces(child) : child.type === 'text' ? parseNames(child.value) : [],
  );
  return pieces.filter(({ name }) => /^\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3}$/u.test(name));
}

/** A line of its own near the headline: "By Jane Doe". */
function printedNames({ own, headline }: BylineSources): BylineName[] {
  const start = headline === undefined ? 0 : own.indexOf(headline) + 1;
  const lines = own
    .slice(start, start + FIRST_ELEMENTS)
    .filter((element) => LINES.has(element.tagName))
    .map((element) => lineOf(element));
  return lines.flatMap((line) => (line.length <= 100 ? nameAfterBy(line) : [])).slice(0, 4);
}

const LINES = new Set(['p', 'div', 'span', 'li', 'address', 'em', 'strong', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** How many elements below the headline are looked at. */
const FIRST_ELEMENTS = 60;

function isAuthorElement(element: Element): boolean {
  return (
    element.tagName !== 'body' &&
    element.tagName !== 'article' &&
    !/meta-prep/u.test(namesOf(element)) &&
    AUTHOR_NAMES.test(namesOf(element))
  );
}

/** Microdata, microformats and links say "this is the writer's name". */
function isNameElement(element: Element): boolean {
  const rel = stringProperty(element, 'rel') ?? '';
  const property = stringProperty(element, 'itemProp') ?? '';
  const names = namesOf(element);
  return (
    /\bauthor\b/u.test(rel) ||
    /\bauthor\b/u.test(property) ||
    /(?<=^|[\s-])(?:author-name|byline-name|author-link|byline-author|p-author)(?=$|[\s-])/u.test(names) ||
    (/(?<=^|\s)fn(?=$|\s)/u.test(names) && !/(?<=^|\s)vcard(?=$|\s)/u.test(names))
  );
}
