import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { nextRuns } from '../../../shared/api/article-status.ts';
import { type Html, html } from '../view/html.ts';
import { canAct, type View } from '../view/view.ts';
import { articleUrl } from './article-link.ts';

/** What can be done to an article in words of the interface and of its addresses. */
export const ARTICLE_ACTIONS = ['retry', 'cancel', 'withhold', 'release', 'kill'] as const;
export type ArticleAction = (typeof ARTICLE_ACTIONS)[number];

/** The actions that make sense in the state that an article is in. */
export function possibleActions(status: ArticleStatus): readonly ArticleAction[] {
  const { state, pubStatus } = status;
  if (state === 'killed') {
    return [];
  }
  const isEnded = state !== 'running';
  return ARTICLE_ACTIONS.filter((action) => {
    switch (action) {
      case 'retry':
        return isEnded && state !== 'superseded' && nextRuns(status).length > 0;
      case 'cancel':
        return !isEnded;
      case 'withhold':
        return pubStatus === 'usable';
      case 'release':
        return pubStatus === 'withheld';
      case 'kill':
        return true;
    }
  });
}

/** One form an action; killing asks again on a page of its own. */
export function actionBar(view: View, status: ArticleStatus): Html | undefined {
  const { t } = view;
  const actions = possibleActions(status);
  if (!canAct(view)) {
    return html`<p class="quiet-text small">${t('actions.viewer')}</p>`;
  }
  return actions.length === 0
    ? undefined
    : html`<div class="actions" role="group" aria-label="${t('actions.label')}">${actions.map((action) =>
        action === 'kill'
          ? html`<a class="button danger" href="${articleUrl(status)}/kill?version=${status.version}">${t('action.kill')}…</a>`
          : html`<form method="post" action="${articleUrl(status)}/actions/${action}">${actionFields(view, status)}<button class="button${
              action === 'retry' && html` primary`
            }">${t(`action.${action}`)}</button></form>`,
      )}</div>`;
}

/** The fields that every action's form sends. */
export function actionFields(view: View, status: ArticleStatus, back?: string): Html {
  return html`<input type="hidden" name="csrf" value="${view.session?.csrf ?? ''}"><input type="hidden" name="version" value="${status.version}">${
    back !== undefined && html`<input type="hidden" name="back" value="${back}">`
  }`;
}
