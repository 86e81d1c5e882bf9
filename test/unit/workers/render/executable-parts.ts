import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { SANITIZE_SCHEMA } from '../../../../workers/render/sanitize-schema.ts';

const parser = unified().use(rehypeParse, { fragment: false }).freeze();
const PAGE_ELEMENTS = ['html', 'head', 'meta', 'title', 'link', 'body'];
const URL_PROPERTIES = [
  'href',
  'src',
  'cite',
  'action',
  'formAction',
  'poster',
  'data',
  'background',
  'xLinkHref',
];
const OWN_PROPERTIES = ['charSet', 'content', 'name', 'property', 'rel', 'hrefLang', 'href'];
/** The page's own style sheet and its data about itself: one of each, in the head. */
const OWN_TEXTS = ['style', 'script application/ld+json'];

/**
 * Reads HTML as a browser does and lists everything that an article's page must not have: elements
 * and attributes outside the allow list, handlers, styles, URLs of other schemes. The page's own
 * style sheet, data and title count as text.
 */
export function findExecutableParts(html: string): readonly string[] {
  const root: Root = parser.parse(html);
  const found: string[] = [];
  const own = new Set(OWN_TEXTS);
  visit(root, 'element', (node, _index, parent) => {
    const text = node.tagName === 'script' ? `script ${String(node.properties['type'])}` : node.tagName;
    if (parent?.type === 'element' && parent.tagName === 'head' && own.delete(text)) {
      return;
    }
    found.push(...problemsOf(node));
  });
  return found;
}

function problemsOf(node: Element): readonly string[] {
  const allowed = [...(SANITIZE_SCHEMA.tagNames ?? []), ...PAGE_ELEMENTS];
  const problems = allowed.includes(node.tagName) ? [] : [`<${node.tagName}>`];
  for (const [name, value] of Object.entries(node.properties)) {
    if (/^on|^style$|^srcDoc$|^srcSet$|^httpEquiv$|^is$|^ping$|^target$/iu.test(name)) {
      problems.push(`${node.tagName}[${name}]`);
    }
    if (URL_PROPERTIES.includes(name) && !isAllowedUrl(String(value))) {
      problems.push(`${node.tagName}[${name}=${String(value)}]`);
    }
    if (!isKnownProperty(node.tagName, name)) {
      problems.push(`${node.tagName}[${name}] is not in the list`);
    }
  }
  return problems;
}

/** What browsers skip is removed first; then the scheme must be one of four, or there is none. */
function isAllowedUrl(url: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(url.replaceAll(/[\p{Cc}\p{Z}]/gu, ''))?.[1];
  return scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme.toLowerCase());
}

function isKnownProperty(tagName: string, name: string): boolean {
  const definitions = [
    ...(SANITIZE_SCHEMA.attributes?.['*'] ?? []),
    ...(SANITIZE_SCHEMA.attributes?.[tagName] ?? []),
  ];
  const names = definitions.map((definition) =>
    typeof definition === 'string' ? definition : definition[0],
  );
  return names.includes(name) || OWN_PROPERTIES.includes(name);
}
