import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { readFrontMatter } from './front-matter.ts';
import { hasFrontMatter } from './has-front-matter.ts';
import { mendBullets } from './mend-bullets.ts';
import type { ParsedArticle } from './parsed-article.ts';
import { readIndentedLinks } from './read-indented-links.ts';
import { resolveHtmlNodes } from './resolve-html-nodes.ts';
import { resolveReferences } from './resolve-references.ts';
import { sanitizeUrls } from './sanitize-urls.ts';

const plainParser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();
const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .freeze();

/** Reads Markdown (CommonMark, GFM, YAML front matter). */
export function parseMarkdown(content: string): ParsedArticle {
  const diagnostics: Diagnostic[] = [];
  const source = mendBullets(content.replace(/^\uFEFF/u, ''));
  const root: Root = (hasFrontMatter(source) ? parser : plainParser).parse(source);
  const found = readFrontMatter(root, diagnostics);
  readIndentedLinks(root, source, (markdown) => parser.parse(markdown));
  resolveReferences(root);
  resolveHtmlNodes(root, diagnostics);
  sanitizeUrls(root, diagnostics);
  return { root, found, diagnostics };
}
