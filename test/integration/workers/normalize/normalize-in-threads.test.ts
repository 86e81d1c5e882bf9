import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PIPELINE } from '../../../../config/pipeline.ts';
import type { SourceArticle } from '../../../../shared/document/article.ts';
import { createNormalizeDeps } from '../../../../workers/normalize/deps.ts';
import { normalizeInThreads } from '../../../../workers/normalize/thread/normalize-in-threads.ts';
import { normalizeHere } from '../../../../workers/normalize/thread/normalizer.ts';
import { openDoor, sourceOf } from '../../../support/pipeline.ts';
import { startProcess } from '../../../support/processes.ts';
import { startRedis } from '../../../support/redis.ts';

const ARTICLE = sourceOf('pier', {
  content:
    '# Pier closes\n\nBy Anna Smith (AP)\n\nThe caf\u00C3\u00A9 on the caf\u00C3\u00A9\u00A0pier **closes** on january 12.',
});
/** Passes the guard and takes seconds. */
const LONG = sourceOf('long', {
  format: 'text',
  content: Array.from(
    { length: 8 },
    (_, index) => `Part ${index}. ${'The harbour of lisbon may close in may. '.repeat(2_300)}`,
  ).join('\n\n'),
});
const HOSTILE = sourceOf('hostile', { format: 'html', content: '<div>'.repeat(20_000) });
const never = new AbortController().signal;

describe('normalizing in threads', () => {
  let threads: Awaited<ReturnType<typeof normalizeInThreads>>;
  const deadlineMs = 700;

  beforeEach(async () => {
    threads = await normalizeInThreads({ ...PIPELINE.normalize, threads: 1, deadlineMs });
  });
  afterEach(async () => {
    await threads[Symbol.asyncDispose]();
  });

  it('gives the document that normalizing here gives', async () => {
    const here = await normalizeHere(createNormalizeDeps()).normalize(ARTICLE, never);
    expect(await threads.normalize(ARTICLE, never)).toEqual(here);
    expect(here.overlays.repairs.length).toBeGreaterThan(1);
  });

  it('brings what a thread refuses, with its details and without its stack', async () => {
    const error: unknown = await threads.normalize(HOSTILE, never).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'PipelineError',
      code: 'SOURCE_TOO_COMPLEX',
      details: { limit: 'elementDepth', value: 129, allowed: 128, line: 1 },
    });
    expect(String(error)).toBe(
      'PipelineError: The markup in line 1 reaches elementDepth 129: at most 128 is read',
    );
    expect(error).not.toHaveProperty('cause');
  });

  it('ends an article that takes too long, for good, and goes on with the next', async () => {
    let turns = 0;
    const clock = setInterval(() => (turns += 1), 10);
    const error = await threads.normalize(LONG, never).catch((reason: unknown) => reason);
    clearInterval(clock);
    expect(error).toMatchObject({
      code: 'SOURCE_TOO_COMPLEX',
      retryable: false,
      details: { limit: 'deadlineMs', allowed: deadlineMs },
    });
    expect(turns).toBeGreaterThan(10); // this thread was free meanwhile
    expect((await threads.normalize(sourceOf('next', { content: 'Text.' }), never)).segments).toHaveLength(1);
  });

  it('ends an article that nobody waits for any more', async () => {
    const stop = new AbortController();
    const work = threads.normalize(LONG, stop.signal);
    await Promise.all([
      expect(work).rejects.toMatchObject({ code: 'INTERNAL' }),
      sleep(100).then(() => stop.abort('canceled')),
    ]);
  });
});

describe('the worker of the normalize stage', () => {
  it('reads bytes in their charset, and fails hostile articles at once and for good', async () => {
    await using redis = await startRedis();
    await using _worker = await startProcess('workers/normalize', { redisUrl: redis.url });
    await using door = await openDoor(redis.url);
    const latin: Partial<SourceArticle> = {
      format: 'text',
      content: Buffer.from('Le caf\u00E9 est ferm\u00E9.', 'latin1').toString('base64'),
      contentEncoding: 'base64',
      charset: 'iso-8859-1',
    };
    const sources = [sourceOf('latin', latin), HOSTILE, ARTICLE];
    await Promise.all(sources.map(async (source) => door.submit(source)));
    const stages = await Promise.all(sources.map(async (source) => ended(async () => door.status(source))));
    expect(stages.map(({ state }) => state)).toEqual(['done', 'failed', 'done']);
    expect(stages[1]).toMatchObject({ attempts: 1, error: { code: 'SOURCE_TOO_COMPLEX' } });
  });
});

type Status = Awaited<ReturnType<Awaited<ReturnType<typeof openDoor>>['status']>>;

async function ended(status: () => Promise<Status>): Promise<Status['stages']['normalize']> {
  for (;;) {
    const { normalize } = (await status()).stages;
    if (normalize.state === 'done' || normalize.state === 'failed') {
      return normalize;
    }
    await sleep(20);
  }
}
