import { z } from 'zod';
import { SourceArticle } from '../../../shared/document/article.ts';
import { createNormalizeDeps } from '../../../workers/normalize/deps.ts';
import { normalize } from '../../../workers/normalize/normalize.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Row } from '../report.ts';
import type { Measure } from './measure.ts';
import { wordsOf } from './word-f1.ts';

const Post = z.object({ path: z.string(), md: z.string() });
const Guide = z.object({
  article: z.string(),
  en_versions: z.record(z.string(), z.object({ text: z.string() })),
  translations: z.record(z.string(), z.object({ text: z.string() })),
});
const Docs = z.object({ path: z.string(), en: z.string(), md: z.record(z.string(), z.string()) });

/** Rules that change the form of words, join them, or show them elsewhere: no word of the article goes. */
const HARMLESS = new Set(['credit', 'byline-line', 'updated-line', 'line-hyphen', 'orphan-aside']);

/**
 * Clean Markdown must come out whole: the share of words that removing repairs took out of articles
 * (`articles-en/`), documentation (`docs-multi/`) and guides (`docs-guide/`).
 */
export const keptWords: Measure = {
  name: 'kept-words',
  needs: [
    'articles-en/us-gov-posts.jsonl.gz',
    'docs-multi/docs.jsonl.gz',
    'docs-guide/opensource-guide.jsonl.gz',
  ],
  run: async (data) => {
    const rows: Row[] = [];
    for (const [name, texts] of corpora(data)) {
      const removed = await removedTexts(texts);
      const words = texts.reduce((sum, text) => sum + wordsOf(text).length, 0);
      const lost = removed.reduce((sum, text) => sum + wordsOf(text).length, 0);
      rows.push({
        measure: `${name}: words kept`,
        value: 1 - lost / words,
        unit: 'share',
        samples: words,
        goal: '>= .999',
        ok: lost <= words * 0.001,
      });
    }
    return rows;
  },
};

/** The Markdown of each corpus. */
function corpora(data: DataFolder): readonly (readonly [string, readonly string[]])[] {
  const guides = data.lines('docs-guide/opensource-guide.jsonl.gz').map((line) => Guide.parse(line));
  const docs = data.lines('docs-multi/docs.jsonl.gz').map((line) => Docs.parse(line));
  return [
    ['articles-en', data.lines('articles-en/us-gov-posts.jsonl.gz').map((line) => Post.parse(line).md)],
    ['docs-multi', docs.flatMap(({ en, md }) => [en, ...Object.values(md)])],
    [
      'docs-guide',
      guides.flatMap(({ en_versions: versions, translations }) => [
        ...Object.values(versions).map(({ text }) => text),
        ...Object.values(translations).map(({ text }) => text),
      ]),
    ],
  ];
}

/** What repairs removed from articles, text by text. */
async function removedTexts(texts: readonly string[]): Promise<string[]> {
  const deps = createNormalizeDeps();
  const removed: string[] = [];
  for (const content of texts) {
    const source = SourceArticle.parse({
      articleId: `a${'0'.repeat(20)}`,
      externalId: 'clean',
      version: 1,
      tenant: 'bench',
      format: 'markdown',
      content,
      meta: {},
      targetLocales: ['es'],
      urgency: 5,
      pubStatus: 'usable',
    });
    const { overlays } = await normalize(source, deps);
    const gone = overlays.repairs.filter(
      ({ rule, before, after }) => !HARMLESS.has(rule) && wordsOf(after).length < wordsOf(before).length,
    );
    removed.push(...gone.map(({ before }) => before));
  }
  return removed;
}
