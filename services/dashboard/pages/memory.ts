import type { FastifyInstance } from 'fastify';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { findByRegex } from '../../../shared/process/find-by-regex.ts';
import { articleIdOf } from '../../../shared/stores/article-identity.ts';
import { appendAudit } from '../../../shared/stores/audit-log.ts';
import { readQuarantine, releaseQuarantine } from '../../../shared/stores/memory-quarantine.ts';
import { type MemorySearchAnswer, searchMemory } from '../../../shared/stores/search-memory.ts';
import type { DashboardDeps } from '../deps.ts';
import { memoryHits } from '../fragments/memory-hits.ts';
import { memoryList } from '../fragments/memory-list.ts';
import { memoryQuarantine } from '../fragments/memory-quarantine.ts';
import { memorySearchForm } from '../fragments/memory-search-form.ts';
import { formField, requireOperator, sessionOf } from '../security/session.ts';
import { html } from '../view/html.ts';
import { shape } from '../view/icons.ts';
import { renderPage } from '../view/layout.ts';
import { sendPage, viewOf } from '../view/view-of.ts';
import { MemoryPageQuery } from './memory-query.ts';

const HITS_PER_PAGE = 50;

interface Outcome {
  readonly answer?: MemorySearchAnswer;
  /** Why there is none. */
  readonly problem?: string;
}

/** What the memory has: a search through its texts, its memories, and what it does not serve. */
export function registerMemoryPage(app: FastifyInstance, deps: DashboardDeps): void {
  app.get('/memory', async (request, reply) => {
    const { tenant } = sessionOf(request);
    const query = MemoryPageQuery.parse(request.query);
    const { answer, problem } = await search(deps, query, tenant);
    const held = await readQuarantine(deps.client, tenant);
    const view = viewOf(request, deps);
    const { t } = view;
    const page = renderPage(view, {
      title: t('memory.title'),
      section: 'memory',
      main: html`<header class="page-head"><h1>${t('memory.title')}</h1><p class="lead">${t('memory.lead')}</p></header>
${query.released !== undefined && html`<p class="banner is-done" role="status">${shape('done')}<span>${t('memory.released', { id: query.released })}</span></p>`}
${memorySearchForm(view, query)}
${problem !== undefined && html`<p class="banner is-failed" role="alert">${shape('failed')}<span lang="en">${problem}</span></p>`}
${answer !== undefined && memoryHits(view, answer, query)}
${memoryList(view, deps.memorySettings, tenant)}
${memoryQuarantine(view, held)}`,
    });
    return sendPage(reply, page);
  });

  app.post('/memory/release', async (request, reply) => {
    const { actor, tenant } = requireOperator(request);
    const externalId = formField(request, 'article') ?? '';
    if (!(await releaseQuarantine(deps.client, articleIdOf(tenant, externalId)))) {
      throw new PipelineError('NOT_FOUND', `Article "${externalId}" is not in quarantine`);
    }
    await appendAudit(deps.client, {
      at: deps.now(),
      actor,
      action: 'memory-release',
      target: `${tenant}/${externalId}`,
    });
    return reply.redirect(`/memory?released=${encodeURIComponent(externalId)}`, 303);
  });
}

async function search(
  { client, memorySettings }: DashboardDeps,
  { q, mode, cursor, article, since, until, locale, origin, side }: MemoryPageQuery,
  tenant: string,
): Promise<Outcome> {
  if (q === undefined) {
    return {};
  }
  try {
    const answer = await searchMemory(
      { client, settings: memorySettings, findByRegex },
      {
        text: q,
        mode,
        cursor,
        tenant,
        limit: HITS_PER_PAGE,
        filter: {
          side,
          locale,
          origin,
          articleId: article === undefined ? undefined : articleIdOf(tenant, article),
          since: since === undefined ? undefined : Date.parse(since),
          until: until === undefined ? undefined : Date.parse(until),
        },
      },
    );
    return { answer };
  } catch (error) {
    if (error instanceof PipelineError && error.code === 'REQUEST_INVALID') {
      return { problem: error.message };
    }
    throw error;
  }
}
