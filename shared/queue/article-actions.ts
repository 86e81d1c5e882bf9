import { type ArticleStatus, nextRuns, stageRuns } from '../api/article-status.ts';
import type { PubStatus } from '../document/article.ts';
import { PipelineError } from '../errors/errors.ts';
import { cancelVersion, openRun, setPubStatus } from '../stores/article-lifecycle.ts';
import { payloadOf, type VersionRecord } from '../stores/article-store.ts';
import { quarantineArticle } from '../stores/memory-quarantine.ts';
import type { RedisClient } from '../stores/redis.ts';
import { STAGE_NAMES } from './contract.ts';
import type { Submitter } from './submit.ts';

export interface ActionPorts {
  readonly client: RedisClient;
  readonly submitter: Submitter;
  readonly now: () => number;
}

/**
 * Puts what failed or was skipped on the queue again, from the stage where it stopped; what is done
 * is not done again. Starts a new run with a new `collect`.
 *
 * @throws {PipelineError} `NOT_RETRYABLE` while the version is running or when nothing failed.
 */
export async function retryArticle(
  ports: ActionPorts,
  record: VersionRecord,
  status: ArticleStatus,
): Promise<number> {
  const name = `"${record.externalId}" version ${record.version}`;
  if (record.state === 'running' && !(await ports.submitter.hasFlow(payloadOf(record)))) {
    await ports.submitter.submit(payloadOf(record), nextRuns(status)); // opened, but never queued
    return record.run;
  }
  if (status.state === 'running' || status.state === 'killed') {
    throw new PipelineError(
      'NOT_RETRYABLE',
      `Article ${name} is ${status.state}: only what has ended can be retried`,
    );
  }
  const starts = nextRuns(status);
  if (starts.length === 0) {
    throw new PipelineError('NOT_RETRYABLE', `Article ${name} has no stage that failed`);
  }
  const fields = restartedFields(status);
  const run = await openRun(ports.client, record, { fields, now: ports.now() });
  if (run === undefined) {
    throw new PipelineError('NOT_RETRYABLE', `Article ${name} is being retried by someone else`);
  }
  await ports.submitter.submit(payloadOf(record, run), starts);
  return run;
}

function restartedFields(status: ArticleStatus): readonly string[] {
  return stageRuns(status)
    .filter(({ progress }) => progress.state !== 'done')
    .toSorted((a, b) => STAGE_NAMES.indexOf(a.stage) - STAGE_NAMES.indexOf(b.stage))
    .map(({ stage, locale }) => (locale === undefined ? stage : `${stage}.${locale}`));
}

/**
 * Stops the work on a running version; what has been rendered stays.
 *
 * @throws {PipelineError} `NOT_RETRYABLE` when it has ended already.
 */
export async function cancelArticle(ports: ActionPorts, record: VersionRecord): Promise<void> {
  if (record.state !== 'running') {
    throw new PipelineError(
      'NOT_RETRYABLE',
      `Article "${record.externalId}" version ${record.version} has ended (${record.state}): there is nothing to cancel`,
    );
  }
  await cancelVersion(ports.client, record);
}

/**
 * Withholds, releases or kills an article. Withheld articles are made but not served; a kill stops
 * the work, turns every locale into 410 and cannot be taken back; translations that the memory has
 * only from it are in quarantine before it says so.
 *
 * @throws {PipelineError} `ARTICLE_KILLED` when it was killed before.
 */
export async function publishArticle(
  ports: ActionPorts,
  record: VersionRecord,
  pubStatus: PubStatus,
): Promise<void> {
  if (record.pubStatus === 'canceled' && pubStatus !== 'canceled') {
    throw new PipelineError(
      'ARTICLE_KILLED',
      `Article "${record.externalId}" was killed; submit a substitute under a new id`,
    );
  }
  if (record.pubStatus !== pubStatus) {
    if (pubStatus === 'canceled') {
      await quarantineArticle(ports.client, record.articleId, ports.now());
    }
    await setPubStatus(ports.client, record, { pubStatus, now: ports.now() });
  }
}
