import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Locale } from '../../../shared/document/locale.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { cancelArticle, publishArticle, retryArticle } from '../../../shared/queue/article-actions.ts';
import { QUEUE_NAMES } from '../../../shared/queue/contract.ts';
import { openQueue } from '../../../shared/queue/open-queue.ts';
import { startCollect } from '../../../shared/queue/start-collect.ts';
import { startStage } from '../../../shared/queue/start-stage.ts';
import { openRun } from '../../../shared/stores/article-lifecycle.ts';
import { payloadOf, readVersion } from '../../../shared/stores/article-store.ts';
import { readChanges } from '../../../shared/stores/change-feed.ts';
import { keys } from '../../../shared/stores/keys.ts';
import { readOutput } from '../../../shared/stores/output-store.ts';
import { createStageStore } from '../../../shared/stores/stage-store.ts';
import { closeArticle } from '../../../workers/collect/close-article.ts';
import {
  type Door,
  openDoor,
  sourceOf,
  startSmallPipeline,
  TEST_SETTINGS,
  workerContext,
} from '../../support/pipeline.ts';
import { startRedis } from '../../support/redis.ts';
import { smallStages } from '../../support/small-stages.ts';

const ports = (door: Door) => ({ client: door.client, submitter: door.submitter, now: () => Date.now() });

async function recordOf(door: Door, source: ReturnType<typeof sourceOf>) {
  const record = await readVersion(door.client, source.articleId, source.version);
  if (record === undefined) {
    throw new Error('no such version');
  }
  return record;
}

describe('the hand-off', () => {
  it('takes an article through every stage and locale, closes it once and tells the feed', async () => {
    await using redis = await startRedis();
    await using door = await openDoor(redis.url);
    await using _workers = await startSmallPipeline(redis.url);
    const source = sourceOf('one');
    await door.submit(source);

    const status = await door.settled(source);

    expect(status.state).toBe('done');
    expect(Object.keys(status.locales)).toEqual(['es', 'fr']);
    expect(status.locales['es']?.render.state).toBe('done');
    const html = await readOutput(door.client, source, Locale.parse('fr'), 'html');
    expect(html?.body).toBe('<p lang="fr">The report of one is out.</p>');
    const feed = await readChanges(door.client, { limit: 10 });
    expect(feed.map(({ type, locale }) => `${type} ${locale ?? ''}`.trim()).toSorted()).toEqual([
      'closed',
      'ready es',
      'ready fr',
    ]);
  });

  it('gives every job of an article an id that says what it is, and leaves nothing waiting', async () => {
    await using redis = await startRedis();
    await using door = await openDoor(redis.url);
    await using _workers = await startSmallPipeline(redis.url);
    const source = sourceOf('ids');
    await door.submit(source);
    await door.settled(source);

    const ids: string[] = [];
    for (const name of QUEUE_NAMES) {
      const queue = openQueue(name, door.client);
      ids.push(...(await queue.getJobs(['completed'])).map((job) => job.id ?? ''));
      expect(
        await queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'waiting-children', 'prioritized'),
      ).toEqual({
        waiting: 0,
        active: 0,
        delayed: 0,
        failed: 0,
        'waiting-children': 0,
        prioritized: 0,
      });
      await queue.close();
    }
    const id = source.articleId;
    expect(ids.toSorted()).toEqual(
      [
        `${id}.v1.collect`,
        `${id}.v1.normalize`,
        `${id}.v1.tag-entities`,
        `${id}.v1.tm-lookup.es`,
        `${id}.v1.tm-lookup.fr`,
        `${id}.v1.render.es`,
        `${id}.v1.render.fr`,
      ].toSorted(),
    );
  });

  it('does nothing for a submission whose flow is there already', async () => {
    await using redis = await startRedis();
    await using door = await openDoor(redis.url);
    const runs: string[] = [];
    await using _workers = await startSmallPipeline(redis.url, { before: (stage) => void runs.push(stage) });
    const source = sourceOf('twice');
    await door.submit(source);
    await door.settled(source);
    await door.submit(source);
    await sleep(200);

    expect(runs.filter((stage) => stage === 'normalize')).toHaveLength(1);
    expect(runs).toHaveLength(6);
  });

  it('delivers the other locales when one fails for good, and completes the article on retry', async () => {
    await using redis = await startRedis();
    await using door = await openDoor(redis.url);
    let broken = true;
    const runs: string[] = [];
    await using _workers = await startSmallPipeline(redis.url, {
      before: (stage, locale) => {
        runs.push(`${stage}.${locale ?? ''}`);
        if (broken && stage === 'render' && locale === 'fr') {
          throw new PipelineError('SOURCE_UNREADABLE', 'The French labels cannot be read');
        }
      },
    });
    const source = sourceOf('partial');
    await door.submit(source);

    const partial = await door.settled(source);
    expect(partial.state).toBe('partial');
    expect(partial.locales['es']?.render.state).toBe('done');
    expect(partial.locales['fr']?.render).toMatchObject({
      state: 'failed',
      error: { code: 'SOURCE_UNREADABLE', message: 'The French labels cannot be read' },
    });

    broken = false;
    runs.length = 0;
    await retryArticle(ports(door), await recordOf(door, source), partial);
    const done = await door.settled(source);
    expect(done).toMatchObject({ state: 'done', run: 1 });
    expect(runs).toEqual(['render.fr']);
  });

  it('fails an article whose first stage can never pass, in words, and retries it from there', async () => {
    await using redis = await startRedis();
    await using door = await openDoor(redis.url);
    let broken = true;
    await using _workers = await startSmallPipeline(redis.url, {
      before: (stage) => {
        if (broken && stage === 'normalize') {
          throw new PipelineError('SOURCE_EMPTY', 'The article has no text');
        }
      },
    });
    const poison = sourceOf('poison');
    const fine = sourceOf('fine');
    await door.submit(poison);

    const failed = await door.settled(poison);
    expect(failed.state).toBe('failed');
    expect(failed.stages.normalize).toMatchObject({
      state: 'failed',
      attempts: 1,
      error: { code: 'SOURCE_EMPTY' },
    });

    broken = false;
    await door.submit(fine);
    expect((await door.settled(fine)).state).toBe('done');
    await retryArticle(ports(door), await recordOf(door, poison), failed);
    expect((await door.settled(poison)).state).toBe('done');
    await expect(
      retryArticle(ports(door), await recordOf(door, poison), await door.status(poison)),
    ).rejects.toMatchObject({
      code: 'NOT_RETRYABLE',
    });
  });

  it('tries again what can pass, with the attempts counted', async () => {
    await using redis = await startRedis();
    await using door = await openDoor(redis.url);
    let left = 2;
    await using _workers = await startSmallPipeline(redis.url, {
      before: (stage) => {
        if (stage === 'tag-entities' && left > 0) {
          left -= 1;
          throw new PipelineError('TM_STORE_UNAVAILABLE', 'The store is away');
        }
      },
    });
    const source = sourceOf('flaky');
    await door.submit(source);
    const status = await door.settled(source);
    expect(status.state).toBe('done');
    expect(status.stages['tag-entities']).toMatchObject({ state: 'done', attempts: 3 });
  });

  it('lets a newer version take over: the older one stops where it is', async () => {
    await using redis = await startRedis();
    await using door = await openDoor(redis.url);
    const gate = openGate();
    await using _workers = await startSmallPipeline(redis.url, {
      before: async (stage) => {
        if (stage === 'tag-entities') {
          await gate.passed;
        }
      },
    });
    const first = sourceOf('corrected');
    const second = sourceOf('corrected', { version: 2, content: 'The report was corrected.' });
    await door.submit(first);
    while ((await door.status(first)).stages['tag-entities'].state !== 'running') {
      await sleep(5);
    }
    await door.submit(second);
    gate.open();

    expect((await door.settled(second)).state).toBe('done');
    const old = await door.settled(first);
    expect(old.state).toBe('superseded');
    expect(old.locales['es']?.['tm-lookup']).toMatchObject({
      state: 'skipped',
      error: { code: 'SUPERSEDED' },
    });
  });

  it('stops running work when the article is canceled', async () => {
    await using redis = await startRedis();
    await using door = await openDoor(redis.url);
    let aborted = false;
    await using _workers = await startSmallPipeline(redis.url, {
      before: async (stage, _locale, signal) => {
        if (stage === 'tag-entities') {
          await new Promise<void>((resolve) => {
            signal.addEventListener('abort', () => {
              aborted = true;
              resolve();
            });
          });
        }
      },
    });
    const source = sourceOf('canceled');
    await door.submit(source);
    while ((await door.status(source)).stages['tag-entities'].state !== 'running') {
      await sleep(5);
    }
    await cancelArticle(ports(door), await recordOf(door, source));

    expect((await door.settled(source)).state).toBe('canceled');
    expect(aborted).toBe(true);
  });

  it('keeps a killed article killed: no output after the kill, a tombstone in the feed', async () => {
    await using redis = await startRedis();
    await using door = await openDoor(redis.url);
    const source = sourceOf('killed');
    await door.submit(source);
    await publishArticle(ports(door), await recordOf(door, source), 'canceled');
    await using _workers = await startSmallPipeline(redis.url);

    expect((await door.settled(source)).state).toBe('killed');
    expect(await readOutput(door.client, source, Locale.parse('es'), 'html')).toBeUndefined();
    const feed = await readChanges(door.client, { limit: 10 });
    expect(feed.map(({ type }) => type)).toContain('deleted');
    await expect(publishArticle(ports(door), await recordOf(door, source), 'usable')).rejects.toMatchObject({
      code: 'ARTICLE_KILLED',
    });
  });

  it('keeps what is done when a late attempt reports a failure', async () => {
    await using redis = await startRedis();
    await using door = await openDoor(redis.url);
    await using _workers = await startSmallPipeline(redis.url);
    const source = sourceOf('late');
    await door.submit(source);
    await door.settled(source);
    const record = await recordOf(door, source);
    const late = {
      state: 'failed',
      at: Date.now(),
      error: { code: 'STAGE_TIMEOUT', message: 'late' },
    } as const;
    await createStageStore(door.client).mark(payloadOf(record), 'normalize', late);

    expect((await door.status(source)).stages.normalize.state).toBe('done');
  });

  it('fails a stage that takes longer than allowed, tells it so, and closes the article', async () => {
    await using redis = await startRedis();
    await using door = await openDoor(redis.url);
    const settings = { ...TEST_SETTINGS, stageTimeoutMs: 100, attempts: 2 };
    let aborted = 0;
    await using _workers = await startSmallPipeline(
      redis.url,
      {
        before: async (stage, locale, signal) => {
          if (stage === 'render' && locale === 'fr') {
            await new Promise<void>((resolve) => {
              signal.addEventListener('abort', () => resolve());
            });
            aborted += 1;
          }
        },
      },
      settings,
    );
    await using slowDoor = await openDoor(redis.url, settings);
    const source = sourceOf('slow');
    await slowDoor.submit(source);

    const status = await door.settled(source);
    expect(status.state).toBe('partial');
    expect(status.locales['fr']?.render).toMatchObject({
      state: 'failed',
      attempts: 2,
      error: { code: 'STAGE_TIMEOUT' },
    });
    expect(aborted).toBe(2);
    expect(await readOutput(door.client, source, Locale.parse('fr'), 'html')).toBeUndefined();
  });

  it('opens one run for two retries at the same time, and queues a run that was opened only', async () => {
    await using redis = await startRedis();
    await using door = await openDoor(redis.url);
    let broken = true;
    await using _workers = await startSmallPipeline(redis.url, {
      before: (stage) => {
        if (broken && stage === 'normalize') {
          throw new PipelineError('SOURCE_EMPTY', 'The article has no text');
        }
      },
    });
    const source = sourceOf('double');
    await door.submit(source);
    const failed = await door.settled(source);
    broken = false;
    const lostSubmitter = { ...ports(door), submitter: { ...door.submitter, submit: async () => {} } };
    await retryArticle(lostSubmitter, await recordOf(door, source), failed);
    const opened = await recordOf(door, source);
    expect(opened).toMatchObject({ run: 1, state: 'running' });
    expect(await openRun(door.client, opened, { fields: ['normalize'], now: Date.now() })).toBeUndefined();

    await retryArticle(ports(door), opened, await door.status(source));
    expect(await door.settled(source)).toMatchObject({ state: 'done', run: 1 });
  });

  it('brings back a job that got lost instead of closing the article without it', async () => {
    await using redis = await startRedis();
    await using door = await openDoor(redis.url);
    const source = sourceOf('gap');
    const context = workerContext(redis.url);
    await using _normalize = await startStage(smallStages.normalize, {}, context);
    await using _tag = await startStage(smallStages['tag-entities'], {}, context);
    await using _lookup = await startStage(smallStages['tm-lookup'], {}, context);
    await door.submit(source);
    const render = openQueue('render', door.client);
    while ((await render.getPrioritizedCount()) < 2) {
      await sleep(5);
    }
    for (const job of await render.getPrioritized()) {
      await job.remove();
    }
    await render.close();
    await using _render = await startStage(smallStages.render, {}, context);
    await using _collect = await startCollect(closeArticle, context);

    const status = await door.settled(source);
    expect(status.state).toBe('done');
    expect(status.locales['fr']?.render.state).toBe('done');
  });

  it('makes a result again that got lost after its job had ended', async () => {
    await using redis = await startRedis();
    await using door = await openDoor(redis.url);
    const source = sourceOf('lost-result');
    await using _workers = await startSmallPipeline(redis.url, {
      before: async (stage, locale) => {
        if (stage === 'render' && locale === 'fr') {
          await door.client.hdel(keys.results(source.articleId, 1), 'tag-entities');
          await door.client.hdel(keys.progress(source.articleId, 1), 'tag-entities');
        }
      },
    });
    await door.submit(source);

    const status = await door.settled(source);
    expect(status.state).toBe('done');
    expect(status.stages['tag-entities'].state).toBe('done');
    expect(await door.client.hexists(keys.results(source.articleId, 1), 'tag-entities')).toBe(1);
  });

  it('lets a breaking article overtake a backlog', async () => {
    await using redis = await startRedis();
    await using door = await openDoor(redis.url);
    const order: string[] = [];
    const backlog = Array.from({ length: 40 }, (_, index) => sourceOf(`slow-${index}`, { urgency: 8 }));
    for (const source of backlog) {
      await door.submit(source);
    }
    const breaking = sourceOf('breaking', { urgency: 1 });
    await door.submit(breaking);
    await using _workers = await startSmallPipeline(redis.url, {}, { ...TEST_SETTINGS });
    await door.settled(breaking);
    for (const source of backlog) {
      const status = await door.settled(source);
      order.push(`${status.stages.normalize.at}`);
    }
    const breakingAt = (await door.status(breaking)).stages.normalize.at;
    const earlier = order.filter((at) => Number(at) < breakingAt).length;
    expect(earlier).toBeLessThanOrEqual(8); // no more than were taken up at the same time
  });
});

/** A promise that the test resolves. */
function openGate(): { readonly passed: Promise<void>; open(): void } {
  const gate = new EventTarget();
  return {
    passed: new Promise((resolve) => {
      gate.addEventListener('open', () => resolve(), { once: true });
    }),
    open: () => void gate.dispatchEvent(new Event('open')),
  };
}
