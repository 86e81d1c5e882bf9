import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { listStates } from '../../../shared/stores/article-states.ts';
import { readStatus } from '../../../shared/stores/article-status.ts';
import type { RedisClient } from '../../../shared/stores/redis.ts';

/** Articles in which something failed, most recently changed first. */
export interface Failures {
  readonly statuses: readonly ArticleStatus[];
  /** Whether there are more than were read. */
  readonly capped: boolean;
}

const SCANNED = 5000;
const MAX_READ = 1000;

/** Reads a tenant's articles that ended failed or partial, among the newest. */
export async function readFailures(client: RedisClient, tenant: string): Promise<Failures> {
  const rows = await listStates(client, SCANNED);
  const broken = rows.filter(
    (row) => row.tenant === tenant && (row.state === 'failed' || row.state === 'partial'),
  );
  const statuses = await Promise.all(
    broken.slice(0, MAX_READ).map(async ({ articleId, version }) => readStatus(client, articleId, version)),
  );
  return {
    statuses: statuses.filter((status) => status !== undefined),
    capped: broken.length > MAX_READ || rows.length === SCANNED,
  };
}
