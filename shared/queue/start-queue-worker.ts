import { DelayedError, type Job, UnrecoverableError, WaitingChildrenError, Worker } from 'bullmq';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { PipelineError, toPipelineError } from '../errors/errors.ts';
import { startHeartbeat } from '../stores/heartbeat.ts';
import { closeRedis, openRedis, type RedisClient } from '../stores/redis.ts';
import { logStageEnded, logStalled, type StageEnded } from '../telemetry/events.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { listenForCancel } from './cancel-listener.ts';
import { KEY_PREFIX, PIPELINE_VERSION, type QueueName, type QueuePayload } from './contract.ts';
import { retryPauseMs } from './job-options.ts';
import { type Failure, failureOf, type Outcome } from './outcome.ts';
import type { QueueSettings } from './settings.ts';

/** One attempt of a job, as a handler sees it. */
export interface Attempt<Payload extends QueuePayload> {
  readonly payload: Payload;
  /** From 1. */
  readonly attempt: number;
  /** Whether the job was started before, by whichever worker. */
  readonly isRepeat: boolean;
  readonly signal: AbortSignal;
  /** Job id -> reason of the child jobs that failed for good; empty for a job without children. */
  childFailures(): Promise<Readonly<Record<string, string>>>;
}

/** What a queue's worker does; everything else is here. */
export interface QueueHandler<Payload extends QueuePayload> {
  readonly queue: QueueName;
  /** What its jobs carry; a job that does not fit fails for good. */
  readonly payload: z.ZodType<Payload>;
  run(attempt: Attempt<Payload>): Promise<Outcome>;
  /** Told before a failed attempt is given back to BullMQ. */
  failed(attempt: Attempt<Payload>, error: PipelineError, failure: Failure): Promise<void>;
}

export interface QueueWorkerContext {
  readonly redisUrl: string;
  readonly concurrency: number;
  readonly settings: QueueSettings;
  readonly log: Logger;
  readonly metrics: Metrics;
}

type QueueJob = Job<QueuePayload, string>;

/** How long a job that a newer version queued waits for a worker that understands it. */
const POSTPONE_MS = 15_000;

/**
 * Starts a queue's worker: the only place that takes jobs from BullMQ. Disposing it stops taking
 * jobs and waits for those that run.
 *
 * @throws {PipelineError} `REDIS_UNAVAILABLE`.
 */
export async function startQueueWorker<Payload extends QueuePayload>(
  handler: QueueHandler<Payload>,
  { redisUrl, concurrency, settings, log, metrics }: QueueWorkerContext,
): Promise<AsyncDisposable> {
  const client = await openRedis(redisUrl, { role: 'worker' });
  const running = new Map<string, QueuePayload>();
  const worker = new Worker<QueuePayload, string>(
    handler.queue,
    async (job, token, signal) => {
      running.set(job.id ?? '', job.data);
      try {
        return await processJob(handler, { job, token: token ?? '', signal }, { settings, log, metrics });
      } finally {
        running.delete(job.id ?? '');
      }
    },
    {
      connection: client,
      prefix: KEY_PREFIX,
      concurrency,
      lockDuration: Math.round(settings.lockDurationMs),
      stalledInterval: Math.round(settings.stalledIntervalMs),
      maxStalledCount: settings.maxStalledCount,
      metrics: { maxDataPoints: 60 * 24 },
      removeOnComplete: { age: settings.keepCompleted.ageSeconds, count: settings.keepCompleted.count },
      removeOnFail: { age: settings.keepFailed.ageSeconds, count: settings.keepFailed.count },
      settings: { backoffStrategy: (attemptsMade) => retryPauseMs(attemptsMade, settings) },
    },
  );
  worker.on('error', (error) => log.debug({ err: error }, 'worker connection error'));
  worker.on('stalled', (jobId) => {
    metrics.stalled.inc({ stage: handler.queue });
    logStalled(log, handler.queue, jobId);
  });
  const cancelListener = await listenForCancel(redisUrl, (articleId, version) => {
    for (const [jobId, payload] of running) {
      if ('articleId' in payload && payload.articleId === articleId && payload.version === version) {
        worker.cancelJob(jobId, 'canceled');
      }
    }
  });
  await worker.waitUntilReady();
  const heartbeat = await startHeartbeat(client, handler.queue, metrics.registry);
  return { [Symbol.asyncDispose]: async () => stop(worker, [heartbeat, cancelListener], client) };
}

async function stop(worker: Worker, parts: readonly AsyncDisposable[], client: RedisClient): Promise<void> {
  await worker.close();
  for (const part of parts) {
    await part[Symbol.asyncDispose]();
  }
  await closeRedis(client);
}

async function processJob<Payload extends QueuePayload>(
  handler: QueueHandler<Payload>,
  {
    job,
    token,
    signal,
  }: { readonly job: QueueJob; readonly token: string; readonly signal: AbortSignal | undefined },
  { settings, log, metrics }: Pick<QueueWorkerContext, 'settings' | 'log' | 'metrics'>,
): Promise<string> {
  const startedAt = performance.now();
  const waitMs = (job.processedOn ?? 0) - job.timestamp;
  const report = (payload: QueuePayload, ended: Pick<StageEnded, 'outcome' | 'error'>): void => {
    const runMs = Math.round((performance.now() - startedAt) * 10) / 10;
    metrics.stageDuration.observe({ stage: handler.queue, outcome: ended.outcome }, runMs / 1000);
    metrics.stageWait.observe({ stage: handler.queue }, Math.max(0, waitMs) / 1000);
    logStageEnded(log, {
      stage: handler.queue,
      payload,
      attempt: job.attemptsMade + 1,
      waitMs,
      runMs,
      ...ended,
    });
  };
  await postponeNewer(job, token);
  const payload = readPayload(job, handler.payload);
  const stopping = new AbortController();
  signal?.addEventListener('abort', () => stopping.abort(signal.reason), { once: true });
  const attempt: Attempt<Payload> = {
    payload,
    attempt: job.attemptsMade + 1,
    isRepeat: job.attemptsStarted > 1,
    signal: stopping.signal,
    childFailures: async () => job.getIgnoredChildrenFailures(),
  };
  try {
    const outcome = await withTimeout(handler.run(attempt), stopping, {
      ms: settings.stageTimeoutMs,
      queue: handler.queue,
    });
    report(payload, { outcome: outcome.kind });
    if (outcome.kind === 'waiting') {
      await waitForChildren(job, token);
    }
    return outcome.kind === 'skipped' ? `skipped: ${outcome.reason}` : outcome.kind;
  } catch (caught) {
    if (caught instanceof WaitingChildrenError) {
      throw caught;
    }
    const error = toPipelineError(caught);
    const failure = failureOf(error, {
      isLastAttempt: job.attemptsMade + 1 >= (job.opts.attempts ?? settings.attempts),
    });
    await handler.failed(attempt, error, failure);
    report(payload, { outcome: failure === 'retry' ? 'retried' : 'failed', error });
    throw toBullmqError(error, failure);
  }
}

/** Has BullMQ run the job again when the jobs below it have ended; soon, where they have already. */
async function waitForChildren(job: QueueJob, token: string): Promise<never> {
  if (await job.moveToWaitingChildren(token)) {
    throw new WaitingChildrenError();
  }
  throw new PipelineError('RESULT_MISSING', `The jobs below ${job.id ?? '?'} have ended without a result`);
}

/** Puts a job back that a newer version queued: an older worker must not fail it. */
async function postponeNewer(job: QueueJob, token: string): Promise<void> {
  if (job.data.pipelineVersion > PIPELINE_VERSION) {
    await job.moveToDelayed(Date.now() + POSTPONE_MS, token);
    throw new DelayedError();
  }
}

function readPayload<Payload>(job: QueueJob, schema: z.ZodType<Payload>): Payload {
  const parsed = schema.safeParse(job.data);
  if (parsed.success) {
    return parsed.data;
  }
  const problem = parsed.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`).join('; ');
  throw new UnrecoverableError(`PAYLOAD_INVALID: job ${job.id ?? '?'} does not fit its contract: ${problem}`);
}

function toBullmqError(error: PipelineError, failure: Failure): Error {
  const message = `${error.code}: ${error.message}`;
  return failure === 'fail' ? new UnrecoverableError(message) : new Error(message, { cause: error });
}

/** Ends the wait for `work` after `ms`, and tells it by `controller` that nobody waits any more. */
async function withTimeout<Value>(
  work: Promise<Value>,
  controller: AbortController,
  { ms, queue }: { readonly ms: number; readonly queue: QueueName },
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new PipelineError('STAGE_TIMEOUT', `Stage ${queue} took longer than ${ms} ms`);
      controller.abort(error);
      reject(error);
    }, ms);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
