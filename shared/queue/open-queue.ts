import { Queue } from 'bullmq';
import type { RedisClient } from '../stores/redis.ts';
import { type JobPayload, KEY_PREFIX, type QueueName } from './contract.ts';

/** A queue of the pipeline; job names are the queue's. */
export type PipelineQueue = Queue<JobPayload, string, string, JobPayload, string, string>;

/** Opens a queue on an open client, which the caller keeps and closes. */
export function openQueue(name: QueueName, client: RedisClient): PipelineQueue {
  const queue: PipelineQueue = new Queue(name, {
    connection: client,
    prefix: KEY_PREFIX,
    streams: { events: { maxLen: KEPT_EVENTS } },
  });
  queue.on('error', ignoreQueueError);
  return queue;
}

/** BullMQ's own events serve the queue board alone; what happened to an article is in its progress. */
const KEPT_EVENTS = 200;

/** Lost connections are reported by the failing commands; the event only repeats them. */
function ignoreQueueError(): void {}
