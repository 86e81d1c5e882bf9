import type { QueueName } from '../../../shared/queue/contract.ts';
import type { PipelineQueue } from '../../../shared/queue/open-queue.ts';

/** A job that BullMQ keeps as failed. */
export interface FailedJob {
  readonly id: string;
  readonly reason: string;
  readonly attempts: number;
  /** Milliseconds since the epoch; undefined where BullMQ did not note it. */
  readonly at: number | undefined;
}

/** What one queue keeps as failed: how many, and the newest. */
export interface FailedQueue {
  readonly queue: QueueName;
  readonly count: number;
  readonly newest: readonly FailedJob[];
}

const NEWEST = 5;

/** Reads what BullMQ itself keeps as failed, in queues that have any. */
export async function readFailedJobs(
  queues: ReadonlyMap<QueueName, PipelineQueue>,
): Promise<readonly FailedQueue[]> {
  const found = await Promise.all(
    [...queues].map(async ([name, queue]): Promise<FailedQueue> => {
      const [count, jobs] = await Promise.all([queue.getFailedCount(), queue.getFailed(0, NEWEST - 1)]);
      const newest = jobs
        .filter((job) => job !== undefined) // removed between the two reads
        .map(({ id, failedReason, attemptsMade, finishedOn }) => ({
          id: id ?? '',
          reason: failedReason,
          attempts: attemptsMade,
          at: finishedOn,
        }));
      return { queue: name, count, newest };
    }),
  );
  return found.filter(({ count }) => count > 0);
}
