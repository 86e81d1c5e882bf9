import { type ArticleStatus, stageRuns } from '../../shared/api/article-status.ts';

/** What else is known of a version when its stages have ended. */
export interface ClosingFacts {
  /** A newer version came in. */
  readonly superseded: boolean;
  readonly canceled: boolean;
}

/**
 * The state in which a version ends: what people decided comes first, then what failed. `partial`
 * means that some locales are there and others failed; they can be retried.
 */
export function closeArticle(
  status: ArticleStatus,
  { superseded, canceled }: ClosingFacts,
): ArticleStatus['state'] {
  if (status.pubStatus === 'canceled') {
    return 'killed';
  }
  if (canceled) {
    return 'canceled';
  }
  const runs = stageRuns(status);
  const finished = runs.filter(
    ({ stage, progress }) => stage === 'render' && progress.state === 'done',
  ).length;
  if (finished === Object.keys(status.locales).length) {
    return 'done';
  }
  if (superseded) {
    return 'superseded';
  }
  return finished > 0 ? 'partial' : 'failed';
}
