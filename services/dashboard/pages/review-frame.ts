import type { FastifyRequest } from 'fastify';
import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { ArticleId } from '../../../shared/document/article.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { readVersion, type VersionRecord } from '../../../shared/stores/article-store.ts';
import type { DashboardDeps } from '../deps.ts';
import { articleUrl, headlineOf } from '../fragments/article-link.ts';
import { formField } from '../security/session.ts';
import { type Html, html } from '../view/html.ts';
import { shape } from '../view/icons.ts';
import { canAct, type View } from '../view/view.ts';

/** Pages on which people decide about an article: the address behind the article's, and their labels' prefix. */
export type ReviewPage = { readonly path: 'review' | 'entities'; readonly labels: 'undo' | 'fix' };

/** A version, and how it stands. */
export interface Situation {
  readonly status: ArticleStatus;
  readonly record: VersionRecord;
}

/** The version that a page is about, as the store knows it. */
export async function recordOf({ client }: DashboardDeps, status: ArticleStatus): Promise<VersionRecord> {
  const record = await readVersion(client, ArticleId.parse(status.articleId), status.version);
  if (record === undefined) {
    throw new PipelineError('ARTICLE_NOT_FOUND', `Article "${status.externalId}" is no longer there`);
  }
  return record;
}

/**
 * Refuses a form that was made before someone else decided.
 *
 * @throws {PipelineError} `NOT_REVIEWABLE`
 */
export function requireFresh(request: FastifyRequest, { status, record }: Situation): void {
  if (formField(request, 'reviews') !== String(record.reviews)) {
    throw new PipelineError(
      'NOT_REVIEWABLE',
      `Article "${status.externalId}" was changed since this page was made; reload it and decide again`,
    );
  }
}

/** Whether the reader may decide about this version now. */
export function isOpenFor(view: View, { record }: Situation): boolean {
  const hasEnded = ['done', 'partial', 'failed'].includes(record.state) && record.pubStatus !== 'canceled';
  return canAct(view) && hasEnded && record.version === record.head;
}

/** Where the reader is, and what the page is for. */
export function reviewHead({ t }: View, status: ArticleStatus, { labels }: ReviewPage): Html {
  const { sourceLocale } = status;
  return html`<header class="page-head">
<p class="crumb"><a href="/">${t('board.title')}</a> / <a href="${articleUrl(status)}?version=${status.version}"${
    sourceLocale !== undefined && html` lang="${sourceLocale}"`
  }><bdi>${headlineOf(status)}</bdi></a></p>
<h1>${t(`${labels}.title`)}</h1>
<p class="lead">${t(`${labels}.lead`)}</p>
</header>`;
}

/** What was just done, and why nothing can be decided now where that is so. */
export function reviewBanners(
  view: View,
  { status, record }: Situation,
  { path, labels, done }: ReviewPage & { readonly done: 'changed' | 'same' | undefined },
): Html {
  const { t } = view;
  const isRunning = record.state === 'running';
  return html`${
    done !== undefined &&
    html`<p class="banner is-done" role="status">${shape('done')}<span>${t(done === 'same' ? `${labels}.same` : 'undo.changed')}</span></p>`
  }${
    isRunning &&
    html`<p class="banner is-running">${shape('running')}<span>${t('undo.running')} <a href="${view.url}">${t('undo.reload')}</a></span></p>`
  }${
    record.version < record.head &&
    html`<p class="banner is-partial">${shape('partial')}<span>${t('undo.older', { head: view.format.count(record.head) })} <a href="${articleUrl(status)}/${path}">${t('undo.toNewest')}</a></span></p>`
  }${!canAct(view) && html`<p class="quiet-text small">${t('actions.viewer')}</p>`}`;
}

/** Stands in place of what the stage has not made yet. */
export function notYet({ t }: View, { labels }: ReviewPage): Html {
  return html`<div class="empty"><h2>${t(`${labels}.notYet`)}</h2><p>${t(`${labels}.notYetHint`)}</p></div>`;
}
