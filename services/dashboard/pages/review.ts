import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import type { Document } from '../../../shared/document/document.ts';
import { notReviewable } from '../../../shared/queue/make-again.ts';
import { describeChange, reviewArticle } from '../../../shared/queue/review-article.ts';
import { appendAudit } from '../../../shared/stores/audit-log.ts';
import { readFindings } from '../../../shared/stores/output-store.ts';
import type { DashboardDeps } from '../deps.ts';
import { headlineOf, reviewUrl } from '../fragments/article-link.ts';
import { diagnosticsPanel } from '../fragments/diagnostics.ts';
import { reviewMeta, reviewSuggestions } from '../fragments/review-facts.ts';
import { reviewForm } from '../fragments/review-form.ts';
import { reviewText } from '../fragments/review-text.ts';
import { numberRepairs } from '../review/number-repairs.ts';
import { readChange } from '../review/read-change.ts';
import { waitForRun } from '../review/wait-for-run.ts';
import { formField, formFields, requireOperator } from '../security/session.ts';
import { type Html, html } from '../view/html.ts';
import { renderPage } from '../view/layout.ts';
import type { View } from '../view/view.ts';
import { sendPage, viewOf } from '../view/view-of.ts';
import { readArticle } from './read-article.ts';
import {
  isOpenFor,
  notYet,
  type ReviewPage,
  recordOf,
  requireFresh,
  reviewBanners,
  reviewHead,
  type Situation,
} from './review-frame.ts';

const Query = z.object({
  rule: z.string().max(100).optional().catch(undefined),
  done: z.enum(['changed', 'same']).optional().catch(undefined),
});

const PAGE: ReviewPage = { path: 'review', labels: 'undo' };

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
      main: html`${reviewHead(view, status, PAGE)}
${reviewBanners(view, { status, record }, { ...PAGE, done: Query.parse(request.query).done })}
${
  document === undefined
    ? notYet(view, PAGE)
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
  requireFresh(request, { status, record });
  const { document } = await readFindings(deps.client, record);
  if (document === undefined) {
    throw notReviewable(record, 'has no repairs yet: it is not normalized');
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
  const isOpen = isOpenFor(view, { status, record });
  const notes = document.overlays.diagnostics.filter((note) => !article.noteOf.has(note));
  const { review, reviews } = record;
  return html`<div class="review">
${reviewText(view, document, { article, rule })}
<div class="review-side">${reviewForm(view, { status, document, article, review, reviews, rule, isOpen })}
${reviewSuggestions(view, article)}${diagnosticsPanel(view, notes)}${reviewMeta(view, document)}</div>
</div>`;
}
