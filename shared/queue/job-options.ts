import type { JobsOptions } from 'bullmq';
import { type JobPayload, jobIdOf, KEY_PREFIX, MAX_PAYLOAD_BYTES, type QueueName } from './contract.ts';
import type { QueueSettings } from './settings.ts';

/** One job to add: where, and what it refers to. */
export interface JobToAdd {
  readonly queue: QueueName;
  readonly payload: JobPayload;
}

/** The id of the job that a payload stands for in a queue. */
export function jobIdFor(queue: QueueName, payload: JobPayload): string {
  return jobIdOf({ ...payload, queue });
}

/**
 * BullMQ options of a job. A stage job that fails for good does not hold its article: `collect`
 * runs whenever all have ended, and closes the article as partial or failed.
 */
export function jobOptions({ queue, payload }: JobToAdd, settings: QueueSettings): JobsOptions {
  return {
    jobId: jobIdFor(queue, payload),
    priority: payload.priority,
    ...retries(queue, settings),
    sizeLimit: MAX_PAYLOAD_BYTES,
    stackTraceLimit: 3,
    removeOnComplete: { age: settings.keepCompleted.ageSeconds, count: settings.keepCompleted.count },
    removeOnFail: { age: settings.keepFailed.ageSeconds, count: settings.keepFailed.count },
    ...(queue === 'collect' ? {} : { ignoreDependencyOnFailure: true }),
  };
}

/** `collect` is tried until it succeeds: an article that nobody closed would look as if it ran for ever. */
function retries(
  queue: QueueName,
  { attempts, backoffMs }: QueueSettings,
): Pick<JobsOptions, 'attempts' | 'backoff'> {
  return queue === 'collect'
    ? {
        attempts: COLLECT_ATTEMPTS,
        backoff: { type: 'fixed', delay: Math.max(backoffMs, 1000), jitter: 0.5 },
      }
    : { attempts, backoff: { type: 'exponential', delay: backoffMs, jitter: 0.5 } };
}

const COLLECT_ATTEMPTS = 100_000;

/** The article's `collect` job as the parent of a stage job added later. */
export function collectParent(payload: JobPayload): { readonly id: string; readonly queue: string } {
  const { locale: _locale, ...article } = payload;
  return { id: jobIdFor('collect', article), queue: `${KEY_PREFIX}:collect` };
}
