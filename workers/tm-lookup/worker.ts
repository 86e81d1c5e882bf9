import type { Config } from '../../config/config.ts';
import { LOCALES } from '../../config/locales.ts';
import { configPath } from '../../config/project-root.ts';
import { readTable, readTables } from '../../config/read-tables.ts';
import { MemorySettings } from '../../shared/memory/memory-settings.ts';
import { Inflection } from '../../shared/memory/terms/inflection.ts';
import { createTermMatchers } from '../../shared/memory/terms/term-matcher.ts';
import type { ProcessContext } from '../../shared/process/run.ts';
import { startStage } from '../../shared/queue/start-stage.ts';
import { createGlossaryStore } from '../../shared/stores/glossary-store.ts';
import { readPreviousVersion } from '../../shared/stores/previous-version.ts';
import { closeRedis, openRedis } from '../../shared/stores/redis.ts';
import { createRedisMemory } from '../../shared/stores/redis-memory.ts';
import { createTermFinder } from '../../shared/stores/term-finder.ts';
import { createTmLookupDeps } from './deps.ts';
import { loadImprovements } from './load-improvements.ts';
import { tmLookupStage } from './stage.ts';

/** Starts the worker of the tm-lookup stage. */
export async function startWorker({
  config,
  log,
  metrics,
}: ProcessContext<Config>): Promise<AsyncDisposable> {
  const client = await openRedis(config.redisUrl, { role: 'worker' });
  const deps = createTmLookupDeps({
    memory: createRedisMemory(client, {
      floor: config.minFuzzyScore,
      mirrorBytes: config.memoryMirrorMb * 1024 * 1024,
      settings: await readTable(config.memoriesFile, MemorySettings),
      known: LOCALES,
    }),
    minScore: config.minFuzzyScore,
    limit: config.queue.matchLimit,
    improve: await loadImprovements(),
    findTerms: createTermFinder(
      createGlossaryStore(client),
      createTermMatchers(await readTables(configPath('inflection'), Inflection)),
    ),
    readPrevious: ({ id, version }, locale) =>
      readPreviousVersion(client, { articleId: id, version }, locale),
  });
  const stage = await startStage(tmLookupStage, deps, {
    redisUrl: config.redisUrl,
    concurrency: config.concurrency['tm-lookup'],
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
