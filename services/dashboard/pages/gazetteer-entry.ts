import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { LOCALES } from '../../../config/locales.ts';
import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { type GazetteerEntry, GazetteerList } from '../../../shared/document/gazetteer-entry.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import {
  findArticlesNaming,
  LOOKED_THROUGH,
  MOST_MADE_AGAIN,
  retagArticles,
} from '../../../shared/queue/retag-articles.ts';
import { appendAudit } from '../../../shared/stores/audit-log.ts';
import { createGazetteerStore } from '../../../shared/stores/gazetteer-store.ts';
import type { DashboardDeps } from '../deps.ts';
import { FORM_SEPARATOR, withNames } from '../entities/read-names.ts';
import { entitiesUrl, headlineOf } from '../fragments/article-link.ts';
import { idLink } from '../fragments/entities.ts';
import { formFields, requireOperator, sessionOf } from '../security/session.ts';
import { type Html, html } from '../view/html.ts';
import { shape } from '../view/icons.ts';
import { renderPage } from '../view/layout.ts';
import { canAct, type View } from '../view/view.ts';
import { sendPage, viewOf } from '../view/view-of.ts';

const Name = z.object({ list: GazetteerList, id: z.string().min(1).max(400) });
const Count = z.coerce.number().int().min(0).optional().catch(undefined);
const Done = z.object({ again: Count, left: Count });

interface Imported {
  readonly list: GazetteerList;
  readonly entry: GazetteerEntry;
}

/** An entry of an imported list: its names, and which articles are made again when they change. */
export function registerGazetteerEntryPage(app: FastifyInstance, deps: DashboardDeps): void {
  app.get('/gazetteer/entry', async (request, reply) => {
    const imported = await readImported(deps, request.query);
    const articles = await findArticlesNaming(deps.client, sessionOf(request).tenant, imported.entry);
    const view = viewOf(request, deps);
    const { again, left = 0 } = Done.parse(request.query);
    const page = renderPage(view, {
      title: view.t('entry.title'),
      main: html`${head(view, imported)}
${
  again !== undefined &&
  html`<p class="banner is-done" role="status">${shape('done')}<span>${view.t('entry.saved', { again: view.format.count(again), left: view.format.count(left) })}</span></p>`
}
<div class="entry">${namesForm(view, imported)}
${uses(view, articles)}</div>`,
    });
    return sendPage(reply, page);
  });

  app.post('/gazetteer/entry', async (request, reply) => {
    const { actor, tenant } = requireOperator(request);
    const { list, entry } = await readImported(deps, request.body);
    const edited = withNames(entry, fieldsOf(request));
    const isChanged = JSON.stringify(edited) !== JSON.stringify(entry);
    const articles = await findArticlesNaming(deps.client, tenant, entry);
    if (isChanged) {
      await createGazetteerStore(deps.client).replace(list, edited);
    }
    const again = await retagArticles(deps.actions, articles);
    const left = articles.length - again.length;
    await appendAudit(deps.client, {
      at: deps.now(),
      actor,
      action: 'gazetteer-edit',
      target: `${list}/${entry.id}`,
      detail: `names ${isChanged ? 'changed' : 'as they were'}; ${again.length} articles made again, ${left} left out`,
    });
    const query = new URLSearchParams({
      list,
      id: entry.id,
      again: String(again.length),
      left: String(left),
    });
    return reply.redirect(`/gazetteer/entry?${query.toString()}`, 303);
  });
}

async function readImported({ client }: DashboardDeps, name: unknown): Promise<Imported> {
  const { list, id } = Name.safeParse(name).data ?? { list: 'gazetteer' as const, id: '' };
  const entry = await createGazetteerStore(client).read(list, id);
  if (entry === undefined) {
    throw new PipelineError('NOT_FOUND', `The list ${list} has no entry "${id}"`);
  }
  return { list, entry };
}

function fieldsOf(request: FastifyRequest): readonly (readonly [string, string])[] {
  const forms = formFields(request, 'forms');
  return formFields(request, 'locale').map((locale, at) => [locale.trim(), forms[at] ?? ''] as const);
}

function head({ t }: View, { list, entry }: Imported): Html {
  return html`<header class="page-head"><p class="crumb"><a href="/">${t('board.title')}</a></p>
<h1>${t('entry.title')}</h1>
<p class="lead">${t('entry.lead', { list })}</p>
<p>${idLink(entry.id)} <span class="type">${t(`entity.${entry.type}`)}</span></p></header>`;
}

function namesForm(view: View, { list, entry }: Imported): Html {
  const { t, format } = view;
  const locales = [...new Set([...Object.keys(entry.names), ...LOCALES])];
  const field = (locale: string, index: number): Html =>
    html`<div class="field"><label for="forms-${index}">${format.localeName(locale)} <span class="tag">${locale}</span></label><input type="hidden" name="locale" value="${locale}"><input id="forms-${index}" name="forms" lang="${locale}" dir="auto" maxlength="2000" value="${(entry.names[locale] ?? []).join(` ${FORM_SEPARATOR} `)}"${!canAct(view) && html` readonly`}></div>\n`;
  return html`<section class="panel" aria-labelledby="names-title"><header class="panel-head"><h2 id="names-title">${t('entities.names')}</h2><p class="legend">${t('entry.hint', { separator: FORM_SEPARATOR })}</p></header>
<form method="post" action="/gazetteer/entry" class="fix-form"><input type="hidden" name="csrf" value="${view.session?.csrf ?? ''}"><input type="hidden" name="list" value="${list}"><input type="hidden" name="id" value="${entry.id}">
${locales.map(field)}${canAct(view) && html`<div class="apply"><button class="button primary">${t('entry.save')}</button></div>`}</form></section>`;
}

function uses({ t, format }: View, articles: readonly ArticleStatus[]): Html {
  const n = format.count(LOOKED_THROUGH);
  return html`<section class="panel" aria-labelledby="uses-title"><header class="panel-head"><h2 id="uses-title">${t('entry.uses')} <span class="count">${format.count(articles.length)}</span></h2></header>
<p class="quiet-text">${t(articles.length === 0 ? 'entry.noUse' : 'entry.usesHint', { n, max: format.count(MOST_MADE_AGAIN) })}</p>
${
  articles.length > 0 &&
  html`<ul class="affected">${articles.map(
    (status) => html`<li><a href="${entitiesUrl(status)}"><bdi>${headlineOf(status)}</bdi></a></li>\n`,
  )}</ul>`
}</section>`;
}
