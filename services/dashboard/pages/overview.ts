import type { FastifyInstance } from 'fastify';
import type { DashboardDeps } from '../deps.ts';
import { boardTable } from '../fragments/board-table.ts';
import { filterBar } from '../fragments/filter-bar.ts';
import { totalsStrip } from '../fragments/totals-strip.ts';
import { sessionOf } from '../security/session.ts';
import { html } from '../view/html.ts';
import { renderPage } from '../view/layout.ts';
import { sendPage, viewOf } from '../view/view-of.ts';
import { BoardFilter, filterQuery } from './board-filter.ts';
import { readBoard } from './read-board.ts';
import { readTotals } from './read-totals.ts';

/** The board: articles by locales, and where each stands. */
export function registerOverviewPage(app: FastifyInstance, deps: DashboardDeps): void {
  app.get('/', async (request, reply) => {
    const filter = BoardFilter.parse(request.query);
    const { tenant } = sessionOf(request);
    const [board, totals] = await Promise.all([
      readBoard(deps.client, tenant, filter),
      readTotals(deps.client, tenant),
    ]);
    const view = viewOf(request, deps);
    const query = filterQuery(filter);
    query.set('view', 'board');
    const page = renderPage(view, {
      title: view.t('board.title'),
      section: 'articles',
      events: `/events?${query.toString()}`,
      main: html`<h1 class="hidden">${view.t('board.title')}</h1>
${totalsStrip(view, totals)}
${filterBar(view, filter)}
${boardTable(view, board, filter)}`,
    });
    return sendPage(reply, page);
  });
}
