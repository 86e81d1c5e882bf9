import { LOCALES } from '../../../config/locales.ts';
import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import { type BoardFilter, boardUrl } from '../pages/board-filter.ts';
import type { Board } from '../pages/read-board.ts';
import { type Html, html } from '../view/html.ts';
import { shape } from '../view/icons.ts';
import type { View } from '../view/view.ts';
import { articleUrl, headlineOf, localeUrl } from './article-link.ts';
import { meter } from './meter.ts';
import { localeState, stateBadges } from './state-badge.ts';

/** The locales that get a column: those that occur, in the configured order, or the one asked for. */
export function boardColumns(items: readonly ArticleStatus[], { locale }: BoardFilter): readonly string[] {
  if (locale !== undefined) {
    return [locale];
  }
  const order: readonly string[] = LOCALES;
  const place = (tag: string): number => (order.includes(tag) ? order.indexOf(tag) : order.length);
  const found = new Set(items.flatMap((status) => Object.keys(status.locales)));
  return [...found].toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/**
 * The board's table with its pages. Roles are written out because small screens lay the table out
 * as cards, and browsers then forget that it is one.
 */
export function boardTable(view: View, { items, next }: Board, filter: BoardFilter): Html {
  const { t, format } = view;
  const columns = boardColumns(items, filter);
  if (items.length === 0) {
    return html`<div id="board">${emptyBoard(view, filter)}${pager(view, next, filter)}</div>`;
  }
  return html`<div id="board"><div class="scroll" role="region" aria-label="${t('board.table')}" tabindex="0">
<table class="board" role="table">
<caption class="hidden">${t('board.caption')}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${t('board.article')}</th><th scope="col" role="columnheader">${t('board.state')}</th>${columns.map(
    (tag) =>
      html`<th scope="col" role="columnheader" class="locale"><abbr title="${format.localeName(tag)}">${tag}</abbr></th>`,
  )}</tr></thead>
<tbody id="board-rows" role="rowgroup">
${items.map((status) => boardRow(view, status, columns))}
</tbody>
</table></div>${pager(view, next, filter)}</div>`;
}

/** One article's row; also sent alone when the article changes. */
export function boardRow(view: View, status: ArticleStatus, columns: readonly string[]): Html {
  const { t, format, now } = view;
  const { externalId, version, submittedAt, urgency, repairs, articleId, sourceLocale } = status;
  return html`<tr id="row-${articleId}" role="row">
<th scope="row" role="rowheader" class="article"><a class="headline" href="${articleUrl(status)}"${
    sourceLocale !== undefined && html` lang="${sourceLocale}"`
  } dir="auto">${headlineOf(status)}</a>
<span class="meta">${urgency <= 3 && html`<span class="urgent">${t('board.urgency', { urgency })}</span> `}${headlineOf(status) !== externalId && html`<bdi class="mono">${externalId}</bdi> `}<span>${t('board.version', { version })}</span> <time datetime="${new Date(submittedAt).toISOString()}" title="${format.time(submittedAt)}">${format.age(submittedAt, now)}</time>${
    repairs !== undefined &&
    repairs > 0 &&
    html` <span>${t('board.repairs', { count: repairs, n: format.count(repairs) })}</span>`
  }</span></th>
<td role="cell" class="of-state">${stateBadges(view, status)}</td>
${columns.map((tag) => localeCell(view, status, tag))}
</tr>
`;
}

function localeCell(view: View, status: ArticleStatus, tag: string): Html {
  const { t, format } = view;
  const found = localeState(status, tag);
  if (found === undefined) {
    return html`<td role="cell" class="cell none"><span aria-hidden="true">·</span><span class="hidden">${t('cell.notAsked')}</span></td>`;
  }
  const { shape: name, percent, word } = found;
  return html`<td role="cell" class="cell is-${name}"><a href="${localeUrl(status, tag)}"><span class="tag">${tag}</span><span class="hidden">${format.localeName(tag)}: </span><span class="figure">${shape(name)}${format.percent(percent)}</span>${meter([{ share: percent / 100, className: 'fill' }])}<span class="word">${t(word)}</span></a></td>`;
}

function emptyBoard({ t }: View, filter: BoardFilter): Html {
  const isFiltered = filter.state !== undefined || filter.q !== undefined || filter.locale !== undefined;
  return html`<div class="empty"><h2>${t(isFiltered ? 'board.noMatch' : 'board.empty')}</h2>
<p>${t(isFiltered ? 'board.noMatchHint' : 'board.emptyHint')}</p>${
    isFiltered && html`<p><a class="button" href="/">${t('board.clear')}</a></p>`
  }</div>`;
}

function pager({ t }: View, next: string | undefined, filter: BoardFilter): Html | undefined {
  if (next === undefined && filter.after === undefined) {
    return undefined;
  }
  return html`<nav class="pager" aria-label="${t('board.pages')}">${
    filter.after !== undefined &&
    html`<a class="button" href="${boardUrl(filter, { after: undefined })}">${t('board.newest')}</a> `
  }${next !== undefined && html`<a class="button" href="${boardUrl(filter, { after: next })}" rel="next">${t('board.older')}</a>`}</nav>`;
}
