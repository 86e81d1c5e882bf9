import type { Element, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root as MarkdownRoot } from 'mdast';
import { type Handlers, type State, toHast } from 'mdast-util-to-hast';
import rehypeParse from 'rehype-parse';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { SourceArticle } from '../../shared/document/article.ts';
import type { Document } from '../../shared/document/document.ts';
import { isLocale } from '../../shared/document/locale.ts';
import { rebuildMdast } from '../../shared/document/rebuild-mdast.ts';
import type { ProtectedNode, SpanNode } from '../../shared/document/span-node.ts';
import { assembleDocument } from '../../workers/normalize/assemble-document.ts';
import type { NormalizeDeps } from '../../workers/normalize/deps.ts';
import { readDraft } from '../../workers/normalize/draft/read-draft.ts';
import { parseMarkdown } from '../../workers/normalize/parse/parse-markdown.ts';
import { isSafeUrl } from '../../workers/normalize/parse/safe-url.ts';

/** What became of a text that was taken apart and put together again. */
export type Identity =
  /** The same HTML. */
  | 'equal'
  /** The same words, without raw HTML or addresses that nobody may follow. */
  | 'by-design'
  | 'different';

const reader = unified().use(rehypeParse, { fragment: true }).freeze();
const markdownReader = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();
const markdownWriter = unified().use(remarkGfm, { singleTilde: false }).use(remarkStringify).freeze();

const SOURCE = {
  articleId: `a${'0'.repeat(20)}`,
  externalId: 'identity',
  version: 1,
  tenant: 'test',
  format: 'markdown',
  meta: {},
  targetLocales: ['es'],
  urgency: 5,
  pubStatus: 'usable',
};

/** A submission of English Markdown. */
export function sourceOf(markdown: string): SourceArticle {
  return SourceArticle.parse({ ...SOURCE, sourceLocale: 'en', content: markdown });
}

/** The document of a Markdown text without any repair. */
export function documentOf(markdown: string, deps: NormalizeDeps): Document {
  const locale = 'en';
  if (!isLocale(locale)) {
    throw new Error('"en" is a locale');
  }
  const source = sourceOf(markdown);
  const draft = { ...readDraft(parseMarkdown(markdown)), sourceLocale: locale };
  const { agencies, sentenceBreaksOf } = deps;
  return assembleDocument(source, draft, { lexicon: deps.lexiconOf('en'), agencies, sentenceBreaksOf });
}

/** The tree of a document with its own words in it. */
function rebuilt(document: Document): MarkdownRoot {
  return rebuildMdast(document, { contentOf: (segment) => segment });
}

/** A document's own words as Markdown. */
export function markdownOf(document: Document): string {
  return markdownWriter.stringify(rebuilt(document));
}

/** What `document` gives, compared with the HTML that its source should give, here or under GFM. */
export function identityOf(
  { markdown, html }: { readonly markdown: string; readonly html: string },
  document: Document,
): Identity {
  const actual = reader.parse(toHtml(toHast(rebuilt(document), { handlers: HANDLERS })));
  const shape = JSON.stringify(shapesOf(actual));
  const expected = [html, htmlOfMarkdown(markdown)].map((each) => reader.parse(each.replaceAll(CDATA, '')));
  if (expected.some((each) => JSON.stringify(shapesOf(each)) === shape)) {
    return 'equal';
  }
  const isSameText = expected.some((each) => wordsOf(each) === wordsOf(actual));
  return isSameText && hasUnpublished(markdownReader.parse(markdown)) ? 'by-design' : 'different';
}

/** The HTML that a Markdown text stands for, raw HTML left in. */
export function htmlOfMarkdown(markdown: string): string {
  return toHtml(toHast(markdownReader.parse(markdown), { allowDangerousHtml: true }), {
    allowDangerousHtml: true,
  });
}

const HANDLERS: Handlers = {
  span: (state: State, { tag, lang, dir, dateTime, title, children }: SpanNode): Element => ({
    type: 'element',
    tagName: tag,
    properties: { lang, dir, dateTime, title },
    children: state.all({ type: 'emphasis', children }),
  }),
  protected: (_: State, { value }: ProtectedNode): Element => ({
    type: 'element',
    tagName: 'span',
    properties: { translate: 'no' },
    children: [{ type: 'text', value }],
  }),
};

const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 hr blockquote ul ol li pre table thead tbody tr th td section div'.split(' '),
);

/** A tree without what does not show: places in the source, and white space around blocks. */
function shapesOf(node: Nodes, isPreformatted = false): unknown[] {
  if (node.type === 'text') {
    return [isPreformatted ? node.value : node.value.replaceAll(/\s+/gu, ' ')];
  }
  if (!('children' in node)) {
    return [];
  }
  const isPre = isPreformatted || (node.type === 'element' && node.tagName === 'pre');
  const children = node.children.flatMap((child, index) => {
    if (child.type !== 'text' || isPre) {
      return shapesOf(child, isPre);
    }
    const value = child.value.replaceAll(/\s+/gu, ' ');
    const atStart = isEdge(node.children[index - 1], node);
    const atEnd = isEdge(node.children[index + 1], node);
    const trimmed = value.replace(atStart ? /^ / : /$^/u, '').replace(atEnd ? / $/ : /$^/u, '');
    return trimmed === '' ? [] : [trimmed];
  });
  return node.type === 'element' ? [[node.tagName, attributesOf(node), children]] : children;
}

/** White space at the ends of a title says nothing. */
function attributesOf({ properties }: Element): unknown {
  return Object.entries(properties)
    .map(([name, value]): readonly [string, unknown] => [
      name,
      typeof value === 'string' ? value.trim() : value,
    ])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Whether the white space beside `sibling` in `parent` does not show. */
function isEdge(sibling: Nodes | undefined, parent: Nodes): boolean {
  if (sibling === undefined) {
    return parent.type === 'root' || (parent.type === 'element' && BLOCKS.has(parent.tagName));
  }
  return sibling.type === 'element' && (BLOCKS.has(sibling.tagName) || sibling.tagName === 'br');
}

/** Whether there is what a document does not keep: raw HTML, an address of another scheme, a link around nothing. */
function hasUnpublished(root: MarkdownRoot): boolean {
  let found = false;
  visit(root, (node) => {
    found ||=
      node.type === 'html' ||
      ('url' in node && node.url !== undefined && !isSafeUrl(node.url)) ||
      (node.type === 'link' && node.children.length === 0);
  });
  return found;
}

/** Only XML has it; a browser shows its end. */
const CDATA = /<!\[CDATA\[[\s\S]*?\]\]>/gu;

const WORDLESS = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'template']);

function wordsOf(node: Nodes): string {
  return textOf(node).replaceAll(/\s+/gu, '');
}

function textOf(node: Nodes): string {
  if (node.type === 'text') {
    return node.value;
  }
  if (!('children' in node) || (node.type === 'element' && WORDLESS.has(node.tagName))) {
    return '';
  }
  return node.children.map((child) => textOf(child)).join('');
}
