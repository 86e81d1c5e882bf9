import { describe, expect, it } from 'vitest';
import { normalizeStage } from '../../../../workers/normalize/stage.ts';
import { normalizeHere } from '../../../../workers/normalize/thread/normalizer.ts';
import { deps, sourceOf } from './support.ts';

const ARTICLE =
  `# Pier closes\n\n${'The harbour office in Lisbon said on january 12 that the **old** pier would close. '.repeat(8)}\n\n`.repeat(
    6,
  );

describe('normalizeStage', () => {
  it('hands its document to tag-entities and gives the same bytes each time', async () => {
    expect(normalizeStage).toMatchObject({
      name: 'normalize',
      scope: 'article',
      needs: ['source'],
      next: 'tag-entities',
    });
    expect(await run()).toBe(await run());
  });
});

async function run(): Promise<string> {
  return JSON.stringify(
    await normalizeStage.run(
      { source: sourceOf(ARTICLE) },
      normalizeHere(deps),
      new AbortController().signal,
    ),
  );
}
