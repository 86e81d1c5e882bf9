import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { SourceArticle, type SourceFormat } from '../../../shared/document/article.ts';
import { createNormalizeDeps } from '../../../workers/normalize/deps.ts';
import { normalize } from '../../../workers/normalize/normalize.ts';
import type { DataFolder } from '../data-folder.ts';
import { median, type Row } from '../report.ts';
import type { Measure } from './measure.ts';

const ROUNDS = 3;
const Manifest = z.array(z.object({ id: z.string() }));
const Post = z.object({ md: z.string() });

/**
 * Articles a second of one core, everything included, by processor time: other work on the machine
 * does not count. Reads `pages/manifest.json`, `pages/<id>/source.html.gz` and
 * `articles-en/us-gov-posts.jsonl.gz`, lines `{md}`.
 */
export const speed: Measure = {
  name: 'speed',
  needs: ['pages/manifest.json', 'articles-en/us-gov-posts.jsonl.gz'],
  run: async (data) => {
    const deps = createNormalizeDeps();
    const run = (format: SourceFormat) => async (content: string) => {
      await normalize(sourceOf(content, format), deps);
    };
    const pages = pagesOf(data);
    const posts = data.lines('articles-en/us-gov-posts.jsonl.gz').map((line) => Post.parse(line).md);
    const ours = await perSecond(pages, run('html'));
    const anchor = await perSecond(pages, async (page) => {
      const { document } = parseHTML(page);
      new Readability(document).parse();
    });
    const markdown = await perSecond(posts, run('markdown'));
    return [
      row({
        measure: `speed: pages of ${averageKb(pages)} KB`,
        value: ours,
        samples: pages.length,
        baseline: { name: 'readability+linkedom', value: anchor },
        goal: 40,
      }),
      row({
        measure: `speed: Markdown articles of ${averageKb(posts)} KB`,
        value: markdown,
        samples: posts.length,
        goal: 250,
      }),
    ];
  },
};

function pagesOf(data: DataFolder): string[] {
  return Manifest.parse(JSON.parse(data.text('pages/manifest.json')))
    .map(({ id }) => `pages/${id}/source.html.gz`)
    .filter((file) => data.has(file))
    .map((file) => data.text(file));
}

/** The best round: code is warm then, and the collector adds least. */
async function perSecond(
  contents: readonly string[],
  run: (content: string) => Promise<void>,
): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    for (const content of contents) {
      await run(content);
    }
    const { user, system } = process.cpuUsage(before);
    rounds.push(contents.length / ((user + system) / 1e6));
  }
  return Math.max(...rounds);
}

function row({ goal, ...values }: Omit<Row, 'unit' | 'ok' | 'goal'> & { readonly goal: number }): Row {
  return { ...values, unit: 'a second', goal: `>= ${goal}`, ok: values.value >= goal };
}

function averageKb(contents: readonly string[]): string {
  return (median(contents.map((content) => content.length)) / 1000).toFixed(1);
}

function sourceOf(content: string, format: SourceFormat): SourceArticle {
  return SourceArticle.parse({
    articleId: `a${'0'.repeat(20)}`,
    externalId: 'speed',
    version: 1,
    tenant: 'desk',
    format,
    content,
    meta: {},
    targetLocales: ['es'],
    urgency: 5,
    pubStatus: 'usable',
  });
}
