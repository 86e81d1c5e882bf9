import type { Config } from '../../config/config.ts';
import type { ProcessContext } from '../../shared/process/run.ts';
import { startStage } from '../../shared/queue/start-stage.ts';
import { createGazetteerStore } from '../../shared/stores/gazetteer-store.ts';
import { closeRedis, openRedis, type RedisClient } from '../../shared/stores/redis.ts';
import { createTagEntitiesDeps } from './deps.ts';
import { tagEntitiesStage } from './stage.ts';
import type { TagEntitiesDeps } from './tag-entities.ts';

/** Starts the worker of the tag-entities stage. */
export async function startWorker({
  config,
  log,
  metrics,
}: ProcessContext<Config>): Promise<AsyncDisposable> {
  const client = await openRedis(config.redisUrl, { role: 'worker' });
  const deps = await openDeps(config, client);
  const stage = await startStage(tagEntitiesStage, deps, {
    redisUrl: config.redisUrl,
    concurrency: config.concurrency['tag-entities'],
    settings: config.queue,
    log,
    metrics,
  });
  return {
    [Symbol.asyncDispose]: async () => {
      await stage[Symbol.asyncDispose]();
      await closeRedis(client);
    },
  };
}

/** Closes the connection where the worker refuses to start. */
async function openDeps({ neuralModel }: Config, client: RedisClient): Promise<TagEntitiesDeps> {
  try {
    return await createTagEntitiesDeps(undefined, { lists: createGazetteerStore(client), neuralModel });
  } catch (error) {
    await closeRedis(client);
    throw error;
  }
}
