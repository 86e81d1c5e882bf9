import type { FailureGroup } from '../failures/group-failures.ts';
import { type Html, html } from '../view/html.ts';
import { shape } from '../view/icons.ts';
import { canAct, type View } from '../view/view.ts';
import { actionFields } from './action-bar.ts';
import { articleUrl, headlineOf } from './article-link.ts';
import { errorTitle } from './error-title.ts';

const SHOWN_ARTICLES = 10;

/** One problem: what it is, since when, whom it hits, and its retry. */
export function failureGroup(view: View, group: FailureGroup): Html {
  const { t, format, now, session } = view;
  const { id, code, shape: form, sample, firstAt, lastAt, runs, articles } = group;
  const places = [...new Set(runs.map(({ run }) => t(`stage.${run.stage}`)))];
  const locales = [...new Set(runs.map(({ run }) => run.locale).filter((tag) => tag !== undefined))];
  return html`<article class="panel group" id="group-${id}" aria-labelledby="group-${id}-title">
<header class="panel-head"><div><h2 id="group-${id}-title">${shape('failed')}${errorTitle(code) === '' ? code : errorTitle(code)}</h2>
<p class="legend"><code>${code}</code> <span>${format.list(places)}</span>${locales.length > 0 && html` <span>${locales.join(', ')}</span>`}</p></div>
${
  canAct(view) &&
  html`<form method="post" action="/failures/${id}/retry"><input type="hidden" name="csrf" value="${session?.csrf ?? ''}"><button class="button primary">${t('failures.retryAll', { count: articles.length, n: format.count(articles.length) })}</button></form>`
}</header>
<p class="shape-of">${form}</p>
${form !== sample && html`<p class="small">${t('failures.sample')} ${sample}</p>`}
<dl class="facts"><div><dt>${t('failures.runs')}</dt><dd>${format.count(runs.length)}</dd></div><div><dt>${t('failures.articles')}</dt><dd>${format.count(articles.length)}</dd></div><div><dt>${t('failures.first')}</dt><dd>${moment(view, firstAt)}</dd></div><div><dt>${t('failures.last')}</dt><dd>${moment(view, lastAt)}</dd></div></dl>
<ul class="affected">${articles
    .slice(0, SHOWN_ARTICLES)
    .map(
      (status) =>
        html`<li><a href="${articleUrl(status)}" dir="auto">${headlineOf(status)}</a> <span class="meta">${headlineOf(status) !== status.externalId && html`<bdi class="mono">${status.externalId}</bdi> `}<span>${format.age(status.closedAt ?? status.submittedAt, now)}</span></span>${
          canAct(view) &&
          html`<form method="post" action="${articleUrl(status)}/actions/retry">${actionFields(view, status, '/failures')}<button class="quiet">${t('action.retry')}<span class="hidden"> ${headlineOf(status)}</span></button></form>`
        }</li>\n`,
    )}</ul>
${articles.length > SHOWN_ARTICLES && html`<p class="small">${t('failures.more', { n: format.count(articles.length - SHOWN_ARTICLES) })}</p>`}
</article>
`;
}

function moment({ format, now }: View, at: number): Html {
  return html`<time datetime="${new Date(at).toISOString()}" title="${format.time(at)}">${format.age(at, now)}</time>`;
}
