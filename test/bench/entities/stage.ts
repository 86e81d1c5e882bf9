import { z } from 'zod';
import type { Document } from '../../../shared/document/document.ts';
import { createTagEntitiesDeps } from '../../../workers/tag-entities/deps.ts';
import { tagEntities } from '../../../workers/tag-entities/tag-entities.ts';
import { documentOf } from '../../support/builders.ts';
import type { Row } from '../report.ts';
import { compromiseMentions } from './compromise-mentions.ts';
import type { Measure } from './measure.ts';

const FILE = 'articles-en/us-gov-posts.jsonl.gz';
const ARTICLES = 150;
const ROUNDS = 5;
const BASELINE_ARTICLES = 20;
const Post = z.object({ md: z.string() });

/**
 * Text that the whole stage tags in a second of one core, by processor time: other work on the machine
 * does not count. `articles-en/us-gov-posts.jsonl.gz` holds `{md}` a line.
 */
export const stage: Measure = {
  name: 'stage',
  needs: [FILE],
  run: async (data) => {
    const deps = await createTagEntitiesDeps();
    const posts = data
      .lines(FILE)
      .slice(0, ARTICLES)
      .map((line) => Post.parse(line).md);
    const documents = posts.map((md) => paragraphsOf(md));
    const ours = Array.from({ length: ROUNDS }, () =>
      megabytesPerSecond(sizeOf(documents), () => {
        for (const document of documents) {
          tagEntities(document, deps);
        }
      }),
    );
    const few = documents.slice(0, BASELINE_ARTICLES);
    const theirs = megabytesPerSecond(sizeOf(few), () => {
      for (const { segments } of few) {
        compromiseMentions(segments.map(({ text }) => text).join('\n'));
      }
    });
    const best = Math.max(...ours); // code is warm then
    return [
      {
        measure: `stage: articles of ${(sizeOf(documents) / documents.length / 1000).toFixed(1)} KB`,
        value: best,
        unit: 'MB/s',
        samples: ROUNDS * documents.length,
        baseline: { name: 'compromise', value: theirs },
        goal: '>= 1',
        ok: best >= 1,
      } satisfies Row,
    ];
  },
};

function paragraphsOf(md: string): Document {
  return documentOf(
    md.split('\n').filter((line) => line.trim() !== ''),
    { publishedAt: '2016-01-13' },
  );
}

function sizeOf(documents: readonly Document[]): number {
  return documents.reduce(
    (sum, { segments }) => sum + segments.reduce((length, { text }) => length + text.length, 0),
    0,
  );
}

function megabytesPerSecond(bytes: number, run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return bytes / (user + system);
}
