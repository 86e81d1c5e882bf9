import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { STORED_FORMATS } from '../../../shared/document/output-format.ts';
import { type Html, html } from '../view/html.ts';
import { shape } from '../view/icons.ts';
import type { View } from '../view/view.ts';
import { localeUrl, outputUrl } from './article-link.ts';
import { leverageBar } from './leverage-bar.ts';
import { meter } from './meter.ts';
import { localeState } from './state-badge.ts';

/** One row a locale: how far it is, what the memory gave, and its outputs. */
export function localeTable(view: View, status: ArticleStatus): Html {
  const { t } = view;
  const head = (key: string): Html => html`<th scope="col" role="columnheader">${t(key)}</th>`;
  return html`<section class="panel" aria-labelledby="locales-title">
<header class="panel-head"><h2 id="locales-title">${t('locales.title')}</h2></header>
<table class="locales" role="table"><thead role="rowgroup"><tr role="row">${head('locales.locale')}${head('locales.state')}${head('locales.sentences')}${head('locales.leverage')}${head('locales.outputs')}</tr></thead>
<tbody role="rowgroup">
${Object.keys(status.locales).map((tag) => localeRow(view, status, tag))}
</tbody></table>
</section>`;
}

function localeRow(view: View, status: ArticleStatus, tag: string): Html {
  const { t, format } = view;
  const state = localeState(status, tag);
  const counts = status.locales[tag]?.counts;
  const isRendered = status.locales[tag]?.render.state === 'done';
  return html`<tr role="row"><th scope="row" role="rowheader"><a href="${localeUrl(status, tag)}">${format.localeName(tag)}</a> <span class="tag">${tag}</span></th>
<td role="cell">${
    state !== undefined &&
    html`<span class="state is-${state.shape}">${shape(state.shape)}${format.percent(state.percent)} ${t(state.word)}</span>${meter(
      [{ share: state.percent / 100, className: 'fill' }],
      `is-${state.shape}`,
    )}`
  }</td>
<td role="cell" class="numbers">${
    counts === undefined
      ? html`<span class="quiet-text">${t('locales.notYet')}</span>`
      : html`${t('locales.of', { count: counts.segments, done: format.count(counts.translated), n: format.count(counts.segments) })}<span class="small">${t('locales.counts', { approved: format.count(counts.approved), source: format.count(counts.source) })}</span>`
  }</td>
<td role="cell">${counts?.leverage !== undefined && leverageBar(view, counts.leverage)}</td>
<td role="cell" class="outputs">${
    isRendered &&
    STORED_FORMATS.map(
      (name) =>
        html`<a href="${outputUrl(status, tag, name)}"><span class="hidden">${format.localeName(tag)} </span>${name}</a> `,
    )
  }</td></tr>
`;
}
