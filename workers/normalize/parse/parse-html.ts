import type { Heading } from 'mdast';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { foundFrom, mergeFound } from '../draft/found-meta.ts';
import { findArticle } from './find-article.ts';
import { parseHtmlPage } from './hast.ts';
import { hastToMdast } from './hast-to-mdast.ts';
import { readHtmlMeta } from './html-meta.ts';
import type { ParsedArticle } from './parsed-article.ts';
import { plainText } from './plain-text.ts';
import { sanitizeUrls } from './sanitize-urls.ts';

/**
 * Reads a page or a fragment of HTML: the content of its `article`, `main` or `body`. The headline
 * is the article's first `h1`, else the page's.
 */
export function parseHtml(content: string): ParsedArticle {
  const diagnostics: Diagnostic[] = [];
  const page = parseHtmlPage(content.replace(/^\uFEFF/u, ''));
  const found = readHtmlMeta(page, diagnostics);
  const root = hastToMdast(findArticle(page));
  sanitizeUrls(root, diagnostics);
  const index = root.children.findIndex((node) => node.type === 'heading' && node.depth === 1);
  if (index > 0) {
    const heading = root.children.splice(index, 1)[0];
    root.children.unshift(...(heading === undefined ? [] : [heading]));
  }
  const first = root.children[0];
  const own = first !== undefined && isHeadline(first) ? plainText([first]) : undefined;
  return {
    root,
    found:
      own === undefined
        ? found
        : mergeFound(found, foundFrom({ headline: own }, { from: 'visible', confidence: 0.9 })),
    diagnostics,
  };
}

function isHeadline(node: { readonly type: string; readonly depth?: number }): node is Heading {
  return node.type === 'heading' && node.depth === 1;
}
