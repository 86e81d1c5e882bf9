/** A node of a JSON-LD graph: members of any type. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

export interface JsonLdData {
  /** The node that describes the article, else the page. */
  readonly article: JsonLdNode | undefined;
  /** Whether it is of an article type rather than of a page. */
  readonly isArticle: boolean;
  /** Follows `{"@id": ...}` to the node that it names. */
  readonly resolve: (value: unknown) => unknown;
}

const ARTICLE =
  /(?:Article|BlogPosting|LiveBlogPosting|Report|AnalysisNewsArticle|CreativeWork|Review|Recipe)$/u;
const PAGE = /(?:WebPage|ItemPage|AboutPage|FAQPage)$/u;
const MAX_NODES = 2_000;

/** Reads a page's JSON-LD blocks; one that is no JSON, even when mended, says nothing. */
export function readJsonLd(blocks: readonly string[]): JsonLdData {
  const nodes: JsonLdNode[] = [];
  for (const block of blocks) {
    collect(parse(block), nodes, 0);
  }
  const byId = new Map<string, JsonLdNode>();
  for (const node of nodes) {
    const id = node['@id'];
    if (typeof id === 'string' && Object.keys(node).length > (Object.keys(byId.get(id) ?? {}).length || 1)) {
      byId.set(id, node);
    }
  }
  const articles = nodes.filter((node) => hasType(node, ARTICLE) && isTelling(node));
  const article = articles.toSorted((a, b) => weightOf(b) - weightOf(a))[0];
  return {
    article: article ?? nodes.find((node) => hasType(node, PAGE)),
    isArticle: article !== undefined,
    resolve: (value) => {
      const id = isNode(value) && Object.keys(value).length <= 2 ? value['@id'] : undefined;
      return typeof id === 'string' ? (byId.get(id) ?? value) : value;
    },
  };
}

/** Text of a member: a string, or the first of several; entities and white space tidied. */
export function textOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const text = isNode(first) ? (first['@value'] ?? first['name']) : first;
  if (typeof text !== 'string' && typeof text !== 'number') {
    return undefined;
  }
  const tidy = String(text).replaceAll(/\s+/gu, ' ').trim();
  return tidy === '' ? undefined : tidy;
}

/** Whether a value is an object with members. */
export function isNode(value: unknown): value is JsonLdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(block: string): unknown {
  const json = block
    .replaceAll(/<!--|-->|\/\*\s*<!\[CDATA\[\s*\*\/|\/\*\s*\]\]>\s*\*\/|<!\[CDATA\[|\]\]>/gu, '')
    .trim()
    .replace(/;$/u, '');
  for (const candidate of [json, json.replaceAll(/\p{Cc}+/gu, ' ').replaceAll(/,\s*(?=[}\]])/gu, '')]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // the second try mends what generators break most: raw line ends and trailing commas
    }
  }
  return undefined;
}

function collect(value: unknown, nodes: JsonLdNode[], depth: number): void {
  if (depth > 8 || nodes.length >= MAX_NODES) {
    return;
  }
  if (Array.isArray(value)) {
    for (const entry of value) {
      collect(entry, nodes, depth + 1);
    }
    return;
  }
  if (!isNode(value)) {
    return;
  }
  if ('@type' in value) {
    nodes.push(value);
  }
  for (const member of Object.values(value)) {
    if (typeof member === 'object') {
      collect(member, nodes, depth + 1);
    }
  }
}

function hasType(node: JsonLdNode, pattern: RegExp): boolean {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).some((name) => typeof name === 'string' && pattern.test(name));
}

function isTelling(node: JsonLdNode): boolean {
  return ['headline', 'datePublished', 'articleBody', 'author', 'name'].some((member) => member in node);
}

/** The article's own node says more than those of teasers. */
function weightOf(node: JsonLdNode): number {
  return (
    [
      'headline',
      'datePublished',
      'articleBody',
      'author',
      'mainEntityOfPage',
      'publisher',
      'dateModified',
    ].filter((member) => member in node).length - (hasType(node, /CreativeWork$/u) ? 1 : 0)
  );
}
