import { z } from 'zod';
import type { SourceFormat } from '../../../shared/document/article.ts';
import { foundFrom, mergeFound } from '../draft/found-meta.ts';
import { readDate } from '../meta/read-date.ts';
import type { ParsedArticle } from './parsed-article.ts';
import { readJson, unreadable } from './read-json.ts';

const Text = z.string().min(1);
const Names = z.union([Text, z.array(z.union([Text, z.object({ name: Text })])).readonly()]);

/** An article as one JSON object; other members are ignored. */
const JsonArticle = z.object({
  headline: Text.optional(),
  title: Text.optional(),
  byline: Names.optional(),
  author: Names.optional(),
  authors: Names.optional(),
  body: z.string().optional(),
  bodyFormat: z.enum(['markdown', 'html', 'text']).default('markdown'),
  body_html: z.string().optional(),
  bodyHtml: z.string().optional(),
  body_text: z.string().optional(),
  bodyText: z.string().optional(),
  body_markdown: z.string().optional(),
  bodyMarkdown: z.string().optional(),
  content: z.string().optional(),
  articleBody: z.string().optional(),
  language: Text.optional(),
  lang: Text.optional(),
  publishedAt: Text.optional(),
  datePublished: Text.optional(),
  published: Text.optional(),
  date: Text.optional(),
  modifiedAt: Text.optional(),
  dateModified: Text.optional(),
  updated: Text.optional(),
  description: Text.optional(),
  summary: Text.optional(),
  section: Text.optional(),
  keywords: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(/\s*,\s*/u) : value),
    z.array(Text).readonly().optional(),
  ),
  tags: z.array(Text).readonly().optional(),
  agency: Text.optional(),
  dateline: Text.optional(),
  canonicalUrl: z.url({ protocol: /^https?$/u }).optional(),
  url: z
    .url({ protocol: /^https?$/u })
    .optional()
    .catch(undefined),
});
type JsonArticle = z.infer<typeof JsonArticle>;

/**
 * Reads an article given as a JSON object; `parseBody` reads its body by its format. Other names that
 * feeds use for a member are read too, such as `title`, `authors`, `body_html`.
 *
 * @throws {PipelineError} `SOURCE_UNREADABLE`, which names the JSON pointer of each problem.
 */
export function parseJson(
  content: string,
  parseBody: (body: string, format: SourceFormat) => ParsedArticle,
): ParsedArticle {
  const article = readJson(content, JsonArticle, 'JSON article');
  const [text, format] = bodyOf(article);
  const body = parseBody(text, format);
  const diagnostics = [...body.diagnostics];
  const own = {
    headline: article.headline ?? article.title,
    byline: namesOf(article.byline ?? article.author ?? article.authors),
    agency: article.agency,
    dateline: article.dateline,
    publishedAt: readDate(
      article.publishedAt ?? article.datePublished ?? article.published ?? article.date,
      '/publishedAt',
      diagnostics,
    ),
    modifiedAt: readDate(
      article.modifiedAt ?? article.dateModified ?? article.updated,
      '/modifiedAt',
      diagnostics,
    ),
    description: article.description ?? article.summary,
    section: article.section,
    keywords: article.keywords ?? article.tags,
    canonicalUrl: article.canonicalUrl ?? article.url,
    language: article.language ?? article.lang,
  };
  return {
    root: body.root,
    found: mergeFound(body.found, foundFrom(own, { from: 'member', confidence: 0.98 })),
    diagnostics,
  };
}

/** `body` in `bodyFormat`, else the member whose name says its format. */
function bodyOf(article: JsonArticle): [string, SourceFormat] {
  const { bodyFormat } = article;
  const bodies: readonly (readonly [string | undefined, SourceFormat])[] = [
    [article.body, bodyFormat],
    [article.body_html ?? article.bodyHtml, 'html'],
    [article.body_markdown ?? article.bodyMarkdown, 'markdown'],
    [article.body_text ?? article.bodyText, 'text'],
    [article.content, bodyFormat],
    [article.articleBody, 'text'],
  ];
  for (const [text, format] of bodies) {
    if (text !== undefined) {
      return [text, format];
    }
  }
  throw unreadable('JSON article', [{ pointer: '/body', message: 'expected the text of the article' }]);
}

function namesOf(names: z.infer<typeof Names> | undefined): string | undefined {
  if (names === undefined || typeof names === 'string') {
    return names;
  }
  return names.map((entry) => (typeof entry === 'string' ? entry : entry.name)).join(', ') || undefined;
}
