import { channels } from '../stores/keys.ts';
import { openRedis } from '../stores/redis.ts';

/**
 * Calls back for each article version whose running work should stop. A message that is missed
 * costs only work: every stage checks the article when it starts.
 */
export async function listenForCancel(
  redisUrl: string,
  onCancel: (articleId: string, version: number) => void,
): Promise<AsyncDisposable> {
  const client = await openRedis(redisUrl, { role: 'worker' });
  client.on('message', (_channel: string, message: string) => {
    const [articleId = '', version] = message.split(' ');
    onCancel(articleId, Number(version));
  });
  await client.subscribe(channels.cancel);
  return {
    [Symbol.asyncDispose]: async () => {
      client.disconnect();
    },
  };
}
