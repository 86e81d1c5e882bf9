import { z } from 'zod';
import type { SourceFormat } from '../../../shared/document/article.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { foundFrom, mergeFound } from '../draft/found-meta.ts';
import { readDate } from '../meta/read-date.ts';
import type { ParsedArticle } from './parsed-article.ts';

const Text = z.string().min(1);
const Names = z.union([Text, z.array(z.union([Text, z.object({ name: Text })])).readonly()]);

/** An article as one JSON object; other members are ignored. */
const JsonArticle = z.object({
  headline: Text.optional(),
  title: Text.optional(),
  byline: Names.optional(),
  author: Names.optional(),
  body: z.string(),
  bodyFormat: z.enum(['markdown', 'html', 'text']).default('markdown'),
  language: Text.optional(),
  publishedAt: Text.optional(),
  modifiedAt: Text.optional(),
  description: Text.optional(),
  section: Text.optional(),
  keywords: z.array(Text).readonly().optional(),
  agency: Text.optional(),
  dateline: Text.optional(),
  canonicalUrl: z.url({ protocol: /^https?$/u }).optional(),
});

/**
 * Reads an article given as a JSON object; `parseBody` reads its `body` by `bodyFormat`.
 *
 * @throws {PipelineError} `SOURCE_UNREADABLE`, which names the JSON pointer of each problem.
 */
export function parseJson(
  content: string,
  parseBody: (body: string, format: SourceFormat) => ParsedArticle,
): ParsedArticle {
  const checked = JsonArticle.safeParse(readJson(content));
  if (!checked.success) {
    const problems = checked.error.issues.map((issue) => ({
      pointer: pointerOf(issue.path),
      message: issue.message,
    }));
    const text = problems.map((problem) => `${problem.pointer}: ${problem.message}`).join('; ');
    throw new PipelineError('SOURCE_UNREADABLE', `The JSON article is not valid at ${text}`, {
      details: { problems },
    });
  }
  const article = checked.data;
  const body = parseBody(article.body, article.bodyFormat);
  const diagnostics = [...body.diagnostics];
  const own = {
    headline: article.headline ?? article.title,
    byline: namesOf(article.byline ?? article.author),
    agency: article.agency,
    dateline: article.dateline,
    publishedAt: readDate(article.publishedAt, '/publishedAt', diagnostics),
    modifiedAt: readDate(article.modifiedAt, '/modifiedAt', diagnostics),
    description: article.description,
    section: article.section,
    keywords: article.keywords,
    canonicalUrl: article.canonicalUrl,
    language: article.language,
  };
  return {
    root: body.root,
    found: mergeFound(body.found, foundFrom(own, { from: 'member', confidence: 0.98 })),
    diagnostics,
  };
}

function readJson(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be parsed';
    throw new PipelineError('SOURCE_UNREADABLE', `The content is not JSON: ${reason}`, {
      details: { problems: [{ pointer: '', message: reason }] },
      cause: error,
    });
  }
}

function namesOf(names: z.infer<typeof Names> | undefined): string | undefined {
  if (names === undefined || typeof names === 'string') {
    return names;
  }
  return names.map((entry) => (typeof entry === 'string' ? entry : entry.name)).join(', ') || undefined;
}

/** RFC 6901. */
function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') || '/';
}
