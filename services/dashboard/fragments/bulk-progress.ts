import type { BulkRun } from '../failures/bulk-retry.ts';
import { type Html, html } from '../view/html.ts';
import { shape } from '../view/icons.ts';
import type { View } from '../view/view.ts';
import { meter } from './meter.ts';

/** How far the retry of a group has come, and what was refused. */
export function bulkProgress({ t, format }: View, { total, done, refused }: BulkRun): Html {
  const isDone = done === total;
  const name = isDone ? 'done' : 'running';
  return html`<div id="bulk" class="banner is-${name}">${shape(name)}<div role="status"><p>${t(isDone ? 'bulk.done' : 'bulk.running', { done: format.count(done - refused.length), total: format.count(total) })}</p>
${meter([{ share: total === 0 ? 1 : done / total, className: 'fill' }])}${
  refused.length > 0 &&
  html`<ul>${refused.slice(0, 20).map(({ externalId, reason }) => html`<li><b>${externalId}</b>: ${reason}</li>`)}</ul>`
}</div></div>`;
}
