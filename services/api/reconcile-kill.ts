import { publishArticle } from '../../shared/queue/article-actions.ts';
import { readVersion } from '../../shared/stores/article-store.ts';
import type { KillPorts } from './kill-article.ts';
import type { KillMark } from './kill-marks.ts';

export interface KillContext {
  /** A mark stays this long after its kill. */
  readonly keptForMs: number;
  /** Whether what Redis has acknowledged so far is on its disk. */
  readonly isDurable: boolean;
}

/** A mark whose article is nowhere is given up after this long: there is nothing to kill. */
const ORPHANED_MS = 24 * 3600 * 1000;

/** Kills again what Redis has forgotten to be killed; removes the mark once it holds for good. */
export async function reconcileKill(
  ports: KillPorts,
  mark: KillMark,
  { keptForMs, isDurable }: KillContext,
): Promise<'kept' | 'killed' | 'removed'> {
  const record = await readVersion(ports.client, mark.articleId);
  if (record !== undefined && record.pubStatus !== 'canceled') {
    await publishArticle(ports, record, 'canceled');
    return 'killed';
  }
  const age = ports.now() - mark.at;
  const isOver = record === undefined ? age > ORPHANED_MS : age >= keptForMs && isDurable;
  if (!isOver) {
    return 'kept';
  }
  await ports.killMarks.remove(mark);
  return 'removed';
}
