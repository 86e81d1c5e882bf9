import { SourceArticle } from '../../../../shared/document/article.ts';
import type { Document } from '../../../../shared/document/document.ts';
import { createNormalizeDeps, type NormalizeDeps } from '../../../../workers/normalize/deps.ts';
import { normalize } from '../../../../workers/normalize/normalize.ts';

/** The real word tables, read once for all tests of a file. */
export const deps: NormalizeDeps = createNormalizeDeps();

/** A submission in English unless `over` says otherwise. */
export function sourceOf(content: string, over: Readonly<Record<string, unknown>> = {}): SourceArticle {
  return SourceArticle.parse({
    articleId: `a${'0'.repeat(20)}`,
    externalId: 'test',
    version: 1,
    tenant: 'desk',
    sourceLocale: 'en',
    format: 'markdown',
    content,
    meta: {},
    targetLocales: ['es'],
    urgency: 5,
    pubStatus: 'usable',
    ...over,
  });
}

/** Normalizes `content` with the real word tables. */
export async function normalized(
  content: string,
  over: Readonly<Record<string, unknown>> = {},
): Promise<Document> {
  return normalize(sourceOf(content, over), deps);
}

/** The texts of a document's segments, in order. */
export function textsOf(document: Document): string[] {
  return document.segments.map((segment) => segment.text);
}

/** The texts of a document's segments after normalizing English Markdown. */
export async function segmentTexts(
  content: string,
  over: Readonly<Record<string, unknown>> = {},
): Promise<string[]> {
  return textsOf(await normalized(content, over));
}
