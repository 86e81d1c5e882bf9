import { randomUUID } from 'node:crypto';
import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { ArticleId } from '../../../shared/document/article.ts';
import { type PipelineError, toPipelineError } from '../../../shared/errors/errors.ts';
import { type ActionPorts, retryArticle } from '../../../shared/queue/article-actions.ts';
import { readStatus } from '../../../shared/stores/article-status.ts';
import { readVersion } from '../../../shared/stores/article-store.ts';

/** How far the retry of a group has come. */
export interface BulkRun {
  readonly id: string;
  readonly total: number;
  /** Articles that were taken in hand, retried or refused. */
  readonly done: number;
  readonly refused: readonly { readonly externalId: string; readonly reason: string }[];
}

/** Retries of many articles, which go on after the request that asked for them. */
export interface BulkRetries extends AsyncDisposable {
  start(statuses: readonly ArticleStatus[]): BulkRun;
  /** Undefined for a run of another process, or of long ago. */
  find(id: string): BulkRun | undefined;
}

const KEPT_RUNS = 50;

/** Runs bulk retries, one article after the other; disposing it stops between two of them. */
export function createBulkRetries(ports: ActionPorts): BulkRetries {
  const runs = new Map<string, BulkRun>();
  const working = new Set<Promise<void>>();
  let isStopping = false;

  async function work(id: string, statuses: readonly ArticleStatus[]): Promise<void> {
    for (const status of statuses) {
      const before = runs.get(id);
      if (isStopping || before === undefined) {
        return;
      }
      const error = await tryRetry(ports, status);
      const refused = error === undefined ? [] : [{ externalId: status.externalId, reason: error.message }];
      runs.set(id, { ...before, done: before.done + 1, refused: [...before.refused, ...refused] });
    }
  }

  return {
    start: (statuses) => {
      const run: BulkRun = { id: randomUUID(), total: statuses.length, done: 0, refused: [] };
      runs.set(run.id, run);
      forgetOldest(runs);
      const promise = work(run.id, statuses).finally(() => working.delete(promise));
      working.add(promise);
      return run;
    },
    find: (id) => runs.get(id),
    [Symbol.asyncDispose]: async () => {
      isStopping = true;
      await Promise.all(working);
    },
  };
}

/** Retries an article as it stands now; answers why not. */
async function tryRetry(
  ports: ActionPorts,
  { articleId, version }: ArticleStatus,
): Promise<PipelineError | undefined> {
  try {
    const id = ArticleId.parse(articleId);
    const [record, status] = await Promise.all([
      readVersion(ports.client, id, version),
      readStatus(ports.client, id, version),
    ]);
    if (record !== undefined && status !== undefined) {
      await retryArticle(ports, record, status);
    }
    return undefined;
  } catch (error) {
    return toPipelineError(error);
  }
}

function forgetOldest(runs: Map<string, BulkRun>): void {
  const [oldest] = runs.keys();
  if (oldest !== undefined && runs.size > KEPT_RUNS) {
    runs.delete(oldest);
  }
}
