import type { SourceArticle } from '../../../shared/document/article.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { readSource, readVersion, type VersionRecord } from '../../../shared/stores/article-store.ts';
import type { RedisClient } from '../../../shared/stores/redis.ts';
import { compareSources } from './compare-sources.ts';

/** What the store knows of a submission before anything is written. */
export interface Recognition {
  /** The same version with the same content. */
  readonly same?: VersionRecord;
  /** Newest version of the article. */
  readonly head?: VersionRecord;
}

/**
 * Looks whether a version is new, here already, or impossible.
 *
 * @throws {PipelineError} `VERSION_CONFLICT` with where it differs, `STALE_VERSION`, or
 *   `ARTICLE_KILLED`. A kill passes whatever its content: it is about the article.
 */
export async function recognizeVersion(
  client: RedisClient,
  source: SourceArticle,
  contentHash: string,
): Promise<Recognition> {
  const head = await readVersion(client, source.articleId);
  if (head === undefined) {
    return {};
  }
  const stored =
    head.version === source.version ? head : await readVersion(client, source.articleId, source.version);
  const kills = source.pubStatus === 'canceled' && source.version >= head.version;
  if (head.pubStatus === 'canceled' && !kills) {
    throw killed(source);
  }
  if (stored?.contentHash === contentHash) {
    return { head, same: stored };
  }
  if (kills) {
    return { head };
  }
  if (stored !== undefined) {
    throw await conflict(client, source);
  }
  if (source.version < head.version) {
    throw stale(source, head.version);
  }
  return { head };
}

/** The version exists with other content. */
export async function conflict(client: RedisClient, source: SourceArticle): Promise<PipelineError> {
  const stored = await readSource(client, source.articleId, source.version);
  const errors = stored === undefined ? [] : compareSources(stored, source);
  return new PipelineError(
    'VERSION_CONFLICT',
    `${nameOf(source)} is here with other content; send the change as a higher version`,
    { details: { errors } },
  );
}

/** A newer version than the submitted one is here. */
export function stale(source: SourceArticle, head: number): PipelineError {
  return new PipelineError(
    'STALE_VERSION',
    `${nameOf(source)} is older than version ${head}, which is here already`,
    { details: { head } },
  );
}

/** The article was killed: nothing of it is taken any more. */
export function killed(source: SourceArticle): PipelineError {
  return new PipelineError(
    'ARTICLE_KILLED',
    `Article "${source.externalId}" was killed; submit a substitute under a new id`,
  );
}

function nameOf({ externalId, version }: SourceArticle): string {
  return `Article "${externalId}" version ${version}`;
}
