import type { ArticleStatus } from '../api/article-status.ts';
import { ArticleId } from '../document/article.ts';
import { readStatus } from './article-status.ts';
import { keys } from './keys.ts';
import type { RedisClient } from './redis.ts';

/** A place in the list of articles: exact also among articles that changed in the same millisecond. */
export interface ArticleCursor {
  /** Time of the last change, milliseconds since the epoch. */
  readonly at: number;
  readonly articleId: string;
}

export interface ArticlePageRequest {
  readonly tenant: string;
  readonly state?: ArticleStatus['state'] | undefined;
  /** The last article that was seen; absent for the first page. */
  readonly after?: ArticleCursor | undefined;
  readonly limit: number;
}

/** Articles that one call looks at; a page of a rare state may come out short, with a cursor to go on. */
const MAX_SCANNED = 2000;

/** A tenant's articles, most recently changed first; `next` is absent at the end of the list. */
export async function readArticlePage(
  client: RedisClient,
  { tenant, state, after, limit }: ArticlePageRequest,
): Promise<{ readonly items: readonly ArticleStatus[]; readonly next?: ArticleCursor }> {
  const items: ArticleStatus[] = [];
  const chunk = Math.min(Math.max(limit, 20), 200);
  let cursor = after;
  for (let scanned = 0; scanned < MAX_SCANNED; scanned += chunk) {
    const found = await readBelow(client, cursor, chunk);
    const statuses = await Promise.all(
      found.map(async ({ articleId }) => readStatus(client, ArticleId.parse(articleId))),
    );
    for (const [index, place] of found.entries()) {
      const status = statuses[index];
      cursor = place;
      if (status?.tenant === tenant && (state === undefined || status.state === state)) {
        items.push(status);
      }
      if (items.length === limit) {
        return { items, next: cursor };
      }
    }
    if (found.length < chunk) {
      return { items };
    }
  }
  return { items, ...(cursor === undefined ? {} : { next: cursor }) };
}

/** At most `count` places below the cursor, highest first; equal times are in falling order of id. */
async function readBelow(
  client: RedisClient,
  cursor: ArticleCursor | undefined,
  count: number,
): Promise<readonly ArticleCursor[]> {
  const max = cursor === undefined ? '+inf' : cursor.at;
  const places: ArticleCursor[] = [];
  for (let offset = 0; places.length < count; offset += count) {
    const reply = await client.zrevrangebyscore(
      keys.articles(),
      max,
      '-inf',
      'WITHSCORES',
      'LIMIT',
      offset,
      count,
    );
    const read = pairsOf(reply);
    places.push(...read.filter((place) => isBelow(place, cursor)));
    if (read.length < count) {
      break;
    }
  }
  return places.slice(0, count);
}

function isBelow(place: ArticleCursor, cursor: ArticleCursor | undefined): boolean {
  return (
    cursor === undefined ||
    place.at < cursor.at ||
    (place.at === cursor.at && place.articleId < cursor.articleId)
  );
}

function pairsOf(reply: readonly string[]): readonly ArticleCursor[] {
  return reply.flatMap((articleId, index) =>
    index % 2 === 0 ? [{ articleId, at: Number(reply[index + 1]) }] : [],
  );
}
