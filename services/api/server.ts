import { join } from 'node:path';
import type { Config } from '../../config/config.ts';
import { LOCALES } from '../../config/locales.ts';
import { readOwnTypes } from '../../config/own-types.ts';
import { PIPELINE } from '../../config/pipeline.ts';
import { readTable } from '../../config/read-tables.ts';
import { MemorySettings } from '../../shared/memory/memory-settings.ts';
import { watchRequests } from '../../shared/process/close-server.ts';
import type { ProcessContext, Running } from '../../shared/process/run.ts';
import { QUEUE_NAMES } from '../../shared/queue/contract.ts';
import { openQueue } from '../../shared/queue/open-queue.ts';
import { createSubmitter } from '../../shared/queue/submit.ts';
import { checkServer, openRedis } from '../../shared/stores/redis.ts';
import { createRedisMemory } from '../../shared/stores/redis-memory.ts';
import { buildApp } from './app.ts';
import { createDraftMatcher } from './drafts/match-drafts.ts';
import { openProgressHub } from './events/progress-hub.ts';
import { openKillMarks } from './kill-marks.ts';
import { createOutputPress } from './outputs/output-press.ts';
import { createPressure } from './pressure.ts';
import { createReconciler, startReconciling } from './reconciler.ts';
import { createResources } from './resources.ts';
import { openSpool } from './spool.ts';

export interface ApiOptions {
  /** How often the spool and Redis are compared. Default 2000 ms. */
  readonly reconcileIntervalMs?: number;
}

/**
 * Starts the API: listens, and keeps Redis and the spool in agreement. Disposing it ends event
 * streams, finishes what was asked, and closes what it opened, newest first.
 *
 * @throws {PipelineError} `REDIS_UNAVAILABLE`, `REDIS_UNSUITABLE`, `CONFIG_INVALID`.
 */
export async function startApi(
  { config, log, metrics }: ProcessContext<Config>,
  { reconcileIntervalMs = 2000 }: ApiOptions = {},
): Promise<Running> {
  await using opened = createResources();
  const now = Date.now;
  const ownTypes = await readOwnTypes();
  const client = await openRedis(config.redisUrl, { role: 'producer' });
  opened.defer(() => client.disconnect());
  await checkServer(client);
  const queueClient = await openRedis(config.redisUrl, { role: 'producer' });
  opened.defer(() => queueClient.disconnect());
  const submitter = opened.use(createSubmitter(queueClient, PIPELINE));
  const queues = QUEUE_NAMES.map((name) => openQueue(name, queueClient));
  opened.defer(async () => {
    await Promise.all(queues.map(async (queue) => queue.close()));
  });
  const progress = opened.use(await openProgressHub(config.redisUrl));
  const spool = await openSpool(join(config.dataDir, 'spool'));
  const killMarks = await openKillMarks(join(config.dataDir, 'spool'));
  const reconciler = createReconciler({ client, submitter, spool, killMarks, log, metrics, now });
  opened.use(startReconciling(reconciler, reconcileIntervalMs));
  const limits = { ...PIPELINE, softDepth: config.softDepth, hardDepth: config.hardDepth };
  const memorySettings = await readTable(config.memoriesFile, MemorySettings);
  const memory = createRedisMemory(client, {
    floor: config.minFuzzyScore,
    settings: memorySettings,
    known: LOCALES,
  });
  const drafts = opened.use(
    createDraftMatcher({
      memory,
      minScore: config.minFuzzyScore,
      normalize: { ...config.queue.normalize, srx: config.srx },
    }),
  );
  const app = await buildApp({
    client,
    submitter,
    spool,
    killMarks,
    pressure: createPressure(client, limits, now),
    progress,
    publicApiUrl: config.publicApiUrl,
    press: createOutputPress({ siteUrl: config.siteUrl }),
    drafts,
    ownTypes,
    memory,
    memorySettings,
    queues,
    metrics,
    log,
    now,
    bootstrapKey: config.bootstrapKey,
  });
  const closeServer = watchRequests(app.server);
  opened.defer(async () => closeServer(async () => app.close()));
  const url = await app.listen({ host: config.host, port: config.apiPort });
  const kept = opened.move();
  return { url, [Symbol.asyncDispose]: async () => kept[Symbol.asyncDispose]() };
}
