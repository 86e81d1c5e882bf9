import type { Config } from '../../config/config.ts';
import { readOwnTypes } from '../../config/own-types.ts';
import { readTable } from '../../config/read-tables.ts';
import { readShippedEntries } from '../../config/shipped-entries.ts';
import { MemorySettings } from '../../shared/memory/memory-settings.ts';
import { watchRequests } from '../../shared/process/close-server.ts';
import type { ProcessContext, Running } from '../../shared/process/run.ts';
import { QUEUE_NAMES } from '../../shared/queue/contract.ts';
import { openQueue } from '../../shared/queue/open-queue.ts';
import { createSubmitter } from '../../shared/queue/submit.ts';
import { createEntryDirectory } from '../../shared/stores/entry-directory.ts';
import { openRedis } from '../../shared/stores/redis.ts';
import { buildApp } from './app.ts';
import { createBulkRetries } from './failures/bulk-retry.ts';
import { createArticleHub } from './live/article-hub.ts';
import { listenForProgress } from './live/listen-for-progress.ts';
import { readClientScript } from './live/read-client-script.ts';
import { authenticateKey } from './security/authenticate-key.ts';
import { createInterfaces } from './view/interface.ts';

/**
 * Starts the dashboard. Disposing it ends its streams, stops bulk retries between two articles, and
 * closes what it opened.
 *
 * @throws {PipelineError} `REDIS_UNAVAILABLE`, `CONFIG_INVALID`.
 */
export async function startDashboard({ config, log }: ProcessContext<Config>): Promise<Running> {
  const ownTypes = await readOwnTypes();
  const client = await openRedis(config.redisUrl, { role: 'producer' });
  const queues = new Map(QUEUE_NAMES.map((name) => [name, openQueue(name, client)] as const));
  const submitter = createSubmitter(client, config.queue);
  const now = Date.now;
  const actions = { client, submitter, now };
  const bulkRetries = createBulkRetries(actions);
  const hub = createArticleHub(client, log);
  const progress = await listenForProgress(config.redisUrl, (articleId) => hub.notice(articleId));
  const app = await buildApp({
    client,
    queues,
    actions,
    bulkRetries,
    directory: createEntryDirectory(client, readShippedEntries),
    ownTypes,
    memorySettings: await readTable(config.memoriesFile, MemorySettings),
    hub,
    interfaces: createInterfaces(ownTypes),
    authenticate: async (apiKey) => authenticateKey({ client, bootstrapKey: config.bootstrapKey }, apiKey),
    clientScript: readClientScript(),
    now,
    log,
  });
  const closeServer = watchRequests(app.server);
  const url = await app.listen({ host: config.host, port: config.dashboardPort });
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      await closeServer(async () => app.close());
      for (const part of [bulkRetries, progress, hub, submitter]) {
        await part[Symbol.asyncDispose]();
      }
      await Promise.all([...queues.values()].map(async (queue) => queue.close()));
      client.disconnect();
    },
  };
}
