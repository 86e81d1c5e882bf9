import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { coverageOf } from './coverage.ts';
import { frontMatter } from './front-matter.ts';
import type { RenderedParts } from './render-parts.ts';
import { toPlainMdast } from './to-plain-mdast.ts';

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '*', fences: true, listItemIndent: 'one', rule: '-' })
  .freeze();

/**
 * Writes the rendition as Markdown (GFM) with YAML front matter. Words are escaped so that every
 * reader sees them as words; figures become a picture and a paragraph with caption and credit.
 *
 * Source text stays unmarked among the words, since Markdown has no language marks: `untranslated`
 * in the front matter counts it. Runs of the other direction are isolated where they need it.
 */
export function toMarkdown(parts: RenderedParts): string {
  const { article } = parts;
  const headline: RootContent[] =
    article.headline === undefined ? [] : [{ type: 'heading', depth: 1, children: article.headline }];
  const root: Root = { type: 'root', children: [...headline, ...article.body.children] };
  return `${matter(parts)}\n${stringifyMarkdown(toPlainMdast(root, parts))}`;
}

/** Writes a tree of Markdown's own nodes. */
export function stringifyMarkdown(root: Root): string {
  return writer.stringify(root);
}

function matter({ document, rendition, meta, kit }: RenderedParts): string {
  const { counts } = rendition;
  return frontMatter([
    ['title', meta.headline?.text],
    ['titleLocale', meta.headline?.origin === 'source' ? document.sourceLocale : undefined],
    ['locale', kit.locale],
    ['sourceLocale', document.sourceLocale],
    ['byline', meta.byline],
    ['agency', meta.agency],
    ['dateline', meta.dateline],
    ['published', meta.published?.iso],
    ['updated', meta.modified?.iso],
    ['description', meta.description?.text],
    ['section', meta.section?.text],
    ['keywords', meta.keywords],
    ['original', meta.originalUrl],
    ['article', document.externalId],
    ['version', document.version],
    ['coverage', coverageOf(counts)],
    ['segments', counts.segments],
    ['approved', counts.approved],
    ['reviewed', counts.reviewed],
    ['machine', counts.machine],
    ['untranslated', counts.source + (counts.omitted ?? 0)],
    ['omitted', counts.omitted],
  ]);
}
