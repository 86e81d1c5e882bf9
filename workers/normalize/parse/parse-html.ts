import type { Root as HastRoot } from 'hast';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { type FoundMeta, foundFrom, NOTHING_FOUND } from '../draft/found-meta.ts';
import { parseHtmlFragment } from './hast.ts';
import { hastToMdast } from './hast-to-mdast.ts';
import { chooseText } from './page/choose-text.ts';
import { readPageMeta } from './page/meta/read-page-meta.ts';
import { readPage } from './page/read-page.ts';
import { resolveAddresses } from './page/resolve-addresses.ts';
import { simplifyTree } from './page/simplify-tree.ts';
import type { ParsedArticle } from './parsed-article.ts';
import { plainText } from './plain-text.ts';
import { sanitizeUrls } from './sanitize-urls.ts';

/** Tags that only a whole page has. */
const PAGE = /<(?:!doctype\s+html|html|head|body|main|nav)(?=[\s/>])/iu;

/** A kicker, a picture and a line of names may stand above a headline. */
const MOST_ABOVE_HEADLINE = 3;

/**
 * Reads HTML. In a whole page the article is found and the page's metadata read; a fragment is taken
 * whole, and its first `h1` is the headline.
 */
export function parseHtml(content: string): ParsedArticle {
  const html = content.replace(/^\uFEFF/u, '');
  return PAGE.test(html) ? parsePage(html) : parseFragment(html);
}

/** Reads HTML that is all article, such as the body that a content system keeps. */
export function parseFragment(html: string): ParsedArticle {
  const article = toArticle(parseHtmlFragment(html), NOTHING_FOUND, []);
  const first = article.root.children[0];
  return first?.type === 'heading' && first.depth === 1
    ? { ...article, found: foundFrom({ headline: plainText([first]) }, { from: 'visible', confidence: 0.9 }) }
    : article;
}

function parsePage(html: string): ParsedArticle {
  const page = readPage(html);
  const meta = readPageMeta(page);
  const { tree, diagnostic } = chooseText(html, page, meta);
  resolveAddresses(tree, meta.base);
  simplifyTree(tree);
  return toArticle(tree, meta.found, [...meta.diagnostics, diagnostic]);
}

/** The only heading of rank 1, near the top, is the headline; it stands first. */
function toArticle(tree: HastRoot, found: FoundMeta, known: readonly Diagnostic[]): ParsedArticle {
  const diagnostics = [...known];
  const root = hastToMdast(tree);
  sanitizeUrls(root, diagnostics);
  const headings = root.children.filter((node) => node.type === 'heading' && node.depth === 1);
  const index = root.children.findIndex((node) => node === headings[0]);
  if (headings.length === 1 && index > 0 && index <= MOST_ABOVE_HEADLINE) {
    root.children.unshift(...root.children.splice(index, 1));
  }
  return { root, found, diagnostics };
}
