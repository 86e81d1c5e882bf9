import type { Logger } from 'pino';
import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { ArticleId } from '../../../shared/document/article.ts';
import { readStatus } from '../../../shared/stores/article-status.ts';
import type { RedisClient } from '../../../shared/stores/redis.ts';

/** Changed articles of one flush, each as it stands now. */
export type HubListener = (changed: readonly ArticleStatus[]) => void;

/** Tells open pages which articles changed. Hints only: a page that missed some reads again. */
export interface ArticleHub extends AsyncDisposable {
  /** Answers the way to stop listening. */
  subscribe(listener: HubListener): () => void;
  /** Notes that an article changed; listeners hear of it with the next flush. */
  notice(articleId: string): void;
}

/** Changes are gathered for this long, so that a busy pipeline costs a few reads a second. */
const FLUSH_MS = 250;
/** Articles read in one flush; the rest waits for the next. */
const MAX_PER_FLUSH = 60;

/** Reads each changed article once a flush, however many pages are open; none: nothing is read. */
export function createArticleHub(client: RedisClient, log: Logger): ArticleHub {
  const listeners = new Set<HubListener>();
  const changed = new Set<string>();
  let reading: Promise<void> | undefined;

  async function flush(): Promise<void> {
    const ids = [...changed].slice(-MAX_PER_FLUSH);
    for (const id of ids) {
      changed.delete(id);
    }
    const statuses = await Promise.all(ids.map(async (id) => readStatus(client, ArticleId.parse(id))));
    const found = statuses.filter((status) => status !== undefined);
    for (const listener of listeners) {
      listener(found);
    }
  }

  const timer = setInterval(() => {
    if (listeners.size === 0) {
      changed.clear();
    } else if (changed.size > 0 && reading === undefined) {
      reading = flush()
        .catch((error: unknown) => log.debug({ err: error }, 'changed articles could not be read'))
        .finally(() => {
          reading = undefined;
        });
    }
  }, FLUSH_MS).unref();

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notice: (articleId) => {
      changed.delete(articleId); // newest last
      changed.add(articleId);
    },
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await reading;
    },
  };
}
