import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SourceArticle } from '../document/article.ts';
import { isSameReview, NO_REVIEW, type SourceReview } from '../document/source-review.ts';
import type { StageName } from '../queue/contract.ts';
import type { VersionRecord } from './article-store.ts';
import { channels, keys } from './keys.ts';
import { packJson } from './packed-json.ts';
import { encodeProgress } from './progress-entry.ts';
import type { RedisClient } from './redis.ts';
import { stageFields } from './register-version.ts';
import { runScript } from './run-script.ts';
import { OPEN_REVIEW } from './scripts.ts';

/** What people decided, and the run that it needs. */
export interface ReviewOpening {
  readonly source: SourceArticle;
  readonly review: SourceReview;
  /** The first stage that is run again; what the stages before it found stays. */
  readonly from: StageName;
  readonly now: number;
}

/**
 * Stores what people decided about the newest version and opens the run that makes it again, at once
 * or not at all. Gives the version as it is then; undefined where it runs, is not the newest any more,
 * or another call was first. Puts nothing on a queue.
 */
export async function openReview(
  client: RedisClient,
  record: VersionRecord,
  { source, review, from, now }: ReviewOpening,
): Promise<VersionRecord | undefined> {
  const { articleId, version, tenant, run, reviews } = record;
  const waiting = encodeProgress({ state: 'waiting', at: now });
  const workHash = workHashOf(record, review);
  const { review: _last, ...submitted } = source;
  const reviewed = isSameReview(review, NO_REVIEW) ? submitted : { ...submitted, review };
  const opened = await runScript(
    client,
    OPEN_REVIEW,
    [
      keys.article(articleId),
      keys.version(articleId, version),
      keys.source(articleId, version),
      keys.progress(articleId, version),
      keys.open(),
      keys.articles(),
      keys.ordinal(),
      keys.results(articleId, version),
    ],
    [
      articleId,
      version,
      tenant,
      now,
      channels.progress,
      `${articleId} ${version}`,
      run,
      reviews,
      workHash,
      JSON.stringify(review),
      packJson(reviewed),
      ...stageFields(record.targets, from).flatMap((field) => [field, waiting]),
    ],
  );
  return opened === 0
    ? undefined
    : { ...record, run: z.int().parse(opened), reviews: reviews + 1, workHash, review, state: 'running' };
}

/** Never the same twice, also where a decision is taken back: no job finds the results of another run. */
function workHashOf({ contentHash, reviews }: VersionRecord, review: SourceReview): string {
  const decided = JSON.stringify([contentHash, reviews + 1, review]);
  return createHash('sha256').update(decided).digest('hex');
}
