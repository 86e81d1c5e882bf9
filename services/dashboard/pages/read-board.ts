import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { readArticlePage } from '../../../shared/stores/article-page.ts';
import type { RedisClient } from '../../../shared/stores/redis.ts';
import { type BoardFilter, matchesFilter, readCursor, writeCursor } from './board-filter.ts';

/** A page of the board, most recently changed first. */
export interface Board {
  readonly items: readonly ArticleStatus[];
  /** Cursor of the next page; absent on the last. */
  readonly next?: string;
}

const PAGE_SIZE = 40;
/** Reads for one page, before the reader is asked to search on. */
const MAX_READS = 40;

/** Reads a tenant's articles until a page is full: at least `PAGE_SIZE` that match, where there are so many. */
export async function readBoard(client: RedisClient, tenant: string, filter: BoardFilter): Promise<Board> {
  const items: ArticleStatus[] = [];
  const state = filter.state === 'withheld' ? undefined : filter.state;
  let after = readCursor(filter.after);
  for (let read = 0; read < MAX_READS; read += 1) {
    const page = await readArticlePage(client, { tenant, state, after, limit: PAGE_SIZE });
    items.push(...page.items.filter((status) => matchesFilter(status, filter)));
    after = page.next;
    if (after === undefined || items.length >= PAGE_SIZE) {
      break;
    }
  }
  return { items, ...(after === undefined ? {} : { next: writeCursor(after) }) };
}
