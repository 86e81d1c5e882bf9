import type { Element, Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { SANITIZE_SCHEMA } from '../../workers/render/sanitize-schema.ts';

/** What of a page or a piece of one should not be there. */
export interface UnsafeHtml {
  /** What a browser would run, or load from a scheme that runs. */
  readonly executable: readonly string[];
  /** What runs nothing, yet no article has: elements, attributes and ids of somebody else's. */
  readonly leftover: readonly string[];
}

/**
 * Everything in HTML that a browser would run or that no article has, read in four ways: as a piece of
 * a page, as a whole page, written and read once more, and as a browser without scripts reads it.
 * Text may say anything; only structure counts.
 */
export function unsafeHtml(html: string): UnsafeHtml {
  const own = /^<!doctype html>/iu.test(html) ? OWN_TEXTS : [];
  const found = READERS.flatMap((read) => unsafeIn(read(html), new Set(own)));
  return {
    executable: [...new Set(found.filter(({ runs }) => runs).map(({ what }) => what))],
    leftover: [...new Set(found.filter(({ runs }) => !runs).map(({ what }) => what))],
  };
}

const fragment = unified().use(rehypeParse, { fragment: true }).freeze();
const page = unified().use(rehypeParse).freeze();

const READERS: readonly ((html: string) => Root)[] = [
  (html) => fragment.parse(html),
  (html) => page.parse(html),
  (html) => fragment.parse(toHtml(fragment.parse(html))),
  // What a browser with scripts takes for the text of a noscript is markup for one without.
  (html) => fragment.parse(html.replaceAll(/<\/?noscript[^>]*>/giu, '')),
];

interface Finding {
  readonly what: string;
  readonly runs: boolean;
}

const BODY_TAGS = new Set(
  'main article header footer section div figure figcaption p h1 h2 h3 h4 h5 h6 hr blockquote ul ol li pre table thead tbody tr th td a img em strong i b del s code kbd br sup sub span input time cite dfn bdi bdo mark ins u abbr small q ruby rt rp'.split(
    ' ',
  ),
);
/** Of a page of ours. */
const HEAD_TAGS = new Set('html head body title meta link'.split(' '));
const RUNNING_TAGS = new Set('script iframe frame object embed applet base svg math animate set'.split(' '));
const URLS = new Set(
  'href src srcSet action formAction cite poster data background ping xLinkHref'.split(' '),
);
const RUNNING_SCHEME = /^(?:javascript|vbscript|livescript|mocha|data|feed|view-source):/iu;
const SAFE_SCHEME = /^(?:https?|mailto|tel)$/iu;
const SKIPPED = /[\p{Cc} \u00A0\u200B\uFEFF]/gu;
const OWN_ID = /^(?:note-|footnote-label$)/u;
/** A page's own style sheet and its data about itself: one of each. */
const OWN_TEXTS = ['style', 'script application/ld+json'];

/** `own`: what of `OWN_TEXTS` is still to come. */
function unsafeIn(node: Nodes, own: Set<string>): Finding[] {
  const found = node.type === 'element' ? unsafeElement(node, own) : [];
  return 'children' in node ? [...found, ...node.children.flatMap((child) => unsafeIn(child, own))] : found;
}

function unsafeElement(node: Element, own: Set<string>): Finding[] {
  const { tagName, properties } = node;
  const text = tagName === 'script' ? `script ${String(properties['type'])}` : tagName;
  if (own.delete(text)) {
    return [];
  }
  const isKnown = BODY_TAGS.has(tagName) || HEAD_TAGS.has(tagName);
  const runs = RUNNING_TAGS.has(tagName);
  return [
    ...(runs || !isKnown ? [{ what: `<${tagName}>`, runs }] : []),
    ...(tagName === 'input' && !isTaskBox(node) ? [{ what: '<input>', runs: false }] : []),
    ...(tagName === 'meta' && properties['httpEquiv'] !== undefined
      ? [{ what: '<meta http-equiv>', runs: true }]
      : []),
    ...(isKnown && !HEAD_TAGS.has(tagName) ? foreignAttributes(node) : []),
    ...Object.entries(properties).flatMap(([name, value]) =>
      tagName === 'meta' && name === 'name' ? [] : unsafeAttribute(name, String(value)),
    ),
  ];
}

/** A box of a task list, which nobody can tick. */
function isTaskBox({ properties }: Element): boolean {
  return (
    properties['type'] === 'checkbox' &&
    properties['disabled'] === true &&
    Object.keys(properties).every((name) => ['type', 'disabled', 'checked'].includes(name))
  );
}

/** Attributes that our list does not give the element; the ones that are judged by themselves left out. */
function foreignAttributes({ tagName, properties }: Element): Finding[] {
  const { attributes } = SANITIZE_SCHEMA;
  const known = new Set(
    [...(attributes?.['*'] ?? []), ...(attributes?.[tagName] ?? [])].map((one) =>
      typeof one === 'string' ? one : one[0],
    ),
  );
  return Object.keys(properties)
    .filter((name) => !known.has(name) && !JUDGED.test(name) && tagName !== 'input')
    .map((name) => ({ what: `${tagName}[${name}]`, runs: false }));
}

/** By `unsafeAttribute`. */
const JUDGED = /^(?:on.*|srcDoc|style|id|name)$/iu;

function unsafeAttribute(name: string, value: string): Finding[] {
  if (/^on/iu.test(name) || name === 'srcDoc') {
    return [{ what: name, runs: true }];
  }
  if (name === 'style') {
    return [{ what: name, runs: false }];
  }
  if ((name === 'id' || name === 'name') && !OWN_ID.test(value)) {
    return [{ what: `${name}=${value}`, runs: false }];
  }
  return URLS.has(name) ? unsafeUrl(value) : [];
}

function unsafeUrl(value: string): Finding[] {
  const seen = value.replaceAll(SKIPPED, '');
  const scheme = /^([^/?#]*?):/u.exec(seen)?.[1];
  return scheme === undefined || SAFE_SCHEME.test(scheme)
    ? []
    : [{ what: `${scheme}:`, runs: RUNNING_SCHEME.test(seen) }];
}
