import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { ArticleId } from '../../../shared/document/article.ts';
import type { Document } from '../../../shared/document/document.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { describeChange, reviewArticle } from '../../../shared/queue/review-article.ts';
import { readVersion, type VersionRecord } from '../../../shared/stores/article-store.ts';
import { appendAudit } from '../../../shared/stores/audit-log.ts';
import { readFindings } from '../../../shared/stores/output-store.ts';
import type { DashboardDeps } from '../deps.ts';
import { articleUrl, headlineOf, reviewUrl } from '../fragments/article-link.ts';
import { diagnosticsPanel } from '../fragments/diagnostics.ts';
import { reviewMeta, reviewSuggestions } from '../fragments/review-facts.ts';
import { reviewForm } from '../fragments/review-form.ts';
import { reviewText } from '../fragments/review-text.ts';
import { numberRepairs } from '../review/number-repairs.ts';
import { readChange } from '../review/read-change.ts';
import { waitForRun } from '../review/wait-for-run.ts';
import { formField, formFields, requireOperator } from '../security/session.ts';
import { type Html, html } from '../view/html.ts';
import { shape } from '../view/icons.ts';
import { renderPage } from '../view/layout.ts';
import { canAct, type View } from '../view/view.ts';
import { sendPage, viewOf } from '../view/view-of.ts';
import { readArticle } from './read-article.ts';

const Query = z.object({
  rule: z.string().max(100).optional().catch(undefined),
  done: z.enum(['changed', 'same']).optional().catch(undefined),
});

/** The repairs of an article in their places, and a form to take them back. */
export function registerReviewPage(app: FastifyInstance, deps: DashboardDeps): void {
  app.get('/articles/:id/review', async (request, reply) => {
    const status = await readArticle(deps.client, request);
    const record = await recordOf(deps, status);
    const { document } = await readFindings(deps.client, record);
    const view = viewOf(request, deps);
    const page = renderPage(view, {
      title: `${view.t('undo.title')} · ${headlineOf(status)}`,
      section: 'articles',
      main: html`${head(view, status)}
${banners(view, { status, record, done: Query.parse(request.query).done })}
${
  document === undefined
    ? html`<div class="empty"><h2>${view.t('undo.notYet')}</h2><p>${view.t('undo.notYetHint')}</p></div>`
    : content(view, { status, record, document, rule: Query.parse(request.query).rule })
}`,
    });
    return sendPage(reply, page);
  });

  app.post('/articles/:id/review', async (request, reply) => {
    const { actor } = requireOperator(request);
    const status = await readArticle(deps.client, request);
    const isChanged = await decide(deps, { request, status, actor });
    const rule = formField(request, 'rule');
    const filter = rule === undefined ? '' : `&rule=${encodeURIComponent(rule)}`;
    return reply.redirect(`${reviewUrl(status)}${filter}&done=${isChanged ? 'changed' : 'same'}`, 303);
  });
}

interface Decision {
  readonly request: FastifyRequest;
  readonly status: ArticleStatus;
  readonly actor: string;
}

/**
 * Makes the boxes of the form hold, and waits a moment for what comes of it.
 *
 * @throws {PipelineError} `NOT_REVIEWABLE` also where someone else decided since the page was made.
 */
async function decide(deps: DashboardDeps, { request, status, actor }: Decision): Promise<boolean> {
  const record = await recordOf(deps, status);
  const { document } = await readFindings(deps.client, record);
  if (document === undefined || formField(request, 'reviews') !== String(record.reviews)) {
    throw new PipelineError(
      'NOT_REVIEWABLE',
      `The repairs of article "${status.externalId}" were changed since this page was made; reload it and decide again`,
    );
  }
  const change = readChange(document, record.review, {
    undo: formFields(request, 'undo'),
    off: formFields(request, 'off'),
    rule: formField(request, 'rule'),
  });
  const isChanged = await reviewArticle(deps.actions, record, change);
  if (isChanged) {
    await appendAudit(deps.client, {
      at: deps.now(),
      actor,
      action: 'review',
      target: `${status.externalId} v${status.version}`,
      detail: describeChange(change),
    });
    await waitForRun(deps.client, record);
  }
  return isChanged;
}

async function recordOf({ client }: DashboardDeps, status: ArticleStatus): Promise<VersionRecord> {
  const record = await readVersion(client, ArticleId.parse(status.articleId), status.version);
  if (record === undefined) {
    throw new PipelineError('ARTICLE_NOT_FOUND', `Article "${status.externalId}" is no longer there`);
  }
  return record;
}

function head({ t }: View, status: ArticleStatus): Html {
  const { sourceLocale } = status;
  return html`<header class="page-head">
<p class="crumb"><a href="/">${t('board.title')}</a> / <a href="${articleUrl(status)}?version=${status.version}"${
    sourceLocale !== undefined && html` lang="${sourceLocale}"`
  }><bdi>${headlineOf(status)}</bdi></a></p>
<h1>${t('undo.title')}</h1>
<p class="lead">${t('undo.lead')}</p>
</header>`;
}

interface Situation {
  readonly status: ArticleStatus;
  readonly record: VersionRecord;
}

function banners(
  { t, ...view }: View,
  { status, record, done }: Situation & { readonly done: 'changed' | 'same' | undefined },
): Html {
  const isRunning = record.state === 'running';
  const newer = `${articleUrl(status)}/review`;
  return html`${
    done !== undefined &&
    html`<p class="banner is-done" role="status">${shape('done')}<span>${t(done === 'same' ? 'undo.same' : 'undo.changed')}</span></p>`
  }${
    isRunning &&
    html`<p class="banner is-running">${shape('running')}<span>${t('undo.running')} <a href="${view.url}">${t('undo.reload')}</a></span></p>`
  }${
    record.version < record.head &&
    html`<p class="banner is-partial">${shape('partial')}<span>${t('undo.older', { head: view.format.count(record.head) })} <a href="${newer}">${t('undo.toNewest')}</a></span></p>`
  }${!canAct({ t, ...view }) && html`<p class="quiet-text small">${t('actions.viewer')}</p>`}`;
}

function content(
  view: View,
  {
    status,
    record,
    document,
    rule,
  }: Situation & { readonly document: Document; readonly rule: string | undefined },
): Html {
  const article = numberRepairs(document);
  const hasEnded = ['done', 'partial', 'failed'].includes(record.state) && record.pubStatus !== 'canceled';
  const isOpen = canAct(view) && hasEnded && record.version === record.head;
  const notes = document.overlays.diagnostics.filter((note) => !article.noteOf.has(note));
  const { review, reviews } = record;
  return html`<div class="review">
${reviewText(view, document, { article, rule })}
<div class="review-side">${reviewForm(view, { status, document, article, review, reviews, rule, isOpen })}
${reviewSuggestions(view, article)}${diagnosticsPanel(view, notes)}${reviewMeta(view, document)}</div>
</div>`;
}
