import type { SourceReview } from '../document/source-review.ts';
import { PipelineError } from '../errors/errors.ts';
import { payloadOf, readSource, type VersionRecord } from '../stores/article-store.ts';
import { openReview } from '../stores/open-review.ts';
import type { ActionPorts } from './article-actions.ts';
import type { StageName } from './contract.ts';

/**
 * Has a version made again as `review` says, from one stage on; outputs are served as they were until
 * the new ones are there.
 *
 * @throws {PipelineError} `NOT_REVIEWABLE` while it runs, after it was canceled, or when someone else
 *   was first.
 */
export async function makeAgain(
  ports: ActionPorts,
  record: VersionRecord,
  { review, from }: { readonly review: SourceReview; readonly from: StageName },
): Promise<void> {
  if (record.state === 'running' || record.state === 'canceled') {
    throw notReviewable(
      record,
      record.state === 'running' ? 'is being processed: wait for its end' : 'was canceled: retry it first',
    );
  }
  const source = await readSource(ports.client, record.articleId, record.version);
  if (source === undefined) {
    throw notReviewable(record, 'is no longer stored as it was submitted');
  }
  const opened = await openReview(ports.client, record, { source, review, from, now: ports.now() });
  if (opened === undefined) {
    throw notReviewable(record, 'was changed by someone else at the same time');
  }
  await ports.submitter.submit(payloadOf(opened), [{ stage: from }]);
}

/** Queues what was opened before, but never queued; stages that have a result are not run again. */
export async function queueAgain({ submitter }: ActionPorts, record: VersionRecord): Promise<void> {
  const payload = payloadOf(record);
  if (record.state === 'running' && record.reviews > 0 && !(await submitter.hasFlow(payload))) {
    await submitter.submit(payload, [{ stage: 'normalize' }]);
  }
}

/**
 * Refuses to decide about a version that is not the newest, or whose article was killed.
 *
 * @throws {PipelineError} `STALE_VERSION`, `ARTICLE_KILLED`.
 */
export function requireCurrent({ externalId, version, head, pubStatus }: VersionRecord): void {
  if (pubStatus === 'canceled') {
    throw new PipelineError('ARTICLE_KILLED', `Article "${externalId}" was killed`);
  }
  if (version !== head) {
    throw new PipelineError(
      'STALE_VERSION',
      `Article "${externalId}" version ${version} is older than version ${head}: only the newest can be reviewed`,
      { details: { head } },
    );
  }
}

/** Why nothing can be decided about a version now. */
export function notReviewable({ externalId, version }: VersionRecord, why: string): PipelineError {
  return new PipelineError('NOT_REVIEWABLE', `Article "${externalId}" version ${version} ${why}`);
}
