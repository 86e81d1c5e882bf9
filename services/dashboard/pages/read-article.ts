import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { ArticleId } from '../../../shared/document/article.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { readStatus } from '../../../shared/stores/article-status.ts';
import type { RedisClient } from '../../../shared/stores/redis.ts';
import { sessionOf } from '../security/session.ts';

const Params = z.object({ id: z.string() });
const Version = z.object({ version: z.coerce.number().int().min(1).optional() });

/**
 * The article that an address names: `:id`, and `version` where it asks for an older one.
 *
 * @throws {PipelineError} `ARTICLE_NOT_FOUND`, `VERSION_NOT_FOUND`.
 */
export async function readArticle(client: RedisClient, request: FastifyRequest): Promise<ArticleStatus> {
  const { id } = Params.parse(request.params);
  const articleId = ArticleId.safeParse(id);
  const asked = Version.safeParse(request.method === 'GET' ? request.query : request.body);
  const version = asked.data?.version;
  const status = articleId.success ? await readStatus(client, articleId.data, version) : undefined;
  if (status === undefined || status.tenant !== sessionOf(request).tenant) {
    throw version === undefined
      ? new PipelineError('ARTICLE_NOT_FOUND', `No article has the id "${id}"`)
      : new PipelineError('VERSION_NOT_FOUND', `Article "${id}" has no version ${version}`);
  }
  return status;
}
