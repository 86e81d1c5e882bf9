import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { ArticleId } from '../../../shared/document/article.ts';
import { readVersion } from '../../../shared/stores/article-store.ts';
import { readFindings } from '../../../shared/stores/output-store.ts';
import type { DashboardDeps } from '../deps.ts';
import { ARTICLE_ACTIONS } from '../fragments/action-bar.ts';
import { articleUrl, entitiesUrl, headlineOf, reviewUrl } from '../fragments/article-link.ts';
import { articleProgress } from '../fragments/article-progress.ts';
import { diagnosticsPanel } from '../fragments/diagnostics.ts';
import { documentText } from '../fragments/document-text.ts';
import { entitiesPanel } from '../fragments/entities.ts';
import { repairsPanel } from '../fragments/repairs.ts';
import { type Html, html } from '../view/html.ts';
import { shape } from '../view/icons.ts';
import { renderPage } from '../view/layout.ts';
import type { View } from '../view/view.ts';
import { sendPage, viewOf } from '../view/view-of.ts';
import { readArticle } from './read-article.ts';

const Query = z.object({
  /** What was just done, from the action's redirect. */
  done: z.enum(ARTICLE_ACTIONS).optional().catch(undefined),
});

/** An article: its state, its timeline, and what was found in it. */
export function registerArticlePage(app: FastifyInstance, deps: DashboardDeps): void {
  app.get('/articles/:id', async (request, reply) => {
    const status = await readArticle(deps.client, request);
    const { done } = Query.parse(request.query);
    const articleId = ArticleId.parse(status.articleId);
    const [{ document, entities }, newest] = await Promise.all([
      readFindings(deps.client, { articleId, version: status.version }),
      readVersion(deps.client, articleId),
    ]);
    const view = viewOf(request, deps);
    const page = renderPage(view, {
      title: headlineOf(status),
      section: 'articles',
      // An older version does not change any more; the stream follows the newest.
      ...(newest?.version === status.version ? { events: `/events?view=article&id=${articleId}` } : {}),
      main: html`${articleHead(view, status)}
${done !== undefined && notice(view.t(`done.${done}`))}
${articleProgress(view, status)}
${document !== undefined && repairsPanel(view, document, reviewUrl(status))}
${document !== undefined && diagnosticsPanel(view, [...document.overlays.diagnostics, ...(entities?.diagnostics ?? [])])}
${document !== undefined && documentText(view, document, entities)}
${entities !== undefined && entitiesPanel(view, entities, { locales: Object.keys(status.locales), correctAt: entitiesUrl(status) })}`,
    });
    return sendPage(reply, page);
  });
}

function articleHead(view: View, status: ArticleStatus): Html {
  const { t, format, now } = view;
  const { externalId, version, tenant, sourceLocale, urgency, submittedAt, closedAt, run } = status;
  const fact = (key: string, value: Html): Html => html`<div><dt>${t(key)}</dt><dd>${value}</dd></div>`;
  return html`<header class="page-head">
<p class="crumb"><a href="/">${t('board.title')}</a></p>
<h1${sourceLocale !== undefined && html` lang="${sourceLocale}"`}><bdi>${headlineOf(status)}</bdi></h1>
<dl class="facts">
${fact('article.externalId', html`<bdi class="mono">${externalId}</bdi>`)}
${fact('article.version', html`${version}${version > 1 && html` <a href="${articleUrl(status)}?version=${version - 1}">${t('article.previous')}</a>`}`)}
${fact('article.tenant', html`${tenant}`)}
${sourceLocale !== undefined && fact('article.source', html`${format.localeName(sourceLocale)}`)}
${fact('article.urgency', html`${urgency}`)}
${fact('article.submitted', html`<time datetime="${new Date(submittedAt).toISOString()}" title="${format.time(submittedAt)}">${format.age(submittedAt, now)}</time>`)}
${closedAt !== undefined && fact('article.closed', html`<time datetime="${new Date(closedAt).toISOString()}" title="${format.time(closedAt)}">${format.age(closedAt, now)}</time>`)}
${run > 0 && fact('article.retries', html`${run}`)}
</dl>
</header>`;
}

/** What an action did, for the page it comes back to. */
function notice(text: string): Html {
  return html`<p class="banner is-done" role="status">${shape('done')}<span>${text}</span></p>`;
}
