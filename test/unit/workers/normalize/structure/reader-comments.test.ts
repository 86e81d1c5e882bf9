import { describe, expect, it } from 'vitest';
import { normalized, segmentTexts } from '../support.ts';

const STORY = Array.from(
  { length: 6 },
  (_, index) =>
    `Part ${index + 1} of the story says that the harbour of the town will stay closed this year.`,
).join('\n\n');
const COMMENTS = '- I never liked that harbour, and now it is gone.\n- Nobody asked us, as always.';

async function textOf(markdown: string): Promise<string> {
  return (await segmentTexts(markdown)).join(' ');
}

describe('reader-comments', () => {
  it.each(['### 2 replies', '## 2 comments', '### 2 Antworten', '## 2 réponses'])(
    'takes out what stands below %j at the end',
    async (label) => {
      const document = await normalized(`# Pier\n\n${STORY}\n\n${label}\n\n${COMMENTS}`);
      expect(document.segments.map(({ text }) => text).join(' ')).not.toContain('liked that harbour');
      expect(document.segments.map(({ text }) => text).join(' ')).toContain('Part 6 of the story');
      expect(document.overlays.repairs.every(({ rule }) => rule === 'reader-comments')).toBe(true);
    },
  );

  it.each([
    [
      'a part of the article follows',
      `${STORY}\n\n## 2 replies\n\n${COMMENTS}\n\n## What next\n\nMore of it.`,
    ],
    ['nothing was written before it', `## 2 replies\n\n${COMMENTS}`],
    ['the heading counts nothing', `${STORY}\n\n## Comments\n\n${COMMENTS}`],
    ['it is no heading', `${STORY}\n\nThe town got 2 replies.\n\n${COMMENTS}`],
  ])('leaves it where %s', async (_name, markdown) => {
    expect(await textOf(markdown)).toContain('liked that harbour');
  });
});
