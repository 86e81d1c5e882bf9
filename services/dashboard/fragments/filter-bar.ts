import { LOCALES } from '../../../config/locales.ts';
import { BOARD_STATES, type BoardFilter } from '../pages/board-filter.ts';
import { type Html, html } from '../view/html.ts';
import type { View } from '../view/view.ts';

/** The board's filter: a plain form, whose choice is the page's address. */
export function filterBar(view: View, filter: BoardFilter): Html {
  const { t, format } = view;
  const isActive = filter.state !== undefined || filter.q !== undefined || filter.locale !== undefined;
  return html`<form class="filter" method="get" action="/" role="search" aria-label="${t('filter.label')}">
<div class="field grow"><label for="filter-q">${t('filter.text')}</label>
<input id="filter-q" name="q" type="search" value="${filter.q ?? ''}" placeholder="${t('filter.textHint')}"></div>
<div class="field"><label for="filter-state">${t('filter.state')}</label>
<select id="filter-state" name="state">
<option value="">${t('filter.anyState')}</option>
${BOARD_STATES.map((state) => option(state, t(`state.${state}`), filter.state))}
</select></div>
<div class="field"><label for="filter-locale">${t('filter.locale')}</label>
<select id="filter-locale" name="locale">
<option value="">${t('filter.anyLocale')}</option>
${LOCALES.map((tag) => option(tag, `${format.localeName(tag)} (${tag})`, filter.locale))}
</select></div>
<div class="field actions"><button class="button">${t('filter.apply')}</button>${
    isActive && html` <a class="clear" href="/">${t('board.clear')}</a>`
  }</div>
</form>`;
}

function option(value: string, label: string, chosen: string | undefined): Html {
  return html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>\n`;
}
