import { type ArticleStatus, type StageRun, stageRuns } from '../../../shared/api/article-status.ts';
import { type Html, html } from '../view/html.ts';
import { shape } from '../view/icons.ts';
import type { View } from '../view/view.ts';
import { errorTitle } from './error-title.ts';

/** What went wrong, a sentence a stage run; nothing where all went well. */
export function problems(view: View, status: ArticleStatus): Html | undefined {
  const wrong = stageRuns(status).filter(({ progress }) => progress.error !== undefined);
  if (wrong.length === 0) {
    return undefined;
  }
  return html`<section class="panel" aria-labelledby="problems-title">
<header class="panel-head"><h2 id="problems-title">${view.t('problems.title')}</h2></header>
<ul class="problems">${wrong.map((run) => problem(view, run))}</ul>
</section>`;
}

function problem(view: View, { stage, locale, progress }: StageRun): Html {
  const { t, format, now } = view;
  const { error, attempts = 1, state, at } = progress;
  const place =
    locale === undefined
      ? t(`stage.${stage}`)
      : t('problems.stageOfLocale', { stage: t(`stage.${stage}`), locale: format.localeName(locale) });
  const name = state === 'failed' ? 'failed' : state === 'waiting' ? 'running' : 'stopped';
  return html`<li class="is-${name}">${shape(name)}<div><p><b>${place}</b> — ${t(`problems.${state}`, { count: attempts, n: format.count(attempts) })} <time datetime="${new Date(at).toISOString()}">${format.age(at, now)}</time></p>
<p class="reason">${errorTitle(error?.code ?? '')} <code>${error?.code ?? ''}</code></p>
<p class="quiet-text">${error?.message ?? ''}</p></div></li>
`;
}
