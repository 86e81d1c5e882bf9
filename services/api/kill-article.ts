import { type ActionPorts, publishArticle } from '../../shared/queue/article-actions.ts';
import type { VersionRecord } from '../../shared/stores/article-store.ts';
import type { KillMarks } from './kill-marks.ts';

export interface KillPorts extends ActionPorts {
  readonly killMarks: KillMarks;
}

/** Kills an article so that it stays killed: on the disk first, then for everyone. */
export async function killArticle(ports: KillPorts, record: VersionRecord): Promise<void> {
  const { articleId, externalId } = record;
  await ports.killMarks.write({ articleId, externalId, at: ports.now() });
  await publishArticle(ports, record, 'canceled');
}
