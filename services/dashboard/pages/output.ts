import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ArticleId } from '../../../shared/document/article.ts';
import { StoredFormat } from '../../../shared/document/output-format.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { readOutput } from '../../../shared/stores/output-store.ts';
import type { DashboardDeps } from '../deps.ts';
import { OUTPUT_POLICY } from '../security/headers.ts';
import { localeOf } from './locale.ts';
import { readArticle } from './read-article.ts';

const Params = z.object({ format: StoredFormat });

const TYPES: Readonly<Record<StoredFormat, string>> = {
  html: 'text/html',
  md: 'text/plain',
  json: 'application/json',
};

/**
 * An output's bytes for the people who run the service: withheld and embargoed ones too, a killed
 * article's not. What publishes them is the API.
 */
export function registerOutputs(app: FastifyInstance, { client }: DashboardDeps): void {
  app.get('/articles/:id/locales/:locale/output.:format', async (request, reply) => {
    const status = await readArticle(client, request);
    const locale = localeOf(request, status);
    const parsed = Params.safeParse(request.params);
    if (status.state === 'killed') {
      throw new PipelineError('ARTICLE_KILLED', `Article "${status.externalId}" was killed`);
    }
    const version = { articleId: ArticleId.parse(status.articleId), version: status.version };
    const output = parsed.success ? await readOutput(client, version, locale, parsed.data.format) : undefined;
    if (!parsed.success || output === undefined) {
      throw new PipelineError(
        'NOT_FOUND',
        `Article "${status.externalId}" has no such output in ${locale}; it may not be rendered yet`,
      );
    }
    return reply
      .type(`${TYPES[parsed.data.format]}; charset=utf-8`)
      .header('content-security-policy', OUTPUT_POLICY)
      .header('x-frame-options', 'SAMEORIGIN')
      .header('etag', `"${output.hash}"`)
      .send(output.body);
  });
}
