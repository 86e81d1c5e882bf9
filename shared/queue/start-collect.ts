import { type ArticleStatus, nextRuns, type StageRun, stageRuns } from '../api/article-status.ts';
import { closeVersion } from '../stores/article-lifecycle.ts';
import { readView } from '../stores/article-status.ts';
import { closeRedis, openRedis } from '../stores/redis.ts';
import { createStageStore } from '../stores/stage-store.ts';
import { JobPayload, KEY_PREFIX, STAGE_NAMES, type StageName } from './contract.ts';
import { addMissing } from './handoff.ts';
import { jobIdFor } from './job-options.ts';
import { openQueue, type PipelineQueue } from './open-queue.ts';
import type { Outcome } from './outcome.ts';
import { type QueueWorkerContext, startQueueWorker } from './start-queue-worker.ts';

/** Decides the state that a version ends in from where its stages stand; pure. */
export type CloseArticle = (
  status: ArticleStatus,
  facts: { readonly superseded: boolean; readonly canceled: boolean },
) => ArticleStatus['state'];

/**
 * Starts the worker that closes articles: Redis releases a `collect` job when every stage of every
 * locale has ended, however it ended.
 *
 * @throws {PipelineError} `REDIS_UNAVAILABLE`.
 */
export async function startCollect(
  closeArticle: CloseArticle,
  context: QueueWorkerContext,
): Promise<AsyncDisposable> {
  const client = await openRedis(context.redisUrl, { role: 'worker' });
  const store = createStageStore(client);
  const queues = new Map(STAGE_NAMES.map((name) => [name, openQueue(name, client)]));
  const queueOf = (name: StageName): PipelineQueue => queues.get(name) ?? openQueue(name, client);

  async function run(payload: JobPayload, lost: Readonly<Record<string, string>>): Promise<Outcome> {
    const { articleId, version } = payload;
    const view = await readView(client, articleId, version);
    if (view === undefined) {
      return { kind: 'skipped', reason: 'gone' };
    }
    const { record, status } = view;
    await markLost(payload, status, lost);
    const missing = record.canceled ? [] : missingRuns(status, payload, lost);
    if (missing.length > 0 && record.head === version && status.state === 'running') {
      await addMissing(queueOf, payload, { starts: missing, settings: context.settings });
      return { kind: 'waiting' };
    }
    const state = closeArticle(status, { superseded: record.head > version, canceled: record.canceled });
    await closeVersion(client, { ...record, run: payload.run }, { state, now: Date.now() });
    return { kind: 'done' };
  }

  /** A job whose worker died too often was failed by BullMQ itself: nobody else recorded it. */
  async function markLost(
    payload: JobPayload,
    status: ArticleStatus,
    lost: Readonly<Record<string, string>>,
  ): Promise<void> {
    for (const { stage, locale, progress } of stageRuns(status)) {
      const child = locale === undefined ? payload : { ...payload, locale };
      const reason = lost[`${KEY_PREFIX}:${stage}:${jobIdFor(stage, child)}`];
      if (reason !== undefined && progress.state !== 'failed') {
        const error = { code: 'WORKER_LOST', message: `The worker was lost too often: ${reason}` };
        await store.mark(child, stage, { state: 'failed', at: Date.now(), error });
      }
    }
  }

  const worker = await startQueueWorker(
    {
      queue: 'collect',
      payload: JobPayload,
      run: async (attempt) => run(attempt.payload, await attempt.childFailures()),
      failed: async () => {},
    },
    context,
  );
  return {
    [Symbol.asyncDispose]: async () => {
      await worker[Symbol.asyncDispose]();
      await Promise.all([...queues.values()].map(async (queue) => queue.close()));
      await closeRedis(client);
    },
  };
}

/**
 * Stage runs that have not ended although no job below is left. That happens when Redis lost its
 * last second while a worker lived on: what the worker handed off is gone, and what it reported
 * after the restart released `collect` too early.
 */
function missingRuns(
  status: ArticleStatus,
  payload: JobPayload,
  lost: Readonly<Record<string, string>>,
): readonly StageRun[] {
  return nextRuns(status).filter(({ stage, locale, progress }) => {
    const child = locale === undefined ? payload : { ...payload, locale };
    const isLost = lost[`${KEY_PREFIX}:${stage}:${jobIdFor(stage, child)}`] !== undefined;
    return !isLost && (progress.state === 'waiting' || progress.state === 'running');
  });
}
