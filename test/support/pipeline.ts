import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { PIPELINE } from '../../config/pipeline.ts';
import type { ArticleStatus } from '../../shared/api/article-status.ts';
import type { SourceArticle } from '../../shared/document/article.ts';
import { Locale } from '../../shared/document/locale.ts';
import type { QueueSettings } from '../../shared/queue/settings.ts';
import { startCollect } from '../../shared/queue/start-collect.ts';
import type { QueueWorkerContext } from '../../shared/queue/start-queue-worker.ts';
import { startStage } from '../../shared/queue/start-stage.ts';
import { createSubmitter, type Submitter } from '../../shared/queue/submit.ts';
import { articleIdOf, contentHashOf } from '../../shared/stores/article-identity.ts';
import { readStatus } from '../../shared/stores/article-status.ts';
import { payloadOf } from '../../shared/stores/article-store.ts';
import { closeRedis, openRedis, type RedisClient } from '../../shared/stores/redis.ts';
import { registerVersion } from '../../shared/stores/register-version.ts';
import { createMetrics } from '../../shared/telemetry/metrics.ts';
import { continueTrace } from '../../shared/telemetry/trace.ts';
import { closeArticle } from '../../workers/collect/close-article.ts';
import { type SmallDeps, smallStages } from './small-stages.ts';

/** The pipeline's own settings with pauses that suit a test. */
export const TEST_SETTINGS: QueueSettings = {
  ...PIPELINE,
  lockDurationMs: 1000,
  stalledIntervalMs: 500,
  backoffMs: 20,
};

/** What a queue worker of a test runs with. */
export function workerContext(redisUrl: string, settings: QueueSettings = TEST_SETTINGS): QueueWorkerContext {
  return { redisUrl, concurrency: 8, settings, log: pino({ level: 'silent' }), metrics: createMetrics() };
}

/** Starts the four small stages and collect in this process. */
export async function startSmallPipeline(
  redisUrl: string,
  deps: SmallDeps = {},
  settings: QueueSettings = TEST_SETTINGS,
): Promise<AsyncDisposable> {
  const context = workerContext(redisUrl, settings);
  const parts = await Promise.all([
    startStage(smallStages.normalize, deps, context),
    startStage(smallStages['tag-entities'], deps, context),
    startStage(smallStages['tm-lookup'], deps, context),
    startStage(smallStages.render, deps, context),
    startCollect(closeArticle, context),
  ]);
  return {
    [Symbol.asyncDispose]: async () => {
      await Promise.all(parts.map(async (part) => part[Symbol.asyncDispose]()));
    },
  };
}

/** A source article with what a test does not care about filled in. */
export function sourceOf(externalId: string, overrides: Partial<SourceArticle> = {}): SourceArticle {
  return {
    articleId: articleIdOf('default', externalId),
    externalId,
    version: 1,
    tenant: 'default',
    sourceLocale: Locale.parse('en'),
    format: 'markdown',
    content: `The report of ${externalId} is out.`,
    meta: {},
    targetLocales: ['es', 'fr'].map((tag) => Locale.parse(tag)),
    urgency: 5,
    pubStatus: 'usable',
    ...overrides,
  };
}

/** A client and a submitter: what a door of the service holds. */
export interface Door extends AsyncDisposable {
  readonly client: RedisClient;
  readonly submitter: Submitter;
  /** Registers and queues a version, as an accepted submission does. */
  submit(source: SourceArticle): Promise<void>;
  status(source: SourceArticle): Promise<ArticleStatus>;
  /** Waits until the version is no longer running. */
  settled(source: SourceArticle, timeoutMs?: number): Promise<ArticleStatus>;
}

export async function openDoor(redisUrl: string, settings: QueueSettings = TEST_SETTINGS): Promise<Door> {
  const client = await openRedis(redisUrl, { role: 'worker' });
  const submitter = createSubmitter(client, settings);

  async function submit(source: SourceArticle): Promise<void> {
    const facts = { contentHash: contentHashOf(source), trace: continueTrace(undefined) };
    const { ordinal } = await registerVersion(client, source, { ...facts, now: Date.now() });
    await submitter.submit(payloadOf({ ...source, ...facts, ordinal, run: 0 }), [{ stage: 'normalize' }]);
  }

  async function status({ articleId, version, externalId }: SourceArticle): Promise<ArticleStatus> {
    const found = await readStatus(client, articleId, version);
    if (found === undefined) {
      throw new Error(`${externalId} v${version} has no status`);
    }
    return found;
  }

  async function settled(source: SourceArticle, timeoutMs = 20_000): Promise<ArticleStatus> {
    const deadline = performance.now() + timeoutMs;
    while (performance.now() < deadline) {
      const now = await status(source);
      if (now.state !== 'running' && now.closedAt !== undefined) {
        return now;
      }
      await sleep(10);
    }
    throw new Error(`${source.externalId} is still running: ${JSON.stringify(await status(source))}`);
  }

  return {
    client,
    submitter,
    submit,
    status,
    settled,
    [Symbol.asyncDispose]: async () => {
      await submitter[Symbol.asyncDispose]();
      await closeRedis(client);
    },
  };
}
