import type { ArticleStatus } from '../api/article-status.ts';
import { ArticleId } from '../document/article.ts';
import type { GazetteerEntry } from '../document/gazetteer-entry.ts';
import { PipelineError } from '../errors/errors.ts';
import { readArticlePage } from '../stores/article-page.ts';
import { readVersion } from '../stores/article-store.ts';
import { readEntities } from '../stores/output-store.ts';
import type { RedisClient } from '../stores/redis.ts';
import type { ActionPorts } from './article-actions.ts';
import { makeAgain } from './make-again.ts';

/** Articles that are looked through for a name, the newest first. */
export const LOOKED_THROUGH = 500;
/** Articles that one change of a name makes again. */
export const MOST_MADE_AGAIN = 200;

/**
 * A tenant's articles in which something is linked to an entry, or is marked with one of its names,
 * among its newest `LOOKED_THROUGH`; at most `MOST_MADE_AGAIN`, the most recently changed first.
 */
export async function findArticlesNaming(
  client: RedisClient,
  tenant: string,
  { id: entryId, names }: GazetteerEntry,
): Promise<readonly ArticleStatus[]> {
  const forms = new Set(
    Object.values(names)
      .flat()
      .map((form) => form.toLowerCase()),
  );
  const { items } = await readArticlePage(client, { tenant, limit: LOOKED_THROUGH });
  const found: ArticleStatus[] = [];
  for (const status of items.filter(({ state }) => state !== 'killed')) {
    const articleId = ArticleId.parse(status.articleId);
    const overlay = await readEntities(client, { articleId, version: status.version });
    const isLinked = overlay?.entities.some(({ id, refersTo }) => id === entryId || refersTo === entryId);
    const isNamed = overlay?.mentions.some(({ text }) => forms.has(text.toLowerCase()));
    if (isLinked === true || isNamed === true) {
      found.push(status);
    }
    if (found.length === MOST_MADE_AGAIN) {
      break;
    }
  }
  return found;
}

/**
 * Makes articles again from `tag-entities` on, with what was decided about each. Answers those that are
 * made again; what runs, or changed meanwhile, is left out.
 */
export async function retagArticles(
  ports: ActionPorts,
  articles: readonly ArticleStatus[],
): Promise<readonly ArticleStatus[]> {
  const again: ArticleStatus[] = [];
  for (const status of articles) {
    if (await retag(ports, status)) {
      again.push(status);
    }
  }
  return again;
}

async function retag(ports: ActionPorts, { articleId, version }: ArticleStatus): Promise<boolean> {
  const record = await readVersion(ports.client, ArticleId.parse(articleId));
  if (record?.version !== version) {
    return false;
  }
  try {
    await makeAgain(ports, record, { review: record.review, from: 'tag-entities' });
    return true;
  } catch (error) {
    if (error instanceof PipelineError && error.code === 'NOT_REVIEWABLE') {
      return false;
    }
    throw error;
  }
}
