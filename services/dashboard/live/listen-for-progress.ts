import { channels } from '../../../shared/stores/keys.ts';
import { openRedis } from '../../../shared/stores/redis.ts';

/**
 * Calls back with the id of each article whose progress changed. Messages that are missed while
 * Redis is away are made up for by the pages' own re-reading.
 *
 * @throws {PipelineError} `REDIS_UNAVAILABLE`.
 */
export async function listenForProgress(
  redisUrl: string,
  onChange: (articleId: string) => void,
): Promise<AsyncDisposable> {
  const client = await openRedis(redisUrl, { role: 'worker' });
  client.on('message', (_channel: string, message: string) => onChange(message.split(' ')[0] ?? ''));
  await client.subscribe(channels.progress);
  return {
    [Symbol.asyncDispose]: async () => {
      client.disconnect();
    },
  };
}
