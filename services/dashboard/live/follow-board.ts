import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { headlineOf } from '../fragments/article-link.ts';
import { boardColumns, boardRow, boardTable } from '../fragments/board-table.ts';
import { totalsStrip } from '../fragments/totals-strip.ts';
import { type BoardFilter, matchesFilter } from '../pages/board-filter.ts';
import { readBoard } from '../pages/read-board.ts';
import { readTotals } from '../pages/read-totals.ts';
import type { OpenPage } from './open-page.ts';
import { repeat } from './repeat.ts';

/** The whole board is sent this often, for what hints missed and for ages that pass. */
const SNAPSHOT_MS = 30_000;
const TOTALS_MS = 1000;

/** Keeps the board current: rows as they change, totals at most once a second. */
export async function followBoard(page: OpenPage, filter: BoardFilter): Promise<void> {
  const { stream, deps, view, tenant } = page;
  const states = new Map<string, ArticleStatus['state']>();
  let columns: readonly string[] = [];
  let totalsAreOld = false;

  async function sendSnapshot(): Promise<void> {
    const board = await readBoard(deps.client, tenant, filter);
    columns = boardColumns(board.items, filter);
    for (const { articleId, state } of board.items) {
      states.set(articleId, state);
    }
    stream.patch('board', boardTable(view(), board, filter));
    stream.patch('totals', totalsStrip(view(), await readTotals(deps.client, tenant)));
  }

  async function sendTotals(): Promise<void> {
    if (totalsAreOld) {
      totalsAreOld = false;
      stream.patch('totals', totalsStrip(view(), await readTotals(deps.client, tenant)));
    }
  }

  function sendRows(changed: readonly ArticleStatus[]): void {
    totalsAreOld = true;
    const shown = changed.filter((status) => status.tenant === tenant && matchesFilter(status, filter));
    const isFirst = states.size === 0;
    if (shown.some((status) => isFirst || Object.keys(status.locales).some((tag) => isNew(tag)))) {
      void sendSnapshot().catch((error: unknown) =>
        deps.log.debug({ err: error }, 'board could not be read'),
      );
      return;
    }
    for (const status of shown) {
      const into = filter.after === undefined ? 'board-rows' : undefined;
      stream.patch(`row-${status.articleId}`, boardRow(view(), status, columns), into);
      announce(status);
    }
  }

  function isNew(tag: string): boolean {
    return filter.locale === undefined && !columns.includes(tag);
  }

  function announce(status: ArticleStatus): void {
    const before = states.get(status.articleId);
    states.set(status.articleId, status.state);
    if (before === 'running' && status.state !== 'running') {
      const { t } = view();
      stream.say(t('live.ended', { name: headlineOf(status), state: t(`state.${status.state}`) }));
    }
  }

  stream.onEnd(deps.hub.subscribe(sendRows));
  await repeat(page, SNAPSHOT_MS, sendSnapshot);
  await repeat(page, TOTALS_MS, sendTotals);
}
