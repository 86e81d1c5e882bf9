import { bulkProgress } from '../fragments/bulk-progress.ts';
import type { OpenPage } from './open-page.ts';
import { repeat } from './repeat.ts';

const REFRESH_MS = 500;

/** Shows how far a bulk retry has come, until it has ended. */
export async function followBulkRetry(page: OpenPage, id: string): Promise<void> {
  let ended = false;
  await repeat(page, REFRESH_MS, async () => {
    const run = page.deps.bulkRetries.find(id);
    if (run === undefined || ended) {
      return;
    }
    ended = run.done === run.total;
    page.stream.patch('bulk', bulkProgress(page.view(), run));
  });
}
