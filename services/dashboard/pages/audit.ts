import type { FastifyInstance } from 'fastify';
import { type AuditEntry, readAudit } from '../../../shared/stores/audit-log.ts';
import type { DashboardDeps } from '../deps.ts';
import { type Html, html } from '../view/html.ts';
import { renderPage } from '../view/layout.ts';
import type { View } from '../view/view.ts';
import { sendPage, viewOf } from '../view/view-of.ts';

const SHOWN = 200;

/** Who did what, newest first. */
export function registerAuditPage(app: FastifyInstance, deps: DashboardDeps): void {
  app.get('/audit', async (request, reply) => {
    const entries = await readAudit(deps.client, SHOWN);
    const view = viewOf(request, deps);
    const { t } = view;
    const page = renderPage(view, {
      title: t('audit.title'),
      section: 'audit',
      main: html`<header class="page-head"><h1>${t('audit.title')}</h1><p class="lead">${t('audit.lead')}</p></header>
${entries.length === 0 ? html`<div class="empty"><h2>${t('audit.none')}</h2></div>` : auditTable(view, entries)}`,
    });
    return sendPage(reply, page);
  });
}

function auditTable(view: View, entries: readonly AuditEntry[]): Html {
  const { t, format, now } = view;
  const head = (key: string): Html => html`<th scope="col" role="columnheader">${t(key)}</th>`;
  return html`<section class="panel"><table class="audit" role="table"><caption class="hidden">${t('audit.title')}</caption>
<thead role="rowgroup"><tr role="row">${head('audit.when')}${head('audit.who')}${head('audit.what')}${head('audit.target')}</tr></thead><tbody role="rowgroup">
${entries.map(
  ({ at, actor, action, target, detail }) =>
    html`<tr role="row"><td role="cell"><time datetime="${new Date(at).toISOString()}" title="${format.age(at, now)}">${format.time(at)}</time></td><td role="cell"><b>${actor}</b></td><td role="cell"><code>${action}</code></td><td role="cell"><bdi>${target}</bdi>${detail !== undefined && html` <span class="small">${detail}</span>`}</td></tr>\n`,
)}</tbody></table></section>`;
}
