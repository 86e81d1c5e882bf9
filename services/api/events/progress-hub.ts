import type { ArticleId } from '../../../shared/document/article.ts';
import { channels } from '../../../shared/stores/keys.ts';
import { openRedis } from '../../../shared/stores/redis.ts';

/** Tells this process' listeners that an article changed. A hint: what is true is in the store. */
export interface ProgressHub extends AsyncDisposable {
  /** Calls back after each change of any version of the article, until the answer is called. */
  watch(articleId: ArticleId, onChange: () => void): () => void;
}

/**
 * Opens the one subscription that all streams of the process share. It survives a lost server;
 * messages that are missed meanwhile are not made up for.
 *
 * @throws {PipelineError} `REDIS_UNAVAILABLE`.
 */
export async function openProgressHub(redisUrl: string): Promise<ProgressHub> {
  const client = await openRedis(redisUrl, { role: 'worker' });
  const watchers = new Map<string, Set<() => void>>();
  client.on('message', (_channel: string, message: string) => {
    const [articleId = ''] = message.split(' ');
    for (const onChange of watchers.get(articleId) ?? []) {
      onChange();
    }
  });
  await client.subscribe(channels.progress);
  return {
    watch: (articleId, onChange) => addWatcher(watchers, articleId, onChange),
    [Symbol.asyncDispose]: async () => {
      watchers.clear();
      client.disconnect();
    },
  };
}

function addWatcher(
  watchers: Map<string, Set<() => void>>,
  articleId: ArticleId,
  onChange: () => void,
): () => void {
  const mine = watchers.get(articleId) ?? new Set();
  watchers.set(articleId, mine.add(onChange));
  return () => {
    mine.delete(onChange);
    if (mine.size === 0 && watchers.get(articleId) === mine) {
      watchers.delete(articleId);
    }
  };
}
