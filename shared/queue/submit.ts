import { FlowProducer } from 'bullmq';
import type { Locale } from '../document/locale.ts';
import type { RedisClient } from '../stores/redis.ts';
import { type JobPayload, KEY_PREFIX, type StageName } from './contract.ts';
import { jobIdFor, jobOptions } from './job-options.ts';
import { openQueue, type PipelineQueue } from './open-queue.ts';
import type { QueueSettings } from './settings.ts';

/** A stage to start from: `normalize` for a submission, what failed for a retry. */
export interface FlowStart {
  readonly stage: StageName;
  readonly locale?: Locale | undefined;
}

/** Puts articles on the queue, all of an article's first jobs or none. */
export interface Submitter extends AsyncDisposable {
  /** Adds `collect` with the given stages below it. A flow whose ids exist already is left as it is. */
  submit(payload: JobPayload, starts: readonly FlowStart[]): Promise<void>;
  /** Tells whether the run's `collect` job exists, in whatever state. */
  hasFlow(payload: JobPayload): Promise<boolean>;
}

export function createSubmitter(client: RedisClient, settings: QueueSettings): Submitter {
  const flows = new FlowProducer({ connection: client, prefix: KEY_PREFIX });
  flows.on('error', () => {}); // the failing command tells its caller
  const collect = openQueue('collect', client);
  return {
    submit: async (payload, starts) => addFlow(flows, payload, starts, settings),
    hasFlow: async (payload) => flowExists(collect, payload),
    [Symbol.asyncDispose]: async () => {
      await flows.close();
      await collect.close();
    },
  };
}

async function addFlow(
  flows: FlowProducer,
  payload: JobPayload,
  starts: readonly FlowStart[],
  settings: QueueSettings,
): Promise<void> {
  await flows.add({
    name: 'collect',
    queueName: 'collect',
    data: payload,
    opts: jobOptions({ queue: 'collect', payload }, settings),
    children: starts.map(({ stage, locale }) => {
      const data = locale === undefined ? payload : { ...payload, locale };
      return {
        name: stage,
        queueName: stage,
        data,
        opts: jobOptions({ queue: stage, payload: data }, settings),
      };
    }),
  });
}

async function flowExists(collect: PipelineQueue, payload: JobPayload): Promise<boolean> {
  return (await collect.getJobState(jobIdFor('collect', payload))) !== 'unknown';
}
