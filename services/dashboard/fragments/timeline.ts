import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';
import { percent } from './meter.ts';
import { stageState } from './state-badge.ts';
import { type Lane, type LaneStep, type Timeline, timelineLanes } from './timeline-lanes.ts';

/** When each stage waited and ran: a drawing, and the same as a table's figures. */
export function timeline(view: View, status: ArticleStatus): Html {
  const { t, format, now } = view;
  const axis = timelineLanes(status, now);
  return html`<section class="panel" aria-labelledby="timeline-title">
<header class="panel-head"><h2 id="timeline-title">${t('timeline.title')}</h2>
<p class="legend"><span class="key wait"></span>${t('timeline.wait')} <span class="key run"></span>${t('timeline.run')}<span class="span">${t('timeline.total', { time: format.duration(axis.to - axis.from) })}</span></p></header>
<svg class="sprite" aria-hidden="true" width="0" height="0"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v5" class="hatch-line"></path></pattern></defs></svg>
<table class="timeline" role="table">
<thead class="hidden" role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${t('timeline.lane')}</th><th scope="col" role="columnheader">${t('timeline.drawing')}</th><th scope="col" role="columnheader">${t('timeline.stages')}</th></tr></thead>
<tbody role="rowgroup">
${axis.lanes.map((lane) => laneRow(view, lane, axis))}
</tbody></table>
</section>`;
}

function laneRow(view: View, lane: Lane, axis: Timeline): Html {
  const { t, format } = view;
  const name =
    lane.locale === undefined
      ? html`${t('timeline.article')}`
      : html`${format.localeName(lane.locale)} <span class="tag">${lane.locale}</span>`;
  return html`<tr role="row"><th scope="row" role="rowheader">${name}</th>
<td role="cell" class="drawing"><svg class="lane" aria-hidden="true" width="100%" height="16">${lane.steps.map((step) => stepBars(step, axis))}</svg></td>
<td role="cell"><ul class="steps">${
    lane.steps.length === 0
      ? html`<li class="quiet-text">${t('timeline.notReached')}</li>`
      : lane.steps.map((step) => stepWords(view, step, axis.until))
  }</ul></td></tr>
`;
}

/** Widths have a least share, so that a run of a millisecond is still seen. */
const MIN_SHARE = 0.006;

function stepBars(step: LaneStep, { from, to, until }: Timeline): Html {
  const share = (at: number): number => Math.min(1, Math.max(0, (at - from) / (to - from)));
  const bar = (className: string, start: number, end: number): Html => {
    const x = Math.min(share(start), 1 - MIN_SHARE);
    return html`<rect class="${className}" x="${percent(x)}" y="2" width="${percent(Math.max(MIN_SHARE, share(end) - x))}" height="12" rx="2"></rect>`;
  };
  const startedAt = step.startedAt ?? until;
  return html`${startedAt > step.readyAt && bar('wait', step.readyAt, startedAt)}${
    step.startedAt !== undefined &&
    bar(`run is-${step.progress.state} of-${step.stage}`, step.startedAt, step.endedAt ?? until)
  }`;
}

function stepWords(view: View, { stage, progress, readyAt, startedAt }: LaneStep, until: number): Html {
  const { t, format } = view;
  const waited = Math.max(0, (startedAt ?? until) - readyAt);
  const { ms, attempts = 0 } = progress;
  return html`<li><span class="stage">${t(`stage.${stage}`)}</span> ${stageState(view, progress)} <span class="times">${
    ms !== undefined && html`<b>${format.duration(ms)}</b>, `
  }${t('timeline.waited', { time: format.duration(waited) })}${
    attempts > 1 && html`, <b>${t('timeline.attempts', { count: attempts, n: format.count(attempts) })}</b>`
  }</span></li>
`;
}
