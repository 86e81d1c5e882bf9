import { PipelineError } from '../../shared/errors/errors.ts';
import { articleIdOf } from '../../shared/stores/article-identity.ts';
import { readVersion, type VersionRecord } from '../../shared/stores/article-store.ts';
import type { RedisClient } from '../../shared/stores/redis.ts';

/** An article as a request names it. */
export interface ArticleName {
  readonly tenant: string;
  readonly externalId: string;
  /** Absent: the newest. */
  readonly version?: number | undefined;
}

/**
 * Finds the version that a request names, among its tenant's articles alone.
 *
 * @throws {PipelineError} `ARTICLE_NOT_FOUND` or `VERSION_NOT_FOUND`.
 */
export async function findArticle(
  client: RedisClient,
  { tenant, externalId, version }: ArticleName,
): Promise<VersionRecord> {
  const articleId = articleIdOf(tenant, externalId);
  const record = await readVersion(client, articleId, version);
  if (record !== undefined) {
    return record;
  }
  const head = version === undefined ? undefined : await readVersion(client, articleId);
  if (head === undefined) {
    throw new PipelineError('ARTICLE_NOT_FOUND', `There is no article "${externalId}"`);
  }
  throw new PipelineError(
    'VERSION_NOT_FOUND',
    `Article "${externalId}" has no version ${String(version)}; the newest is ${head.version}`,
  );
}
