import type { ServerReport, StageReport, StagesReport } from '../pages/read-stages.ts';
import { type Html, html } from '../view/html.ts';
import { shape } from '../view/icons.ts';
import type { View } from '../view/view.ts';

/** Depths, ages and workers of every queue, and the server below. */
export function stagesReport(view: View, { stages, server }: StagesReport): Html {
  const { t } = view;
  const head = (key: string, className = 'number'): Html =>
    html`<th scope="col" role="columnheader" class="${className}">${t(key)}</th>`;
  return html`<div id="stages">
<section class="panel" aria-labelledby="stages-title"><header class="panel-head"><h2 id="stages-title">${t('stages.queues')}</h2></header>
<table class="stages" role="table"><thead role="rowgroup"><tr role="row">${head('stages.stage', '')}${head('stages.workers')}${head('stages.waiting')}${head('stages.active')}${head('stages.delayed')}${head('stages.failed')}${head('stages.oldest')}${head('stages.hour', '')}</tr></thead>
<tbody role="rowgroup">
${stages.map((stage) => stageRow(view, stage))}
</tbody></table></section>
${serverPanel(view, server)}
</div>`;
}

function stageRow(view: View, stage: StageReport): Html {
  const { t, format, now } = view;
  const { queue, alive, waiting, held, active, delayed, failed, oldestAt, mayBeOlder, perMinute } = stage;
  const cell = (key: string, value: Html): Html =>
    html`<td role="cell" class="number"><span class="label">${t(key)}</span>${value}</td>`;
  const number = (value: number): Html =>
    value === 0 ? html`<span class="zero">0</span>` : html`<b>${format.count(value)}</b>`;
  return html`<tr role="row"><th scope="row" role="rowheader">${t(`stage.${queue}`)} <code>${queue}</code></th>
${cell('stages.workers', alive === 0 ? html`<span class="state is-failed">${shape('failed')}${t('stages.noWorker')}</span>` : html`<span class="state is-done">${shape('done')}${format.count(alive)}</span>`)}
${cell('stages.waiting', html`${number(waiting)}${held > 0 && html` <span class="small">${t('stages.held', { n: format.count(held) })}</span>`}`)}
${cell('stages.active', number(active))}
${cell('stages.delayed', number(delayed))}
${cell('stages.failed', number(failed))}
${cell('stages.oldest', oldestAt === undefined ? html`<span class="zero">–</span>` : html`${mayBeOlder && '≥ '}${format.duration(Math.max(0, now - oldestAt))}`)}
<td role="cell" class="hour"><span class="label">${t('stages.hour')}</span>${sparkline(perMinute)}<span class="small">${t('stages.completed', { n: format.count(sum(perMinute)) })}</span></td></tr>
`;
}

const SPARK = { width: 120, height: 22, minutes: 60 };

/** Jobs a minute, the newest last. Purely visual: the sum stands beside it. */
function sparkline(perMinute: readonly number[]): Html {
  const { width, height, minutes } = SPARK;
  const known = perMinute.slice(-minutes);
  const values = [...Array.from({ length: minutes - known.length }, () => 0), ...known];
  const top = Math.max(1, ...values);
  const points = values.map((value, index) => {
    const x = (index / (minutes - 1)) * (width - 2) + 1;
    return `${x.toFixed(1)},${(height - 1 - (value / top) * (height - 3)).toFixed(1)}`;
  });
  return html`<svg class="spark" aria-hidden="true" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path class="base" d="M0 ${height - 0.5}H${width}"></path><polyline points="${points.join(' ')}"></polyline></svg>`;
}

function serverPanel(view: View, server: ServerReport): Html {
  const { t, format } = view;
  const { version, usedBytes, maxBytes, policy, isAppendOnly, lastWrite, uptimeSeconds, clients } = server;
  const isSafe = isAppendOnly && lastWrite === 'ok';
  const fact = (key: string, value: Html): Html => html`<div><dt>${t(key)}</dt><dd>${value}</dd></div>`;
  return html`<section class="panel" aria-labelledby="server-title"><header class="panel-head"><h2 id="server-title">${t('server.title')}</h2></header>
<dl class="facts">
${fact('server.version', html`${version}`)}
${fact('server.memory', html`${maxBytes === 0 ? t('server.noLimit', { used: format.bytes(usedBytes) }) : t('server.limit', { used: format.bytes(usedBytes), max: format.bytes(maxBytes) })}`)}
${fact('server.policy', flag(policy === 'noeviction', policy))}
${fact('server.aof', flag(isSafe, t(isSafe ? 'server.aofOn' : isAppendOnly ? 'server.aofFails' : 'server.aofOff')))}
${fact('server.uptime', html`${format.duration(uptimeSeconds * 1000)}`)}
${fact('server.clients', html`${format.count(clients)}`)}
</dl></section>`;
}

/** A fact that is as it should be, or that somebody should look at. */
function flag(isGood: boolean, text: string): Html {
  const name = isGood ? 'done' : 'partial';
  return html`<span class="state is-${name}">${shape(name)}${text}</span>`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
