import type { ArticleStatus } from '../../shared/api/article-status.ts';
import { PipelineError } from '../../shared/errors/errors.ts';
import { articleIdOf } from '../../shared/stores/article-identity.ts';
import { readStatus } from '../../shared/stores/article-status.ts';
import type { RedisClient } from '../../shared/stores/redis.ts';
import { type ArticleName, findArticle } from './find-article.ts';

/**
 * The status of the version that a request names.
 *
 * @throws {PipelineError} `ARTICLE_NOT_FOUND` or `VERSION_NOT_FOUND`.
 */
export async function readArticleStatus(client: RedisClient, name: ArticleName): Promise<ArticleStatus> {
  const status = await readStatus(client, articleIdOf(name.tenant, name.externalId), name.version);
  if (status !== undefined) {
    return status;
  }
  await findArticle(client, name);
  throw new PipelineError('ARTICLE_NOT_FOUND', `Article "${name.externalId}" came in just now; try again`);
}
