import { PLACEHOLDER } from '../../../shared/document/inline-code.ts';
import { directionOf, type Locale } from '../../../shared/document/locale.ts';
import type { Span } from '../../../shared/document/span.ts';
import { MAIN_MEMORY } from '../../../shared/memory/memory-settings.ts';
import type { ConcordanceHit } from '../../../shared/stores/memory-concordance.ts';
import type { MemorySearchAnswer } from '../../../shared/stores/search-memory.ts';
import type { MemoryPageQuery } from '../pages/memory-query.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';

/** What a search found, each hit marked in its place, and where it goes on. */
export function memoryHits(
  view: View,
  { hits, next, searched }: MemorySearchAnswer,
  query: MemoryPageQuery,
): Html {
  const { t, format } = view;
  const head = (key: string): Html => html`<th scope="col" role="columnheader">${t(key)}</th>`;
  const more =
    next !== undefined &&
    html`<p><a class="button" href="${nextPage(query, next)}" rel="next">${t('memory.more')}</a> <span class="small">${t('memory.partly', { share: format.percent(Math.floor(searched * 100)) })}</span></p>`;
  if (hits.length === 0) {
    return html`<div class="empty"><h2>${t('memory.none')}</h2><p>${t('memory.noneHint')}</p>${more}</div>`;
  }
  return html`<section class="panel" aria-labelledby="hits-title"><header class="panel-head"><h2 id="hits-title">${t('memory.hits')} <span class="count">${format.count(hits.length)}</span></h2></header>
<table class="pairs" role="table"><thead role="rowgroup"><tr role="row">${head('pairs.source')}${head('memory.target')}${head('pairs.origin')}</tr></thead><tbody role="rowgroup">
${hits.map((hit) => hitRow(view, hit, query.side))}</tbody></table>${more}</section>`;
}

function hitRow(
  { t, format }: View,
  { stored: { unit, unitId }, spans }: ConcordanceHit,
  side: 'source' | 'target',
): Html {
  const { provenance, memory = MAIN_MEMORY } = unit;
  const { origin, review, changedBy, changedAt, file } = provenance;
  const at = Date.parse(changedAt ?? '');
  const cell = (locale: Locale, text: string, isSearched: boolean): Html =>
    html`<td role="cell" class="text" lang="${locale}" dir="${directionOf(locale)}">${isSearched ? marked(text, spans) : shown(text)} <span class="tag">${locale}</span></td>`;
  return html`<tr role="row">${cell(unit.sourceLocale, unit.source.text, side === 'source')}${cell(unit.locale, unit.target.text, side === 'target')}
<td role="cell" class="why"><p class="origin">${t(`origin.${origin}`)}</p><p class="small">${t(`review.${review}`)} · <bdi>${memory}</bdi></p>
<p class="small">${changedBy !== undefined && html`<bdi>${changedBy}</bdi> `}${!Number.isNaN(at) && format.day(at)}${file !== undefined && html` <bdi>${file}</bdi>`}</p><p class="small"><code>${unitId}</code></p></td></tr>\n`;
}

/** The text with what was sought marked. */
function marked(text: string, spans: readonly Span[]): Html {
  return html`${spans.map(({ start, end }, at) => {
    const from = spans[at - 1]?.end ?? 0;
    return html`${shown(text.slice(from, start))}<mark>${shown(text.slice(start, end))}</mark>`;
  })}${shown(text.slice(spans.at(-1)?.end ?? 0))}`;
}

function nextPage(query: MemoryPageQuery, cursor: string): string {
  const { released: _, ...rest } = query;
  const fields = Object.entries({ ...rest, cursor }).filter(
    (field): field is [string, string] => field[1] !== undefined,
  );
  return `/memory?${new URLSearchParams(fields).toString()}`;
}

function shown(text: string): string {
  return text.replaceAll(PLACEHOLDER, '▢');
}
