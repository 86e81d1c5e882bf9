import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { ArticleId } from '../../../shared/document/article.ts';
import { isLocale, type Locale } from '../../../shared/document/locale.ts';
import { STORED_FORMATS } from '../../../shared/document/output-format.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { readFindings, readMatches, readRendition } from '../../../shared/stores/output-store.ts';
import type { DashboardDeps } from '../deps.ts';
import { articleUrl, headlineOf, outputUrl } from '../fragments/article-link.ts';
import { leverageBar } from '../fragments/leverage-bar.ts';
import { segmentPairs } from '../fragments/segment-pairs.ts';
import { localeState } from '../fragments/state-badge.ts';
import { type Html, html } from '../view/html.ts';
import { shape } from '../view/icons.ts';
import { renderPage } from '../view/layout.ts';
import type { View } from '../view/view.ts';
import { sendPage, viewOf } from '../view/view-of.ts';
import { readArticle } from './read-article.ts';

const Params = z.object({ locale: z.string() });

/** One locale of an article: every sentence with its origin, and the outputs. */
export function registerLocalePage(app: FastifyInstance, deps: DashboardDeps): void {
  app.get('/articles/:id/locales/:locale', async (request, reply) => {
    const { client } = deps;
    const status = await readArticle(client, request);
    const locale = localeOf(request, status);
    const version = { articleId: ArticleId.parse(status.articleId), version: status.version };
    const [{ document }, rendition, matches] = await Promise.all([
      readFindings(client, version),
      readRendition(client, version, locale),
      readMatches(client, version, locale),
    ]);
    const view = viewOf(request, deps);
    const name = view.format.localeName(locale);
    const page = renderPage(view, {
      title: `${name} · ${headlineOf(status)}`,
      section: 'articles',
      main: html`${localeHead(view, status, locale)}
${
  document === undefined || rendition === undefined
    ? html`<div class="empty"><h2>${view.t('pairs.notYet')}</h2><p>${view.t('pairs.notYetHint')}</p></div>`
    : html`${segmentPairs(view, { document, rendition, matches })}
${preview(view, status, locale)}`
}`,
    });
    return sendPage(reply, page);
  });
}

/**
 * The locale that an address names.
 *
 * @throws {PipelineError} `LOCALE_NOT_FOUND` when the article was not asked for in it.
 */
export function localeOf(request: FastifyRequest, status: ArticleStatus): Locale {
  const { locale } = Params.parse(request.params);
  if (!isLocale(locale) || status.locales[locale] === undefined) {
    throw new PipelineError(
      'LOCALE_NOT_FOUND',
      `Article "${status.externalId}" has no locale "${locale}"; it has ${Object.keys(status.locales).join(', ')}`,
    );
  }
  return locale;
}

function localeHead(view: View, status: ArticleStatus, locale: Locale): Html {
  const { t, format } = view;
  const state = localeState(status, locale);
  const counts = status.locales[locale]?.counts;
  const others = Object.keys(status.locales).filter((tag) => tag !== locale);
  const version = `?version=${status.version}`;
  return html`<header class="page-head">
<p class="crumb"><a href="/">${t('board.title')}</a> / <a href="${articleUrl(status)}${version}"${
    status.sourceLocale !== undefined && html` lang="${status.sourceLocale}"`
  }>${headlineOf(status)}</a></p>
<h1>${format.localeName(locale)} <span class="tag">${locale}</span></h1>
<p class="sum-line">${state !== undefined && html`<span class="badge is-${state.shape}">${shape(state.shape)}${format.percent(state.percent)} ${t(state.word)}</span>`}${
    counts !== undefined &&
    html` <span>${t('locales.of', { count: counts.segments, done: format.count(counts.translated), n: format.count(counts.segments) })}</span> <span class="quiet-text">${t('locales.counts', { approved: format.count(counts.approved), source: format.count(counts.source) })}</span>`
  }</p>
${counts?.leverage !== undefined && html`<div class="wide-bar"><p class="small">${t('locales.leverage')}</p>${leverageBar(view, counts.leverage)}</div>`}
${
  others.length > 0 &&
  html`<nav class="siblings" aria-label="${t('locales.others')}"><ul>${others.map(
    (tag) =>
      html`<li><a href="${articleUrl(status)}/locales/${tag}${version}" title="${format.localeName(tag)}">${tag}</a></li>`,
  )}</ul></nav>`
}
</header>`;
}

function preview(view: View, status: ArticleStatus, locale: Locale): Html {
  const { t, format } = view;
  return html`<section class="panel" aria-labelledby="preview-title">
<header class="panel-head"><h2 id="preview-title">${t('preview.title')}</h2>
<p class="outputs">${STORED_FORMATS.map((name) => html`<a href="${outputUrl(status, locale, name)}">${name}</a> `)}</p></header>
<iframe class="preview" sandbox src="${outputUrl(status, locale, 'html')}" title="${t('preview.frame', { locale: format.localeName(locale) })}"></iframe>
</section>`;
}
