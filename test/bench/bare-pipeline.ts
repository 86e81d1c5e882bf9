import { EventEmitter } from 'node:events';
import { FlowProducer, type Job, Queue, Worker } from 'bullmq';
import { PIPELINE } from '../../config/pipeline.ts';
import {
  ARTICLE_QUEUES,
  type JobPayload,
  KEY_PREFIX,
  type QueueName,
  STAGE_NAMES,
} from '../../shared/queue/contract.ts';
import { collectParent, jobOptions } from '../../shared/queue/job-options.ts';
import { closeRedis, openRedis } from '../../shared/stores/redis.ts';

type BareQueue = Queue<JobPayload, string, string, JobPayload, string, string>;

/** A pipeline of BullMQ alone: the same queues, ids, options and hand-off, and jobs that do nothing. */
export interface BarePipeline extends AsyncDisposable {
  submit(payload: JobPayload): Promise<void>;
  /** Resolves when `count` more articles have been collected. */
  collected(count: number): Promise<void>;
}

export async function startBarePipeline(
  redisUrl: string,
  locales: readonly NonNullable<JobPayload['locale']>[],
): Promise<BarePipeline> {
  const client = await openRedis(redisUrl, { role: 'worker' });
  const shared = { connection: client, prefix: KEY_PREFIX };
  const queues = new Map<QueueName, BareQueue>(STAGE_NAMES.map((name) => [name, new Queue(name, shared)]));
  const flows = new FlowProducer(shared);
  const collected = new EventEmitter();

  async function process(
    name: (typeof ARTICLE_QUEUES)[number],
    job: Job<JobPayload, string>,
  ): Promise<string> {
    if (name === 'collect') {
      collected.emit('one');
      return 'done';
    }
    const next = STAGE_NAMES[STAGE_NAMES.indexOf(name) + 1];
    if (next !== undefined) {
      const payloads =
        name === 'tag-entities' ? locales.map((locale) => ({ ...job.data, locale })) : [job.data];
      await queues.get(next)?.addBulk(
        payloads.map((data) => ({
          name: next,
          data,
          opts: { ...jobOptions({ queue: next, payload: data }, PIPELINE), parent: collectParent(data) },
        })),
      );
    }
    return 'done';
  }

  const workers = ARTICLE_QUEUES.map(
    (name) =>
      new Worker<JobPayload, string>(name, async (job) => process(name, job), {
        connection: client,
        prefix: KEY_PREFIX,
        concurrency: PIPELINE.concurrency[name],
        lockDuration: PIPELINE.lockDurationMs,
        stalledInterval: PIPELINE.stalledIntervalMs,
        metrics: { maxDataPoints: 60 * 24 },
        removeOnComplete: { age: PIPELINE.keepCompleted.ageSeconds, count: PIPELINE.keepCompleted.count },
        removeOnFail: { age: PIPELINE.keepFailed.ageSeconds, count: PIPELINE.keepFailed.count },
      }),
  );
  await Promise.all(workers.map(async (worker) => worker.waitUntilReady()));
  return {
    submit: async (payload) => {
      await flows.add({
        name: 'collect',
        queueName: 'collect',
        data: payload,
        opts: jobOptions({ queue: 'collect', payload }, PIPELINE),
        children: [
          {
            name: 'normalize',
            queueName: 'normalize',
            data: payload,
            opts: jobOptions({ queue: 'normalize', payload }, PIPELINE),
          },
        ],
      });
    },
    collected: async (count) => {
      let left = count;
      await new Promise<void>((resolve) => {
        collected.on('one', () => {
          left -= 1;
          if (left === 0) {
            resolve();
          }
        });
      });
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(workers.map(async (worker) => worker.close()));
      await flows.close();
      await Promise.all([...queues.values()].map(async (queue) => queue.close()));
      await closeRedis(client);
    },
  };
}
