import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { appendAudit } from '../../../shared/stores/audit-log.ts';
import type { DashboardDeps } from '../deps.ts';
import { groupFailures } from '../failures/group-failures.ts';
import { type FailedQueue, readFailedJobs } from '../failures/read-failed-jobs.ts';
import { readFailures } from '../failures/read-failures.ts';
import { bulkProgress } from '../fragments/bulk-progress.ts';
import { failureGroup } from '../fragments/failure-groups.ts';
import { requireOperator, sessionOf } from '../security/session.ts';
import { type Html, html } from '../view/html.ts';
import { renderPage } from '../view/layout.ts';
import { canAct, type View } from '../view/view.ts';
import { sendPage, viewOf } from '../view/view-of.ts';

const Query = z.object({ bulk: z.string().optional().catch(undefined) });
const Params = z.object({ group: z.string() });

/** What failed, by problem, and the retry of a whole problem. */
export function registerFailuresPage(app: FastifyInstance, deps: DashboardDeps): void {
  app.get('/failures', async (request, reply) => {
    const [{ statuses, capped }, jobs] = await Promise.all([
      readFailures(deps.client, sessionOf(request).tenant),
      readFailedJobs(deps.queues),
    ]);
    const view = viewOf(request, deps);
    const groups = groupFailures(statuses);
    const run = deps.bulkRetries.find(Query.parse(request.query).bulk ?? '');
    const { t } = view;
    const page = renderPage(view, {
      title: t('failures.title'),
      section: 'failures',
      ...(run === undefined ? {} : { events: `/events?view=bulk&id=${run.id}` }),
      main: html`<header class="page-head"><h1>${t('failures.title')}</h1><p class="lead">${t('failures.lead')}</p></header>
${run !== undefined && bulkProgress(view, run)}
${capped && html`<p class="small">${t('failures.capped')}</p>`}
${!canAct(view) && groups.length > 0 && html`<p class="quiet-text small">${t('actions.viewer')}</p>`}
${
  groups.length === 0
    ? html`<div class="empty"><h2>${t('failures.none')}</h2><p>${t('failures.noneHint')}</p></div>`
    : groups.map((group) => failureGroup(view, group))
}
${jobs.length > 0 && failedJobs(view, jobs)}`,
    });
    return sendPage(reply, page);
  });

  app.post('/failures/:group/retry', async (request, reply) => {
    const { actor, tenant } = requireOperator(request);
    const { group: id } = Params.parse(request.params);
    const { statuses } = await readFailures(deps.client, tenant);
    const group = groupFailures(statuses).find((candidate) => candidate.id === id);
    if (group === undefined) {
      throw new PipelineError('NOT_RETRYABLE', 'Nothing is left of this failure: it was retried already');
    }
    const { code, shape, articles } = group;
    const run = deps.bulkRetries.start(articles);
    const names = articles.map(({ externalId, version }) => `${externalId} v${version}`).join(', ');
    await appendAudit(deps.client, {
      at: deps.now(),
      actor,
      action: 'retry-group',
      target: code,
      detail: `${articles.length}: ${shape} (${names.slice(0, 2000)})`,
    });
    return reply.redirect(`/failures?bulk=${run.id}`, 303);
  });
}

function failedJobs(view: View, queues: readonly FailedQueue[]): Html {
  const { t, format, now } = view;
  const head = (key: string): Html => html`<th scope="col" role="columnheader">${t(key)}</th>`;
  return html`<section class="panel" aria-labelledby="jobs-title">
<header class="panel-head"><h2 id="jobs-title">${t('jobs.title')}</h2></header>
<p class="quiet-text">${t('jobs.lead')}</p>
<table class="jobs" role="table"><thead role="rowgroup"><tr role="row">${head('jobs.queue')}${head('jobs.job')}${head('jobs.reason')}${head('jobs.attempts')}${head('jobs.when')}</tr></thead><tbody role="rowgroup">
${queues.map(({ queue, count, newest }) =>
  newest.map(
    ({ id, reason, attempts, at }, index) =>
      html`<tr role="row"><th scope="row" role="rowheader">${index === 0 ? html`<a href="/queues/queue/${queue}?status=failed">${queue}</a> <span class="count">${format.count(count)}</span>` : html`<span class="hidden">${queue}</span>`}</th><td role="cell"><a class="mono" href="/queues/queue/${queue}/${encodeURIComponent(id)}">${id}</a></td><td role="cell">${reason}</td><td role="cell" class="number">${format.count(attempts)}</td><td role="cell">${at !== undefined && format.age(at, now)}</td></tr>\n`,
  ),
)}</tbody></table>
</section>`;
}
