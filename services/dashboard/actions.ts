import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ArticleStatus } from '../../shared/api/article-status.ts';
import { ArticleId } from '../../shared/document/article.ts';
import { PipelineError } from '../../shared/errors/errors.ts';
import { cancelArticle, publishArticle, retryArticle } from '../../shared/queue/article-actions.ts';
import { readVersion } from '../../shared/stores/article-store.ts';
import { appendAudit } from '../../shared/stores/audit-log.ts';
import type { DashboardDeps } from './deps.ts';
import { ARTICLE_ACTIONS, type ArticleAction, actionFields } from './fragments/action-bar.ts';
import { articleUrl, headlineOf } from './fragments/article-link.ts';
import { readArticle } from './pages/read-article.ts';
import { formField, ownPath, requireOperator } from './security/session.ts';
import { html } from './view/html.ts';
import { renderPage } from './view/layout.ts';
import { canAct, type View } from './view/view.ts';
import { sendPage, viewOf } from './view/view-of.ts';

const Params = z.object({ action: z.enum(ARTICLE_ACTIONS) });

/** What operators do to an article. Each is a form, and each is written to the audit log. */
export function registerActions(app: FastifyInstance, deps: DashboardDeps): void {
  app.post('/articles/:id/actions/:action', async (request, reply) => {
    const { actor } = requireOperator(request);
    const { action } = Params.parse(request.params);
    const status = await readArticle(deps.client, request);
    await act(deps, status, action);
    await appendAudit(deps.client, {
      at: deps.now(),
      actor,
      action,
      target: `${status.externalId} v${status.version}`,
    });
    const back = formField(request, 'back');
    return reply.redirect(back === undefined ? `${articleUrl(status)}?done=${action}` : ownPath(back), 303);
  });

  app.get('/articles/:id/kill', async (request, reply) => {
    const status = await readArticle(deps.client, request);
    const view = viewOf(request, deps);
    if (!canAct(view)) {
      throw new PipelineError(
        'FORBIDDEN',
        'Only operators can kill an article; you are signed in as a viewer',
      );
    }
    return sendPage(reply, renderConfirmation(view, status));
  });
}

/**
 * Does one action to one article.
 *
 * @throws {PipelineError} `NOT_RETRYABLE`, `ARTICLE_KILLED`, `ARTICLE_NOT_FOUND`.
 */
async function act({ actions }: DashboardDeps, status: ArticleStatus, action: ArticleAction): Promise<void> {
  const record = await readVersion(actions.client, ArticleId.parse(status.articleId), status.version);
  if (record === undefined) {
    throw new PipelineError('ARTICLE_NOT_FOUND', `Article "${status.externalId}" is no longer there`);
  }
  switch (action) {
    case 'retry':
      await retryArticle(actions, record, status);
      return;
    case 'cancel':
      return cancelArticle(actions, record);
    case 'withhold':
      return publishArticle(actions, record, 'withheld');
    case 'release':
      return publishArticle(actions, record, 'usable');
    case 'kill':
      return publishArticle(actions, record, 'canceled');
  }
}

function renderConfirmation(view: View, status: ArticleStatus): string {
  const { t } = view;
  const locales = Object.keys(status.locales);
  return renderPage(view, {
    title: t('kill.title'),
    section: 'articles',
    main: html`<section class="notice-page">
<p class="eyebrow">${t('kill.eyebrow')}</p>
<h1>${t('kill.title')}</h1>
<p class="quoted">${headlineOf(status)}</p>
<p>${t('kill.effect', { count: locales.length, locales: view.format.list(locales) })}</p>
<form class="choice" method="post" action="${articleUrl(status)}/actions/kill">${actionFields(view, status)}
<button class="button danger">${t('kill.confirm')}</button> <a class="button" href="${articleUrl(status)}">${t('kill.keep')}</a></form>
</section>`,
  });
}
