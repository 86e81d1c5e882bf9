import { createReadStream } from 'node:fs';
import { configPath } from '../../config/project-root.ts';
import { readTmx } from '../../shared/exchange/tmx/read.ts';
import type { TranslationUnit } from '../../shared/memory/translation-unit.ts';
import { QUEUE_NAMES } from '../../shared/queue/contract.ts';
import { closeRedis, openRedis } from '../../shared/stores/redis.ts';
import { createRedisMemory } from '../../shared/stores/redis-memory.ts';
import { startProcess } from '../support/processes.ts';

/** Starts the five workers as processes of their own, as `npm start` does. */
export async function startRealWorkers(redisUrl: string): Promise<AsyncDisposable> {
  const processes = await Promise.all(
    QUEUE_NAMES.map(async (name) => startProcess(`workers/${name}`, { redisUrl })),
  );
  return {
    [Symbol.asyncDispose]: async () => {
      await Promise.all(processes.map(async (process) => process[Symbol.asyncDispose]()));
    },
  };
}

/** Fills the memory from the sample TMX. */
export async function importSampleMemory(redisUrl: string): Promise<void> {
  const client = await openRedis(redisUrl, { role: 'worker' });
  const units: TranslationUnit[] = [];
  const file = createReadStream(configPath('samples', 'memory.tmx'), 'utf8');
  for await (const event of readTmx(file)) {
    if (event.kind === 'unit') {
      units.push(event.unit);
    }
  }
  await createRedisMemory(client).add(units);
  await closeRedis(client);
}
