import type { FastifyInstance } from 'fastify';
import type { DashboardDeps } from '../deps.ts';
import { stagesReport } from '../fragments/stages-report.ts';
import { html } from '../view/html.ts';
import { renderPage } from '../view/layout.ts';
import { sendPage, viewOf } from '../view/view-of.ts';
import { readStages } from './read-stages.ts';

/** Every queue's depth, age and workers, and the Redis server. */
export function registerStagesPage(app: FastifyInstance, deps: DashboardDeps): void {
  app.get('/stages', async (request, reply) => {
    const report = await readStages(deps);
    const view = viewOf(request, deps);
    const page = renderPage(view, {
      title: view.t('stages.title'),
      section: 'stages',
      events: '/events?view=stages',
      main: html`<header class="page-head"><h1>${view.t('stages.title')}</h1><p class="lead">${view.t('stages.lead')}</p></header>
${stagesReport(view, report)}`,
    });
    return sendPage(reply, page);
  });
}
