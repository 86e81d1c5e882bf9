import type { JobsOptions } from 'bullmq';
import { PipelineError } from '../errors/errors.ts';
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
 * BullMQ options of a job; how it is retried and how long it is kept are its worker's (they would
 * stand in every job). A stage job that fails for good does not hold its article: `collect` runs
 * whenever all have ended, and closes the article as partial or failed.
 *
 * @throws {PipelineError} `PAYLOAD_TOO_LARGE`: a payload refers to texts, it does not carry them.
 */
export function jobOptions({ queue, payload }: JobToAdd, { attempts }: QueueSettings): JobsOptions {
  const bytes = Buffer.byteLength(JSON.stringify(payload));
  if (bytes > MAX_PAYLOAD_BYTES) {
    throw new PipelineError(
      'PAYLOAD_TOO_LARGE',
      `The payload of ${jobIdFor(queue, payload)} has ${bytes} bytes; at most ${MAX_PAYLOAD_BYTES} are allowed`,
    );
  }
  return {
    jobId: jobIdFor(queue, payload),
    priority: payload.priority,
    attempts: queue === 'collect' ? COLLECT_ATTEMPTS : attempts,
    backoff: { type: 'polywire' },
    ...(queue === 'collect' ? {} : { ignoreDependencyOnFailure: true }),
  };
}

/** `collect` is tried until it succeeds: an article that nobody closed would look as if it ran for ever. */
const COLLECT_ATTEMPTS = 100_000;

/** Pause before the next try: doubles each time up to a minute, with jitter against herds. */
export function retryPauseMs(attemptsMade: number, { backoffMs }: QueueSettings): number {
  const pause = Math.min(60_000, backoffMs * 2 ** Math.min(attemptsMade - 1, 20));
  return Math.round(pause * (0.5 + Math.random() / 2));
}

/** The article's `collect` job as the parent of a stage job added later. */
export function collectParent(payload: JobPayload): { readonly id: string; readonly queue: string } {
  const { locale: _locale, ...article } = payload;
  return { id: jobIdFor('collect', article), queue: `${KEY_PREFIX}:collect` };
}
