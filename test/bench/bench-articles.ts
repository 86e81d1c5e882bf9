import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configPath, PROJECT_ROOT } from '../../config/project-root.ts';
import type { SourceArticle } from '../../shared/document/article.ts';
import { Locale } from '../../shared/document/locale.ts';
import { sourceOf } from '../support/pipeline.ts';

/** Locales of every benchmark of the whole pipeline. */
export const LOCALES_OF_BENCH = ['es', 'fr', 'vi', 'ar', 'zh-Hans'].map((tag) => Locale.parse(tag));

/** The article that latency is measured with: the data folder's where it exists, else the sample. */
export async function benchText(): Promise<{ readonly text: string; readonly described: string }> {
  const seed = join(PROJECT_ROOT, '..', 'shared', 'seed', 'article.md');
  const file = existsSync(seed) ? seed : configPath('samples', 'article.md');
  const text = await readFile(file, 'utf8');
  const name = existsSync(seed) ? 'seed article' : 'sample article';
  return { text, described: `${name} (${(Buffer.byteLength(text) / 1024).toFixed(1)} KB of Markdown)` };
}

/** `count` articles of that text, each with a paragraph of its own. */
export async function benchArticles(
  count: number,
): Promise<{ readonly articles: readonly SourceArticle[]; readonly described: string }> {
  const { text, described } = await benchText();
  const articles = Array.from({ length: count }, (_, index) =>
    sourceOf(`bench-${index}`, {
      content: `${text}\n\nThis is report number ${index} of the day.\n`,
      targetLocales: LOCALES_OF_BENCH,
      meta: { publishedAt: '2026-01-13' },
    }),
  );
  return { articles, described };
}
