import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { readFrontMatter } from './front-matter.ts';
import { hasFrontMatter } from './has-front-matter.ts';
import { parseMarkdownTree } from './markdown-parser.ts';
import { mendBullets } from './mend-bullets.ts';
import type { ParsedArticle } from './parsed-article.ts';
import { readIndentedLinks } from './read-indented-links.ts';
import { resolveHtmlNodes } from './resolve-html-nodes.ts';
import { resolveReferences } from './resolve-references.ts';
import { sanitizeUrls } from './sanitize-urls.ts';

/** Reads Markdown (CommonMark, GFM, YAML front matter). */
export function parseMarkdown(content: string): ParsedArticle {
  const diagnostics: Diagnostic[] = [];
  const source = mendBullets(content.replace(/^\uFEFF/u, ''));
  const root = parseMarkdownTree(source, hasFrontMatter(source));
  const found = readFrontMatter(root, diagnostics);
  readIndentedLinks(root, source, (markdown) => parseMarkdownTree(markdown, false));
  resolveReferences(root);
  resolveHtmlNodes(root, diagnostics);
  sanitizeUrls(root, diagnostics);
  return { root, found, diagnostics };
}
