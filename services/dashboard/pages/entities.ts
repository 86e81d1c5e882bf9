import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import type { Document } from '../../../shared/document/document.ts';
import type { EntityOverlay } from '../../../shared/document/entity-mention.ts';
import { knownTypes } from '../../../shared/document/entity-type.ts';
import { describeEntityChange, fixEntities } from '../../../shared/queue/fix-entities.ts';
import { notReviewable } from '../../../shared/queue/make-again.ts';
import { appendAudit } from '../../../shared/stores/audit-log.ts';
import { createGazetteerStore } from '../../../shared/stores/gazetteer-store.ts';
import { readFindings } from '../../../shared/stores/output-store.ts';
import type { DashboardDeps } from '../deps.ts';
import { findChosen } from '../entities/choose-place.ts';
import { markSegments } from '../entities/marked-segments.ts';
import { ENTITY_FIELDS, readEntityForm } from '../entities/read-entity-form.ts';
import { entitiesUrl, headlineOf } from '../fragments/article-link.ts';
import { diagnosticsPanel } from '../fragments/diagnostics.ts';
import { entitiesPanel } from '../fragments/entities.ts';
import { entityFixes } from '../fragments/entity-fixes.ts';
import { entityForm, type LinkSearch } from '../fragments/entity-form.ts';
import { entityText } from '../fragments/entity-text.ts';
import { waitForRun } from '../review/wait-for-run.ts';
import { formField, requireOperator } from '../security/session.ts';
import { type Html, html } from '../view/html.ts';
import { renderPage } from '../view/layout.ts';
import { canAct, type View } from '../view/view.ts';
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

const PAGE: ReviewPage = { path: 'entities', labels: 'fix' };

/** Hits of a search that are shown. */
const MOST_HITS = 12;

const Query = z.object({
  /** The mention or sentence that is looked at. */
  at: z.string().max(120).optional().catch(undefined),
  /** Words to search something to link to by. */
  q: z.string().max(100).optional().catch(undefined),
  done: z.enum(['changed', 'same']).optional().catch(undefined),
});
type Query = z.infer<typeof Query>;

/** What an article names, in its text and as a table, and forms to correct it. */
export function registerEntitiesPage(app: FastifyInstance, deps: DashboardDeps): void {
  app.get('/articles/:id/entities', async (request, reply) => {
    const status = await readArticle(deps.client, request);
    const record = await recordOf(deps, status);
    const { document, entities } = await readFindings(deps.client, record);
    const view = viewOf(request, deps);
    const query = Query.parse(request.query);
    const situation = { status, record };
    const main =
      document === undefined || entities === undefined
        ? notYet(view, PAGE)
        : await content(view, { ...situation, document, entities, query, deps });
    const page = renderPage(view, {
      title: `${view.t('fix.title')} · ${headlineOf(status)}`,
      section: 'articles',
      main: html`${reviewHead(view, status, PAGE)}
${reviewBanners(view, situation, { ...PAGE, done: query.done })}
${main}`,
    });
    return sendPage(reply, page);
  });

  app.post('/articles/:id/entities', async (request, reply) => {
    const { actor } = requireOperator(request);
    const status = await readArticle(deps.client, request);
    const isChanged = await decide(deps, { request, status, actor });
    return reply.redirect(`${entitiesUrl(status)}&done=${isChanged ? 'changed' : 'same'}`, 303);
  });
}

interface Decision {
  readonly request: FastifyRequest;
  readonly status: ArticleStatus;
  readonly actor: string;
}

/** Makes what the form says hold, and waits a moment for what comes of it. */
async function decide(deps: DashboardDeps, { request, status, actor }: Decision): Promise<boolean> {
  const record = await recordOf(deps, status);
  requireFresh(request, { status, record });
  const { document } = await readFindings(deps.client, record);
  if (document === undefined) {
    throw notReviewable(record, 'has no entities yet: it is not tagged');
  }
  const fields = Object.fromEntries(ENTITY_FIELDS.map((name) => [name, formField(request, name)]));
  const change = readEntityForm(document, fields);
  const ports = { ...deps.actions, findEntry: deps.directory.find, ownTypes: deps.ownTypes };
  const { isChanged, remembered } = await fixEntities(ports, record, change);
  if (isChanged) {
    await appendAudit(deps.client, {
      at: deps.now(),
      actor,
      action: 'fix-entities',
      target: `${status.externalId} v${status.version}`,
      detail: describeEntityChange(change, remembered),
    });
    await waitForRun(deps.client, record);
  }
  return isChanged;
}

interface Shown extends Situation {
  readonly document: Document;
  readonly entities: EntityOverlay;
  readonly query: Query;
  readonly deps: DashboardDeps;
}

async function content(view: View, shown: Shown): Promise<Html> {
  const { status, record, document, entities, query, deps } = shown;
  const isOpen = isOpenFor(view, shown);
  const { sourceLocale } = document;
  const { reviews, review } = record;
  const fixes = review.fixes ?? [];
  const marked = markSegments(document, entities, fixes);
  const chosen = findChosen(document, entities, query.at);
  const search = isOpen ? await searchFor(deps, entities, query.q) : undefined;
  const imported = await createGazetteerStore(deps.client).listsOf(entities.entities.map(({ id }) => id));
  const about = { status, reviews, sourceLocale, isOpen, kinds: knownTypes(deps.ownTypes.keys()) };
  return html`<div class="review entity-review">
<div>${entityText(view, { status, document, marked, chosen: query.at, isOpen })}</div>
<div class="review-side">${entityForm(view, { ...about, chosen, search })}
${entityFixes(view, { ...about, fixes, overlay: entities })}${diagnosticsPanel(view, entities.diagnostics ?? [])}</div>
</div>
${entitiesPanel(view, entities, {
  locales: Object.keys(status.locales),
  ...(canAct(view) ? { listOf: (id) => imported.get(id) } : {}),
})}`;
}

async function searchFor(
  { directory }: DashboardDeps,
  { entities }: EntityOverlay,
  query: string | undefined,
): Promise<LinkSearch | undefined> {
  if (query === undefined || query.trim() === '') {
    return undefined;
  }
  const wanted = query.trim().toLowerCase();
  const ofArticle = entities.filter(
    ({ name, value }) => value === undefined && name.toLowerCase().includes(wanted),
  );
  const found = await directory.search(query, MOST_HITS);
  const own = new Set(ofArticle.map(({ id }) => id));
  return { query, ofArticle, ...found, entries: found.entries.filter(({ id }) => !own.has(id)) };
}
